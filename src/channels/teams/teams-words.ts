// What the bot says to staff in Teams: content/messages/teams.yaml. Every id that stands here must be there, and nothing else.
import type { Pack } from '../../content/pack'
import { words } from '../../content/wording'

export const TEAMS_WORDS = [
  'card-taken', 'card-put-back', 'card-ended', 'card-withdrawn', 'card-expired', 'card-as-of', 'card-maybe-twice', 'card-open', 'card-press-again',
  'card-again', 'card-lead', 'card-newer', 'lead',
  'help', 'unknown',
  'installed', 'not-linked', 'linked', 'link-wrong', 'link-check', 'link-too-many', 'link-tenant', 'link-in-channel',
  'refused-guest', 'refused-not-member', 'refused-cannot-check', 'refused-renamed', 'adviser', 'failed',
  'done-accept', 'done-ended', 'hold-none', 'hold-several', 'code', 'code-gone', 'code-private',
  'queue-line', 'queue-more', 'found', 'find-no-reference',
  'deadline-no-letter', 'deadline-no-certificate', 'deadline-asked', 'deadline-certificate', 'deadline-usual', 'deadline-beyond', 'deadline-only-letter',
  'ask-empty', 'ask-none', 'ask-which', 'ask-source', 'ask-owner', 'wrong-empty', 'wrong-saved', 'wrong-saved-no-topic',
  'hours-open', 'hours-closed', 'hours-desk-open', 'hours-desk-none', 'on-duty', 'on-duty-none', 'on-duty-until',
  'relay-begun', 'relay-family', 'relay-family-no-code', 'relay-line', 'relay-desk-line', 'relay-again', 'relay-at-desk', 'relay-removed', 'relay-not-delivered',
  'relay-back', 'relay-withdrawn', 'relay-left', 'relay-idle', 'relay-ended',
  'relay-wait', 'relay-text-only', 'relay-too-long', 'relay-command', 'relay-unchanged',
] as const // prettier-ignore

export type TeamsWord = (typeof TEAMS_WORDS)[number]

/** `tell('card-taken', { name: 'Priya, adviser' })`. */
export type TellStaff = (id: TeamsWord, vars?: Readonly<Record<string, string>>) => string

/** @throws Error when a word is missing */
export function teamsWords(pack: Pick<Pack, 'messages'>): TellStaff {
  const missing = TEAMS_WORDS.filter((id) => !pack.messages.has(`teams.${id}`))
  if (missing.length > 0) throw new Error(`content/messages/teams.yaml does not have ${missing.join(', ')}`)
  return (id, vars = {}) => words(pack as Pack, `teams.${id}`, { voice: 'parent', vars }).text.trim()
}
