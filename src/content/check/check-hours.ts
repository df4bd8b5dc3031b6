// Checks on opening hours: every day, time and number of them stands in the sentence of the page that the contact was read on.
import type { ContactFact } from '../schema/contact'

const DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const SHORT_DAYS = 'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun'
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const TIME = /\b(\d{1,2})(?:[.:](\d{2}))? ?([ap])\.?m\b/g
const CLOCK = /\b([01]?\d|2[0-3])[.:]([0-5]\d)\b/g
const OTHER = new RegExp(
  `\\b(?:${DAYS}|${SHORT_DAYS}|${MONTHS}|weekdays?|weekends?|bank holidays?|term|office hours|all year|\\d+)s?\\b`,
  'g',
)

/** What is wrong with the hours and closures of a contact: none where it has none. */
export function faultsOfHours({ hours, closures, evidence }: ContactFact): readonly string[] {
  const proven = new Set(marksIn(evidence?.sentence ?? ''))
  return Object.entries({ hours, closures }).flatMap(([name, words]) => {
    if (words === undefined) return []
    const marks = marksIn(words)
    if (marks.length === 0) return [`${name}: name no day and no time`]
    return marks.filter((mark) => !proven.has(mark)).map((mark) => `${name}: "${mark}" does not stand in its evidence`)
  })
}

/** The days, months, numbers and times of a text, each in one spelling: a time as minutes such as 15:30. */
function marksIn(text: string): readonly string[] {
  const marks: string[] = []
  const note = (mark: string): string => {
    marks.push(mark)
    return ' '
  }
  const rest = text
    .toLowerCase()
    .replaceAll(TIME, (_, hour: string, minute = '00', half: string) => note(`${(Number(hour) % 12) + (half === 'p' ? 12 : 0)}:${minute}`))
    .replaceAll(CLOCK, (_, hour: string, minute: string) => note(`${Number(hour)}:${minute}`))
  return [...marks, ...(rest.match(OTHER) ?? []).map(oneSpelling)]
}

function oneSpelling(word: string): string {
  const day = DAYS.split('|').find((name) => new RegExp(`^(?:${SHORT_DAYS})`).exec(word)?.[0].slice(0, 3) === name.slice(0, 3))
  return day ?? word.replace(/([a-z])s$/, '$1')
}
