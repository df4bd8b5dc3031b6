// The live talk with the family: what was said so far, and the box to answer in.
import type { Case, RelayLine } from '../handoff/handoffs'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import { form, hidden } from './staff-frame'
import type { Told } from './handoff-lines'
import type { Session } from './sessions'
import { section } from './summary-view'

/** What a message may be long, as families' messages to a person are. */
export const TALK_CAP = 2_000

/** `source`: what makes the next message one that is not shown twice, however often its form is sent. */
export function talkSection(told: Told, session: Session, { handoff, relay }: Case, source: string): readonly Markup[] {
  const isMine = handoff.acceptedBy?.id === session.staff.id
  const canTalk = isMine && handoff.conversation !== null && (handoff.state === 'accepted' || handoff.state === 'live')
  if (relay.length === 0 && !canTalk) return []
  return [section('talk', told.say('talk-title'), log(told, relay), ...(canTalk ? [box(told, session, handoff.id, source)] : []))]
}

/** New lines are added at the end and announced by themselves; what was read out is not read out again. */
function log({ say, london }: Told, relay: readonly RelayLine[]): Element {
  return element(
    'div',
    { id: 'part-talk', 'data-part': 'lines', role: 'log', 'aria-label': say('talk-title'), class: 'talk', tabindex: '0' },
    ...relay.map((line) =>
      element(
        'div',
        { id: `line-${line.seq}`, class: line.sender },
        element(
          'span',
          { class: 'who' },
          `${say(line.sender === 'family' ? 'talk-family' : 'talk-adviser')}, ${london(line.at).time ?? ''}`,
        ),
        element('p', { class: 'words', dir: 'auto' }, line.text),
        ...delivery(say, line),
      ),
    ),
  )
}

function delivery(say: Told['say'], { delivery: how, sender }: RelayLine): readonly Markup[] {
  if (sender === 'family' || how === 'delivered') return []
  return how === 'waiting'
    ? [element('p', { class: 'quiet' }, say('talk-waiting'))]
    : [element('p', { class: 'alarm' }, say('talk-not-delivered'))]
}

function box({ say }: Told, session: Session, id: string, source: string): Element {
  return form(
    session,
    `/desk/case/${id}/tell`,
    { id: 'tell' },
    hidden('source', source),
    element('label', { for: 'text' }, say('talk-box')),
    element('p', { class: 'quiet', id: 'text-hint' }, say('talk-hint')),
    element('textarea', {
      id: 'text',
      name: 'text',
      rows: '3',
      required: '',
      maxlength: String(TALK_CAP),
      dir: 'auto',
      'aria-describedby': 'text-hint',
    }),
    element('button', { type: 'submit', class: 'main' }, say('talk-send')),
  )
}
