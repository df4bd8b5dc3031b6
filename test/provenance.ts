// Whether every sentence that the bot says is a reviewed one: of the pack, and for an answer, of a topic that may be said on that day.
import { saidTexts } from '../src/content/check/said-texts'
import { councilContacts, everywhereContacts } from '../src/content/contacts'
import { inForce } from '../src/content/in-force'
import type { Pack } from '../src/content/pack'
import { twoRoutes } from '../src/content/two-routes'
import { answerOf } from '../src/content/wording'
import type { CalendarDate } from '../src/rules/calendar-date'

export interface Said {
  readonly id: string
  readonly text: string
  readonly topic: string | undefined
  /** What only this conversation knows: the reference, and what the person typed to be passed on, masked. */
  readonly values?: readonly string[]
}

/** Stands for a value that is known: of the pack's desks and councils, or of the conversation. */
const KNOWN = '\uE000'

/** The sentences of a reply that no reviewed passage holds; a topic past its review counts as none. */
export function createReview(pack: Pack, today: CalendarDate): (said: Said) => readonly string[] {
  const whole = new Set<string>()
  const withGaps: RegExp[] = []
  for (const text of allTexts(pack, today)) {
    for (const sentence of sentencesOf(text)) {
      // A gap before a new sentence holds sentences of its own.
      for (const form of new Set([sentence, sentence.replace(/^(?:\{\{[^}]*\}\} )+(?=\p{Lu})/u, '')])) {
        if (!form.includes('{{')) whole.add(form)
        else if (/\p{L}/u.test(form.replaceAll(/\{\{[^}]*\}\}/g, ''))) withGaps.push(patternOf(form))
      }
    }
  }
  const isWhole = (text: string): boolean => [text, `${text}.`, upperFirst(text)].some((form) => whole.has(form))
  const isList = (parts: readonly string[]): boolean =>
    parts.length === 0 || parts.some((_part, last) => isItem(parts.slice(0, last + 1).join(', ')) && isList(parts.slice(last + 1)))
  const isItem = (item: string): boolean => isPlain(item) || isWhole(item) || withGaps.some((pattern) => fits(pattern, item))
  const isGap = (gap: string): boolean => {
    const bare = gap.trim().replace(/^\(|[.:;)]+$/g, '')
    return isPlain(bare) || isWhole(gap.trim()) || isWhole(bare) || isList(bare.split(', '))
  }
  const fits = (pattern: RegExp, sentence: string): boolean => pattern.exec(sentence)?.slice(1).every(isGap) ?? false
  const isReviewed = (sentence: string): boolean =>
    whole.has(sentence) || isGap(sentence) || withGaps.some((pattern) => fits(pattern, sentence))
  const places = placeValues(pack)
  return ({ id, text, topic, values = [] }) => {
    if (topic !== undefined) return outsideTopic(pack, today, topic, text)
    const known = /^(?:handoff|rights)\./.test(id) ? withKnown(text, [...places, ...values]) : text
    return sentencesOf(known).filter((sentence) => !isReviewed(sentence))
  }
}

/** Names, phone numbers and hours of the desks, and the names of the councils they serve. */
function placeValues({ desks, councils }: Pack): readonly string[] {
  return [...desks.values()].flatMap(({ name, contacts, hours, councils: served }) => [
    name,
    ...contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
    ...hours.week.flatMap(({ from, until }) => [hourInWords(from), hourInWords(until)]),
    ...served.flatMap((council) => councils.get(council)?.name ?? []),
  ])
}

function hourInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return `${((hours + 11) % 12) + 1}${minutes > 0 ? `:${time.slice(3)}` : ''}${hours >= 12 ? 'pm' : 'am'}`
}

function withKnown(text: string, values: readonly string[]): string {
  const longestFirst = [...new Set(values)].filter((value) => value !== '').sort((a, b) => b.length - a.length)
  return longestFirst.reduce(
    (left, value) => left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'gu'), KNOWN),
    text,
  )
}

/** Of an answer: what is neither the topic's own words nor what frames every answer. */
function outsideTopic(pack: Pack, today: CalendarDate, id: string, text: string): readonly string[] {
  const topic = pack.topics.get(id)
  if (!topic || !inForce(topic, today)) return [`${id} may not be said`]
  const frame = ['question.answer', 'question.instead'].map(
    (message) => pack.messages.get(message)?.text.replaceAll(/\{\{[^}]*\}\}/g, '') ?? '',
  )
  const titles = [...pack.topics.values()].map(({ title }) => title)
  const reviewed = new Set(
    [...frame, ...titles, answerOf(topic, 'parent', today), answerOf(topic, 'young-person', today)].flatMap(sentencesOf),
  )
  return sentencesOf(text).filter((sentence) => !reviewed.has(sentence))
}

/** Sentences, headings and the items of lists, without their marks. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?:;)])\**\s+|\|/)
    .map((part) =>
      part
        .replaceAll(/^[\s>|#-]+|^\d+\.\s+|[*_|]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

const DATE =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/
/** What code puts into a gap: a day, a count, a value that is known, nothing. */
function isPlain(text: string): boolean {
  return (
    text === '' ||
    text === KNOWN ||
    DATE.test(text) ||
    /^\d{1,4}(?: (?:calendar |working |school )?(?:days?|weeks?|months?|years?))?$/.test(text)
  )
}

function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\{[^}]*\}\}/).map(escaped)
  return new RegExp(`^${parts.join('(.{0,300}?)')}$`, 'u')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function* allTexts(pack: Pack, today: CalendarDate): Generator<string> {
  for (const { file, text } of saidTexts(pack)) if (!file.startsWith('topics/')) yield text
  for (const { title } of pack.topics.values()) yield title
  for (const { text } of pack.doors.values()) yield text
  for (const { reply } of pack.smallTalk.values()) yield reply
  for (const council of pack.councils.values()) yield* [council.name, councilContacts(pack, council, today).text]
  yield everywhereContacts(pack, today)
  for (const voice of ['parent', 'young-person'] as const) yield twoRoutes(pack, voice, 'table').text
  for (const voice of ['parent', 'young-person'] as const) yield twoRoutes(pack, voice, 'lists').text
  for (const { one, many } of Object.values(pack.deadlines.units)) yield* [one, many]
}
