// `bank-holidays`: takes the official list of England and Wales from GOV.UK into the pack; refuses a list that has become shorter.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { londonNow } from '../clock'
import { bankHolidaysFile, type BankHolidaysFile } from '../content/schema/bank-holidays'
import { contentDir } from '../project-root'
import { calendarDate, parseCalendarDate, partsOf, type CalendarDate } from '../rules/calendar-date'

const FEED = 'https://www.gov.uk/bank-holidays.json'
/** No year of England and Wales has had fewer: a year with fewer is not yet complete. */
const DAYS_IN_A_YEAR = 8
const WAIT_MS = 20_000

const day = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== null, 'must be a day')
const feedSchema = z.object({
  'england-and-wales': z.object({
    division: z.literal('england-and-wales'),
    events: z.array(z.object({ title: z.string().min(1), date: day })).min(DAYS_IN_A_YEAR),
  }),
})

/** Thrown when the list that came cannot be taken. */
class RefusedList extends Error {
  override readonly name = 'RefusedList'
}

type Day = BankHolidaysFile['days'][number]

/**
 * The kept list with the years of the new one put in their place. Years that the new list no longer shows are kept.
 * @throws RefusedList when a day we know is missing from a year of the new list, a year is incomplete, or years are left out between.
 */
export function mergeHolidays(kept: BankHolidaysFile, events: readonly Day[], today: CalendarDate): BankHolidaysFile {
  const years = new Set(events.map(({ date }) => partsOf(date).year))
  const inNew = ({ date }: Day): boolean => years.has(partsOf(date).year)
  const missing = kept.days.filter((known) => inNew(known) && !events.some(({ date }) => date === known.date))
  if (missing.length > 0)
    throw new RefusedList(`The new list leaves out ${missing.map(({ date }) => date).join(', ')}. Look at it by hand.`)
  for (const year of years)
    if (events.filter(({ date }) => partsOf(date).year === year).length < DAYS_IN_A_YEAR)
      throw new RefusedList(`The new list is not complete for ${year}.`)
  const days = [...kept.days.filter((known) => !inNew(known)), ...events].sort((a, b) => (a.date < b.date ? -1 : 1))
  const all = new Set(days.map(({ date }) => partsOf(date).year))
  const [first, last] = [Math.min(...all), Math.max(...all)]
  for (let year = first; year <= last; year += 1) if (!all.has(year)) throw new RefusedList(`There would be no days for ${year}.`)
  return { source: FEED, checkedOn: today, coverage: { from: dayOf(first, 1, 1), until: dayOf(last, 12, 31) }, days }
}

/** Fetches the list and writes the file of the pack. @throws RefusedList, and what `fetch` throws */
export async function refreshHolidays(file: string, today: CalendarDate): Promise<BankHolidaysFile> {
  const kept = bankHolidaysFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const answer = await fetch(FEED, { signal: AbortSignal.timeout(WAIT_MS), headers: { accept: 'application/json' } })
  if (!answer.ok) throw new RefusedList(`GOV.UK answered ${answer.status}.`)
  const feed = feedSchema.safeParse(await answer.json().catch(() => null))
  if (!feed.success) throw new RefusedList('GOV.UK sent something that is no list of bank holidays.')
  const events = feed.data['england-and-wales'].events.map(({ date, title }) => ({ date, title }))
  const merged = bankHolidaysFile.parse(mergeHolidays(kept, events, today))
  writeFileSync(`${file}.new`, `${JSON.stringify(merged, null, 2)}\n`)
  renameSync(`${file}.new`, file)
  return merged
}

/** The command. 0 when the file is up to date, 1 when the list was refused or could not be had. */
export async function refreshBankHolidays(): Promise<number> {
  try {
    const { coverage, days } = await refreshHolidays(join(contentDir, 'bank-holidays.json'), londonNow().today)
    console.log(`${days.length} bank holidays of England and Wales, ${coverage.from} to ${coverage.until}.`)
    return 0
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : 'The list could not be refreshed.')
    return 1
  }
}

function dayOf(year: number, month: number, dayOfMonth: number): CalendarDate {
  const date = calendarDate(year, month, dayOfMonth)
  if (date === null) throw new RefusedList(`${year} is not a year that we count in.`)
  return date
}
