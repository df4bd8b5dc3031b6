// Reads a table of phrases with the day each means, and tests every line: `phrase => day`, `=> ~ day` for a rough one,
// `=> ? day day` for one to ask about, `=> none`.
import { parseCalendarDate, type CalendarDate } from '../../../src/rules/calendar-date'
import { readDate } from '../../../src/rules/read-date/read-date'

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new Error(`${text} is no day`)
  return date
}

/** The reading in the signs of the tables. A text mentions no more dates than it has words. */
export function signOf(text: string, today: CalendarDate): string {
  const { certainty, date, alternatives, mentioned } = readDate(text, today)
  if (mentioned.length > text.split(/\W+/).length) return `${mentioned.length} dates mentioned`
  switch (certainty) {
    case 'exact':
      return date ?? 'exact without a day'
    case 'approximate':
      return `~ ${date ?? 'nothing'}`
    case 'ambiguous':
      return `? ${alternatives.join(' ')}`
    case 'none':
      return 'none'
  }
}

const PHRASES_IN_A_TEST = 10

/** Declares a test for every ten lines of the table, so that a mutant meets only the lines that reach it. */
export function expectReadings(today: string, table: string): void {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  for (let at = 0; at < lines.length; at += PHRASES_IN_A_TEST) expectLines(today, lines.slice(at, at + PHRASES_IN_A_TEST))
}

function expectLines(today: string, lines: readonly string[]): void {
  const phrases = lines.map((line) => line.split(' => ')[0]?.trim() ?? '')
  test(`on ${today}: ${phrases.length} phrases from '${phrases[0]}' to '${phrases.at(-1)}'`, () => {
    const read = phrases.map((phrase) => `${phrase} => ${signOf(phrase, day(today))}`)
    expect(read).toEqual(lines.map((line) => line.trim()))
  })
}
