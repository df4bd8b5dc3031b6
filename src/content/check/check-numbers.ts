// Numbers and dates in answers: each stands in a fact of the source documents, in a rule of a clock, or in a statement that was read in the law.
import type { PackFault } from '../faults'
import type { Pack } from '../pack'
import type { Voiced } from '../schema/primitives'
import type { SaidText } from './said-texts'

/** Numbers that answers say in words. */
export const WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  ten: '10',
  twelve: '12',
}
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const QUANTITY =
  /\b(\d+|one|two|three|four|five|six|ten|twelve)[ -](?:calendar |working |school )?(day|week|month|year|%|per cent)s?\b|\b(\d+) ?%/gi
/** A date as texts say it: `15 June 2026`, `June 2026`, `15 June`. */
export const DATE = new RegExp(`\\b(?:\\d{1,2} )?(?:${MONTHS}) \\d{4}\\b|\\b\\d{1,2} (?:${MONTHS})\\b`, 'g')

/** What was stated where: texts checked against a source, and the numbers of a topic that come from elsewhere. */
export interface Stated {
  readonly texts: readonly string[]
  /** Number to where it comes from, by topic id. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Numbers with their units, and dates, of answers that nothing states; and stated ones that no answer has. */
export function unstatedNumbers(texts: readonly SaidText[], stated: Stated): readonly PackFault[] {
  const known = new Set(stated.texts.flatMap(numbersIn))
  const answers = texts.filter(({ file }) => file.startsWith('topics/'))
  const said = new Set(answers.flatMap(({ file, text }) => numbersIn(text).map((number) => `${file} ${number}`)))
  const unstated = answers.flatMap(({ file, path, text }) =>
    [...new Set(numbersIn(text))]
      .filter((number) => !known.has(number) && stated.numbers[topicOf(file)]?.[number] === undefined)
      .map((number) => ({ file, path, message: `"${number}" stands in no fact and in no rule` })),
  )
  const unsaid = Object.entries(stated.numbers).flatMap(([id, numbers]) =>
    Object.keys(numbers)
      .filter((number) => !said.has(`topics/${id}.md ${number}`))
      .map((number) => ({ file: 'stated-numbers.yaml', path: id, message: `"${number}" is said nowhere` })),
  )
  return [...unstated, ...unsaid]
}

function topicOf(file: string): string {
  return file.slice('topics/'.length, -'.md'.length)
}

/** Every number of a text with its unit, and every date: '2 month', '15 June 2026'. */
function numbersIn(text: string): readonly string[] {
  const quantities = [...text.matchAll(QUANTITY)].map(([, count = '', unit, percent]) =>
    percent === undefined ? `${WORDS[count.toLowerCase()] ?? count} ${(unit ?? '').toLowerCase()}` : `${percent} %`,
  )
  return [...quantities, ...(text.match(DATE) ?? [])]
}

/** The texts of a pack that state what the law or a source says. */
export function statementsOf({ deadlines, myths, sources }: Pick<Pack, 'deadlines' | 'myths' | 'sources'>): readonly string[] {
  const voices = (said: Voiced): readonly string[] => (typeof said === 'string' ? [said] : [said.parent, said.youngPerson])
  return [
    ...[...deadlines.clocks.values()].flatMap(({ rule }) => voices(rule)),
    ...[...myths.values()].flatMap(({ right }) => voices(right)),
    ...[...sources.values()].flatMap(({ title, note }) => [title, note ?? '']),
  ]
}
