// Everything that can be said about a pack: what is wrong with it, what will be soon, and how hard it is to read.
import { daysBetween, type CalendarDate } from '../../rules/calendar-date'
import type { PackFault } from '../faults'
import { inspectPack } from '../load'
import { FaultList, readFile } from '../read-file'
import { houseStyle } from '../schema/house-style'
import { reviewDays, thinTopics } from './check-topics'
import { unknownContacts, unprovenContacts } from './check-contacts'
import { forbiddenClaims, foreignSpelling, unbalancedRoutes } from './check-words'
import { readingAge, termsOf } from './reading-age'
import { saidTexts } from './said-texts'

export interface ReadingRow {
  readonly place: string
  readonly age: number
}

export interface PackReport {
  readonly faults: readonly PackFault[]
  /** What is right today but will need somebody soon. */
  readonly warnings: readonly PackFault[]
  /** Every card with its reading age, the hardest first. */
  readonly reading: readonly ReadingRow[]
}

/** How many days before a review somebody is warned. */
const WARN_DAYS = 60
const LIST_WARN_DAYS = 365
/** A shorter text has no reading age worth the name. */
const WORDS_IN_A_CARD = 8

/** Checks the pack in a folder as of a day. Words are checked only once the pack can be read. */
export function checkPack(dir: string, today: CalendarDate): PackReport {
  const { pack, faults } = inspectPack(dir)
  const styleFaults = new FaultList()
  const style = readFile({ dir, faults: styleFaults }, 'house-style.yaml', houseStyle)
  if (pack === null || style === null) return { faults: [...faults, ...styleFaults.faults], warnings: [], reading: [] }
  const texts = saidTexts(pack)
  const reviews = reviewDays(pack, today)
  const terms = termsOf(pack.glossary)
  const holidays = { file: 'bank-holidays.json', path: 'coverage.until', message: `ends on ${pack.bankHolidays.until}` }
  return {
    faults: [
      ...thinTopics(pack),
      ...forbiddenClaims(texts, style),
      ...foreignSpelling(texts, style),
      ...unknownContacts(texts, pack),
      ...unprovenContacts(pack),
      ...unbalancedRoutes(pack, style),
      ...reviews.filter(({ daysLeft }) => daysLeft < 0),
    ],
    warnings: [
      ...reviews.filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= WARN_DAYS),
      ...(daysBetween(today, pack.bankHolidays.until) < LIST_WARN_DAYS ? [holidays] : []),
    ],
    reading: texts
      .filter(({ kind, text }) => kind === 'card' && text.split(/\s+/).length >= WORDS_IN_A_CARD)
      .map(({ file, path, text }) => ({ place: `${file}: ${path}`, age: readingAge(text, terms) }))
      .sort((a, b) => b.age - a.age),
  }
}
