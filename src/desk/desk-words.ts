// What the desk says: content/messages/desk.yaml. Every id that stands here must be there, and nothing else.
import type { Pack } from '../content/pack'
import { words } from '../content/wording'

export const DESK_WORDS = [
  'title', 'skip', 'menu', 'nav-queue', 'nav-callbacks', 'nav-find', 'nav-undelivered', 'nav-asked', 'signed-in', 'sign-out', 'look-again', 'updates-on', 'updates-off',
  'changed-since', 'problem',
  'ending-soon', 'stay', 'stayed', 'ended-now', 'sign-in-again',

  'sign-in-title', 'sign-in-oidc', 'sign-in-button', 'sign-in-local', 'sign-in-local-again', 'sign-in-local-button', 'sign-in-printed',
  'sign-in-which', 'sign-in-made-up', 'sign-in-adviser', 'link-title', 'link-expired', 'signed-out-title', 'signed-out',
  'refused-title', 'refused', 'refused-several', 'failed-title', 'failed', 'signed-in-title', 'signed-in-go',
  'not-found-title', 'not-found', 'stale-title', 'stale', 'too-long-title', 'too-long', 'broken-title', 'broken',

  'queue-title', 'queue-none', 'queue-count', 'queue-yours', 'queue-waiting', 'queue-others', 'queue-how',
  'callbacks-title', 'callbacks-none', 'callbacks-how',
  'what-adviser-and-tribunal', 'what-adviser', 'what-tribunal', 'what-claim', 'what-legal',
  'day-passed', 'day-today', 'day-working', 'day-working-one', 'day-calendar', 'day-none', 'not-contacted',
  'waiting-since', 'waiting-attempt', 'held-by', 'escalated-again', 'escalated-lead', 'about', 'about-none',
  'route-live', 'route-phone', 'route-callback', 'route-email',
  'state-offered', 'state-consented', 'state-queued', 'state-accepted', 'state-live', 'state-ended', 'state-expired', 'state-failed',
  'flag-deadline-within-5-working-days', 'flag-possibly-late', 'flag-capacity-question', 'flag-conflict-between-carers',
  'flag-safeguarding-signposted', 'flag-looked-after',
  'hours-title', 'hours-none', 'hours-spell', 'hours-bank-closed', 'hours-bank-open', 'hours-closed', 'hours-closed-from',
  'hours-set', 'hours-now-open', 'hours-now-closed', 'hours-today', 'hours-today-hint', 'hours-close', 'hours-open-until', 'hours-open-button', 'hours-usual',
  'hours-saved', 'hours-usual-saved', 'hours-wrong',

  'case-title', 'case-standing', 'case-council', 'case-contact', 'case-contact-gone', 'case-flags',
  'not-contact', 'not-contact-day', 'not-contact-late', 'contact-made', 'certificate-due', 'mediation-due', 'certificate-after', 'contact-on', 'contact-on-hint', 'contact-on-button', 'contact-saved', 'contact-wrong',
  'summary-title', 'summary-exact', 'summary-gone', 'dates-title', 'dates-none', 'dates-safe', 'dates-last', 'dates-outer', 'dates-working', 'dates-told',
  'told-title', 'told-none', 'told-version', 'told-route', 'told-dates', 'told-other',
  'doing-title', 'accept', 'accepted', 'put-back', 'put-back-hint', 'was-put-back', 'not-for-us', 'not-for-us-hint', 'was-not-for-us',
  'spoke', 'spoke-saved', 'no-answer', 'no-answer-saved', 'certificate', 'certificate-saved', 'outcomes',
  'close-title', 'close-asked', 'close-asked-hint', 'close', 'closed', 'asked-save', 'asked-saved', 'asked-fields',
  'talk-title', 'talk-family', 'talk-adviser', 'talk-box', 'talk-hint', 'talk-send', 'talk-sent', 'talk-empty', 'talk-waiting', 'talk-not-delivered',
  'no-wrong-state', 'no-taken', 'no-not-yours', 'no-other-version', 'no-busy', 'no-unknown',

  'find-title', 'find-label', 'find-hint', 'find-button', 'find-wrong', 'find-none', 'find-too-many', 'find-limit',
  'undelivered-title', 'undelivered-none', 'undelivered-how', 'undelivered-row', 'undelivered-tries', 'undelivered-open', 'undelivered-retry', 'undelivered-retried',
  'rights-title', 'rights-how', 'copy-text', 'copy-json', 'copy-head', 'copy-shown', 'copy-contact', 'copy-lines', 'copy-state', 'copy-events', 'copy-none',
  'erase', 'erase-sure', 'erase-not-sure', 'erased', 'fresh-title', 'fresh', 'fresh-local',
  'asked-title', 'asked-how', 'asked-none', 'asked-row', 'asked-count',
] as const // prettier-ignore

export type DeskWord = (typeof DESK_WORDS)[number]
export type Vars = Readonly<Record<string, string>>

/** `say('queue-count', { n: '3' })`. */
export type Say = (id: DeskWord, vars?: Vars) => string

/** @throws Error when a word is missing */
export function deskWords(pack: Pick<Pack, 'messages'>): Say {
  const missing = DESK_WORDS.filter((id) => !pack.messages.has(`desk.${id}`))
  if (missing.length > 0) throw new Error(`content/messages/desk.yaml does not have ${missing.join(', ')}`)
  return (id, vars = {}) => words(pack as Pack, `desk.${id}`, { voice: 'parent', vars }).text.trim()
}

/** The fields of the summary that can be ticked as asked again: the summary's own names for them, and the words. */
export function askedFields(pack: Pick<Pack, 'messages'>): readonly { readonly field: string; readonly label: string }[] {
  const { choices } = words(pack as Pack, 'desk.asked-fields', { voice: 'parent' })
  return choices.map(({ id, label }) => ({ field: id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), label }))
}
