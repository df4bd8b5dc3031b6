// One family's case: how it stands, what was shared, the dates, and what the adviser can do now.
import { inThrees } from '../rules/handoff/reference'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Case } from '../handoff/handoffs'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { caseActions, closeActions } from './case-actions'
import { contactView } from './contact-view'
import { part } from './desk-page'
import type { View } from './staff-frame'
import type { askedFields } from './desk-words'
import { aboutLine, councilName, isUrgent, riskLine, waitingLine, type Told } from './handoff-lines'
import { flags, lookAgain } from './queue-page'
import { rightsSection } from './rights-routes'
import type { Session } from './sessions'
import { datesSection, section, summarySection, toldSection } from './summary-view'
import { talkSection } from './talk-view'

export interface CaseSeen {
  readonly seen: Case
  readonly session: Session
  readonly fields: ReturnType<typeof askedFields>
  /** Unique for the next message to the family. */
  readonly source: string
}

export function casePage(told: Told, { seen, session, fields, source }: CaseSeen): View {
  const { say } = told
  const { handoff } = seen
  return {
    title: say('case-title', { reference: seen.reference === null ? handoff.id.slice(0, 6) : inThrees(seen.reference) }),
    main: [
      part('standing', `${say(`state-${handoff.state}`)} ${held(told, handoff)}`.trim(), ...standing(told, seen)),
      part('contact', undefined, ...contactView(told, session, handoff)),
      part('actions', undefined, ...caseActions(told, session, handoff)),
      ...talkSection(told, session, seen, source),
      summarySection(told, seen),
      ...contactValue(told, seen),
      datesSection(told, seen.summary),
      toldSection(told, seen.summary, handoff.packVersion),
      part('closing', undefined, ...closeActions(told, session, handoff, fields)),
      part('rights', undefined, rightsSection(told, session, handoff.id)),
      lookAgain(told, `/desk/case/${handoff.id}`),
    ],
  }
}

function standing(told: Told, { handoff }: Case): readonly Markup[] {
  const { say } = told
  const state = say('case-standing', { state: say(`state-${handoff.state}`) })
  return [
    element('p', { class: isUrgent(told, handoff) ? 'risk urgent' : 'risk' }, riskLine(told, handoff)),
    element('p', {}, [state, held(told, handoff)].join(' ').trim()),
    element(
      'p',
      {},
      `${aboutLine(told, handoff)} ${say('case-council', { council: councilName(told, handoff.council) })} ${waitingLine(told, handoff)}`,
    ),
    ...flags(told, handoff),
  ]
}

function held({ say }: Told, { acceptedBy }: Handoff): string {
  return acceptedBy === null ? '' : say('held-by', { name: acceptedBy.name })
}

function contactValue({ say }: Told, { contact: value, handoff }: Case): readonly Markup[] {
  if (handoff.route === 'live' && value === null) return []
  const words = value === null ? element('p', {}, say('case-contact-gone')) : element('p', { class: 'contact', dir: 'auto' }, value)
  return [section('contact', say('case-contact'), words)]
}
