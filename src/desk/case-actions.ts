// What an adviser can press on a case: accept, put back, not for us, outcomes, contact made, and what had to be asked again.
import type { CalendarDate } from '../rules/calendar-date'
import type { Handoff } from '../rules/handoff/handoff-types'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import { form, hidden } from './staff-frame'
import type { DeskWord } from './desk-words'
import type { Told } from './handoff-lines'
import type { Session } from './sessions'
import { section } from './summary-view'

type Fields = readonly { readonly field: string; readonly label: string }[]

/** What can be pressed in the state it is in; the service has the last word, because it may have changed since. */
export function caseActions(told: Told, session: Session, handoff: Handoff): readonly Markup[] {
  const { say } = told
  const isMine = handoff.acceptedBy?.id === session.staff.id
  const act = (action: string, word: DeskWord, hint?: DeskWord): Element => single(told, session, handoff, action, word, hint)
  switch (handoff.state) {
    case 'queued':
      return [
        section(
          'doing',
          say('doing-title'),
          act('accept', 'accept'),
          ...(handoff.route === 'live' ? [] : outcomes(told, session, handoff)),
        ),
      ]
    case 'accepted':
    case 'live':
      if (!isMine) return []
      return [
        section(
          'doing',
          say('doing-title'),
          ...outcomes(told, session, handoff),
          ...(handoff.state === 'accepted' ? [act('put-back', 'put-back', 'put-back-hint')] : []),
          act('not-for-us', 'not-for-us', 'not-for-us-hint'),
        ),
      ]
    case 'ended':
    case 'offered':
    case 'consented':
    case 'expired':
    case 'failed':
      return []
  }
}

/** What comes last: to close the case, and after that to say what had to be asked again. */
export function closeActions(told: Told, session: Session, handoff: Handoff, fields: Fields): readonly Markup[] {
  if (handoff.acceptedBy?.id !== session.staff.id) return []
  const { state } = handoff
  if (state === 'accepted' || state === 'live') return [closing(told, session, handoff, fields, 'close')]
  return state === 'ended' ? [closing(told, session, handoff, fields, 'asked')] : []
}

function single({ say }: Told, session: Session, { id, version }: Handoff, action: string, word: DeskWord, hint?: DeskWord): Element {
  return form(
    session,
    `/desk/case/${id}/${action}`,
    { class: 'single' },
    hidden('version', String(version)),
    element('button', { type: 'submit', id: `do-${action}`, class: action === 'accept' ? 'main' : undefined }, say(word)),
    ...(hint ? [element('p', { class: 'quiet' }, say(hint))] : []),
  )
}

/** Once they talk, only the certificate is still to come; a call without an answer goes back into the queue. */
function outcomes({ say }: Told, session: Session, { id, isToMediation, state }: Handoff): readonly Markup[] {
  const button = (value: string, word: DeskWord): Element =>
    element('button', { type: 'submit', name: 'outcome', value, id: `do-${value}` }, say(word))
  if (state === 'live' && !isToMediation) return []
  const choices = form(
    session,
    `/desk/case/${id}/outcome`,
    { class: 'row' },
    element(
      'fieldset',
      {},
      element('legend', {}, say('outcomes')),
      ...(state === 'live' ? [] : [button('spoke', 'spoke'), button('no-answer', 'no-answer')]),
      ...(isToMediation ? [button('certificate-issued', 'certificate')] : []),
    ),
  )
  return [choices]
}

/** One tick for each thing the summary has and the adviser had to ask all the same. */
function closing({ say }: Told, session: Session, { id }: Handoff, fields: Fields, how: 'close' | 'asked'): Element {
  const box = ({ field, label }: Fields[number]): Element =>
    element(
      'label',
      { class: 'tick' },
      element('input', { type: 'checkbox', name: 'asked', value: field, id: `asked-${field}` }),
      element('span', {}, label),
    )
  return section(
    'closing',
    say('close-title'),
    form(
      session,
      `/desk/case/${id}/${how}`,
      {},
      element(
        'fieldset',
        { 'aria-describedby': 'asked-hint' },
        element('legend', {}, say('close-asked')),
        element('p', { class: 'quiet', id: 'asked-hint' }, say('close-asked-hint')),
        element('div', { class: 'ticks' }, ...fields.map(box)),
      ),
      element('button', { type: 'submit', id: `do-${how}` }, say(how === 'close' ? 'close' : 'asked-save')),
    ),
  )
}

export function contactForm({ say }: Told, session: Session, { id }: Handoff, today: CalendarDate): Element {
  return form(
    session,
    `/desk/case/${id}/contact`,
    { class: 'row' },
    element('label', { for: 'contact-on' }, say('contact-on')),
    element('p', { class: 'quiet', id: 'contact-hint' }, say('contact-on-hint')),
    element('input', {
      type: 'date',
      id: 'contact-on',
      name: 'on',
      value: today,
      max: today,
      required: '',
      'aria-describedby': 'contact-hint',
    }),
    element('button', { type: 'submit' }, say('contact-on-button')),
  )
}
