// The names of every word that the page itself says (not the bot): one file per language, content/messages/web.yaml. `language` and `direction` (`ltr` or `rtl`) say which.

export const STRING_IDS = [
  'language', 'direction', 'title', 'tab-title', 'safety', 'leave', 'clear', 'cleared', 'skip', 'log', 'who-bot', 'who-you', 'box', 'send', 'choose',
  'connecting', 'connected', 'lost', 'lost-long', 'try-now', 'reconnected', 'thinking', 'not-sent', 'refused', 'ended', 'away', 'no-script', 'look', 'plain-way', 'form-elsewhere',
  'card-title', 'card-last-day', 'card-outer', 'card-days', 'card-day', 'card-today', 'card-late', 'card-passed', 'card-working', 'card-rests-on',
  'clock-appeal', 'clock-mediation-adviser', 'clock-discrimination-claim',
  'way-words', 'way-letter', 'way-letter-on', 'way-adviser', 'way-adviser-by', 'way-certificate', 'way-certificate-on', 'way-certificate-next',
  'way-tribunal', 'way-tribunal-by', 'way-claim-by', 'way-event', 'way-event-on',
  'easy-title', 'easy-adviser', 'easy-appeal', 'easy-claim', 'easy-late', 'easy-help', 'easy-crisis',
  'take-title', 'take-calendar', 'take-text', 'take-print', 'take-mail', 'take-mail-note', 'take-back', 'take-back-warning', 'take-copied',
  'mail-subject', 'mail-body', 'mail-dated',
  'calendar-adviser', 'calendar-appeal', 'calendar-claim', 'calendar-note', 'text-made',
  'back-child', 'back-me', 'back-letter', 'back-event', 'back-certificate', 'back-ready',
  'read-aloud', 'read-stop', 'delete',
  'sources', 'checked-on',
  'privacy', 'accessibility', 'back-to-chat',
  'privacy-text', 'privacy-whose', 'privacy-council', 'period-hour', 'period-hours', 'period-days', 'period-months',
  'accessibility-text', 'accessibility-council', 'accessibility-nobody', 'accessibility-contact', 'accessibility-contact-none', 'accessibility-your-council',
  'not-found-title', 'not-found', 'not-found-link',
  'offer-title', 'offer-before', 'offer-link', 'offer-after',
  'embed-close',
] as const // prettier-ignore

export type StringId = (typeof STRING_IDS)[number]
export type Strings = Readonly<Record<StringId, string>>

/** Every word of the page, looked up under `web.<id>`; whoever looks up says which are missing. */
export function readStrings(lookUp: (messageId: string) => string): Strings {
  return Object.fromEntries(STRING_IDS.map((id) => [id, lookUp(`web.${id}`).trim()])) as Record<StringId, string>
}

/** The text with its `{name}` gaps filled. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
