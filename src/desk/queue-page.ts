// The queue: whose legal date is nearest stands first, then who has waited longest; the service puts them in order.
import type { Handoff } from '../rules/handoff/handoff-types'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import type { HoursNow } from '../handoff/handoffs'
import { hoursPart } from './hours-view'
import type { Session } from './sessions'
import type { DeskOrganisation } from './desk-deps'
import { part } from './desk-page'
import type { View } from './staff-frame'
import { aboutLine, councilName, isUrgent, riskLine, waitingLine, type Told } from './handoff-lines'

/** Those that nobody took in time. */
type EscalatedById = ReadonlyMap<string, 'again' | 'lead'>

export interface QueueSeen {
  readonly queue: readonly Handoff[]
  readonly escalated: EscalatedById
  readonly organisation: DeskOrganisation
  readonly session: Session
  readonly hours: HoursNow
}

export function queuePage(told: Told, { queue, escalated, organisation, session, hours }: QueueSeen): View {
  const { say } = told
  const staff = session.staff.id
  const yours = queue.filter(({ acceptedBy }) => acceptedBy?.id === staff)
  const waiting = queue.filter(({ acceptedBy }) => acceptedBy === null)
  const others = queue.filter(({ acceptedBy }) => acceptedBy !== null && acceptedBy.id !== staff)
  const first = waiting[0]
  const count = say('queue-count', { n: String(waiting.length) })
  const news = first ? `${count} ${riskLine(told, first)}` : count
  return {
    title: say('queue-title'),
    main: [
      element('p', { class: 'quiet' }, say('queue-how')),
      part(
        'queue',
        news,
        ...(yours.length > 0 ? [list(told, say('queue-yours'), 'yours', yours, escalated)] : []),
        waiting.length > 0 ? list(told, say('queue-waiting'), 'waiting', waiting, escalated) : element('p', {}, say('queue-none')),
        ...(others.length > 0 ? [list(told, say('queue-others'), 'others', others, escalated)] : []),
      ),
      lookAgain(told, '/desk'),
      hoursPart(told, session, organisation, hours),
    ],
  }
}

/** Call-backs that were asked for and are not done. */
export function callbacksPage(told: Told, queue: readonly Handoff[], escalated: EscalatedById): View {
  const { say } = told
  const open = queue.filter(({ route }) => route === 'callback')
  const body = open.length > 0 ? list(told, say('callbacks-title'), 'callbacks', open, escalated) : element('p', {}, say('callbacks-none'))
  return {
    title: say('nav-callbacks'),
    main: [
      element('p', { class: 'quiet' }, say('callbacks-how')),
      part('callbacks', say('queue-count', { n: String(open.length) }), body),
      lookAgain(told, '/desk/callbacks'),
    ],
  }
}

function list(told: Told, title: string, id: string, queue: readonly Handoff[], escalated: EscalatedById): Element {
  return element(
    'section',
    { 'aria-labelledby': `list-${id}` },
    element('h2', { id: `list-${id}` }, title),
    element('ol', { class: 'queue' }, ...queue.map((handoff) => row(told, handoff, escalated.get(handoff.id)))),
  )
}

function row(told: Told, handoff: Handoff, escalated: 'again' | 'lead' | undefined): Markup {
  const { say } = told
  const holder = handoff.acceptedBy ? [element('p', {}, say('held-by', { name: handoff.acceptedBy.name }))] : []
  return element(
    'li',
    { class: isUrgent(told, handoff) ? 'urgent' : undefined },
    element('a', { class: 'risk', href: `/desk/case/${handoff.id}`, id: `row-${handoff.id}` }, riskLine(told, handoff)),
    ...(escalated ? [element('p', { class: 'escalated' }, say(`escalated-${escalated}`))] : []),
    element('p', {}, aboutLine(told, handoff)),
    element(
      'p',
      { class: 'quiet' },
      `${councilName(told, handoff.council)}. ${say(`state-${handoff.state}`)} ${waitingLine(told, handoff)}`,
    ),
    ...flags(told, handoff),
    ...holder,
  )
}

/** Facts about routing, without detail. */
export function flags({ say }: Told, { flags: all }: Handoff): readonly Markup[] {
  if (all.length === 0) return []
  return [element('ul', { class: 'flags', 'aria-label': say('case-flags') }, ...all.map((flag) => element('li', {}, say(`flag-${flag}`))))]
}

export function lookAgain({ say }: Told, href: string): Markup {
  return element('p', {}, element('a', { href, class: 'again' }, say('look-again')))
}
