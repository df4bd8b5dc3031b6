// Everything that can be said about a pack: what is wrong with it, what will be soon, and how hard it is to read.
import { z } from 'zod'
import { daysBetween, type CalendarDate } from '../../rules/calendar-date'
import type { PackFault } from '../faults'
import { inspectPack } from '../load'
import { FaultList, readFile } from '../read-file'
import { houseStyle } from '../schema/house-style'
import { reviewDays, thinTopics } from './check-topics'
import { unknownContacts, unprovenContacts } from './check-contacts'
import { unlistedHosts } from './check-hosts'
import { statementsOf, unstatedNumbers } from './check-numbers'
import { languageRows, outOfDateTexts, type LanguageRow } from './check-translations'
import { forbiddenClaims, foreignSpelling, unbalancedRoutes } from './check-words'
import { readingAges, type ReadingRow } from './reading-cards'
import { saidTexts } from './said-texts'

/** `within`: the days from which somebody is warned again; null for what has no review. */
export interface PackWarning extends PackFault {
  readonly within: number | null
}

export interface PackReport {
  readonly faults: readonly PackFault[]
  /** What is right today but will need somebody soon. */
  readonly warnings: readonly PackWarning[]
  /** Every card with its reading age, the hardest first. */
  readonly reading: readonly ReadingRow[]
  /** How far each translation is. */
  readonly languages: readonly LanguageRow[]
}

/** How many days before a review somebody is warned: more loudly each time. */
const WARN_DAYS = [7, 30, 60]
const LIST_WARN_DAYS = 365

/** Checks the pack in a folder as of a day. Words are checked only once the pack can be read. */
export function checkPack(dir: string, today: CalendarDate): PackReport {
  const { pack, faults } = inspectPack(dir)
  const styleFaults = new FaultList()
  const style = readFile({ dir, faults: styleFaults }, 'house-style.yaml', houseStyle)
  const facts = readFile({ dir, faults: styleFaults }, 'source-facts.yaml', z.record(z.string(), z.string()))
  const numbers = readFile({ dir, faults: styleFaults }, 'stated-numbers.yaml', z.record(z.string(), z.record(z.string(), z.string())))
  if (pack === null || style === null || facts === null || numbers === null)
    return { faults: [...faults, ...styleFaults.faults], warnings: [], reading: [], languages: [] }
  const texts = saidTexts(pack)
  const reviews = reviewDays(pack, today)
  const holidays = { file: 'bank-holidays.json', path: 'coverage.until', message: `ends on ${pack.bankHolidays.until}` }
  return {
    faults: [
      ...thinTopics(pack),
      ...forbiddenClaims(texts, style),
      ...foreignSpelling(texts, style),
      ...unknownContacts(texts, pack),
      ...unprovenContacts(pack),
      ...unlistedHosts(pack, style),
      ...unstatedNumbers(texts, { texts: [...statementsOf(pack), ...Object.values(facts)], numbers }),
      ...unbalancedRoutes(pack, style),
      ...reviews.filter(({ daysLeft }) => daysLeft < 0),
    ],
    warnings: [
      ...reviews.flatMap((review) => {
        const within = review.daysLeft < 0 ? undefined : WARN_DAYS.find((days) => review.daysLeft <= days)
        return within === undefined ? [] : [{ ...review, within }]
      }),
      ...(daysBetween(today, pack.bankHolidays.until) < LIST_WARN_DAYS ? [{ ...holidays, within: null }] : []),
      ...outOfDateTexts(pack).map((text) => ({ ...text, within: null })),
    ],
    reading: readingAges(pack),
    languages: languageRows(pack),
  }
}
