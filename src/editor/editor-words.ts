// What the editor's page says: content/messages/editor.yaml. Every id that stands here must be there, and nothing else.
import type { Pack } from '../content/pack'
import { words } from '../content/wording'

const EDITOR_WORDS = [
  'title', 'skip', 'menu', 'nav-now', 'nav-council', 'nav-record', 'nav-export', 'signed-in', 'sign-out', 'everything',
  'sign-in-title', 'sign-in-oidc', 'sign-in-button', 'sign-in-local', 'sign-in-again', 'sign-in-print', 'sign-in-printed', 'sign-in-scope', 'sign-in-who', 'first', 'second', 'link-expired',
  'refused', 'failed', 'broken', 'signed-out', 'ended', 'signed-in-go', 'not-found-title', 'not-found', 'stale', 'too-long',
  'live-title', 'live-version', 'live-since', 'live-untouched', 'waiting-title', 'waiting-none', 'waiting-row', 'look',
  'expires-title', 'expires-none', 'expires-red', 'expires-7', 'expires-30', 'expires-60', 'expires-row',
  'asked-title', 'asked-count', 'asked-none', 'asked-row', 'asked-where', 'off-title', 'off-none', 'off-row', 'off-topic', 'off-reason', 'off-button', 'off-how', 'on-button',
  'withdrawn', 'restored', 'already', 'councils-title', 'councils-how', 'council-title', 'council-how', 'locked', 'faults', 'fault',
  'part-mediation', 'part-sendiass', 'part-local-offer', 'part-words', 'part-why', 'contact', 'contact-new', 'kind', 'kind-phone', 'kind-email', 'kind-web', 'kind-address', 'value', 'value-hint', 'hours', 'hours-hint', 'closures', 'closures-hint', 'note',
  'source-date', 'checked-on', 'review-by', 'day-hint', 'standing', 'standing-current', 'standing-dated', 'url', 'page', 'sentence', 'sentence-hint', 'remove',
  'provider', 'provider-none', 'say', 'say-hint', 'name', 'notes', 'notes-hint', 'words-review', 'reason', 'reason-hint', 'recall', 'save', 'saved',
  'preview-title', 'preview-how', 'preview-written', 'preview-why', 'preview-recall', 'preview-now', 'preview-then', 'voice-parent', 'voice-young-person', 'changes-title', 'said-in',
  'publish', 'publish-own', 'drop', 'dropped', 'change-more', 'published', 'no-own', 'no-other', 'no-none', 'no-draft',
  'record-title', 'record-none', 'record-facts', 'record-withdrawn', 'record-restored', 'record-taken-back', 'record-who', 'record-alone', 'take-back', 'taken-back', 'not-taken-back', 'taken-back-why',
] as const // prettier-ignore

export type EditorWord = (typeof EDITOR_WORDS)[number]
export type EditorSay = (id: EditorWord, vars?: Readonly<Record<string, string>>) => string

/** @throws Error when a word is missing */
export function editorWords(pack: Pack): EditorSay {
  const missing = EDITOR_WORDS.filter((id) => !pack.messages.has(`editor.${id}`))
  if (missing.length > 0) throw new Error(`content/messages/editor.yaml does not have ${missing.join(', ')}`)
  return (id, vars = {}) => words(pack, `editor.${id}`, { voice: 'parent', vars }).text.trim()
}

/** Which questions of families are answered with a part of a council's facts. */
export function questionsOf(pack: Pack, part: string): readonly string[] {
  const { choices } = words(pack, 'editor.said-in', { voice: 'parent' })
  return choices.filter(({ id }) => id === 'person' || id.startsWith(`${part}-`)).map(({ label }) => label)
}
