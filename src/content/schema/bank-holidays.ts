// The bank holidays of England and Wales and the days that the list covers: bank-holidays.json.
import { z } from 'zod'
import type { CalendarDate } from '../../rules/calendar-date'
import type { BankHolidays } from '../../rules/working-days'
import { calendarDate, text, webAddress } from './primitives'

export const bankHolidaysFile = z
  .strictObject({
    source: webAddress,
    checkedOn: calendarDate,
    coverage: z.strictObject({ from: calendarDate, until: calendarDate }),
    days: z.array(z.strictObject({ date: calendarDate, title: text })),
  })
  .superRefine(({ coverage, days }, context) => {
    days.forEach(({ date }, index) => {
      const before = days[index - 1]
      if (before && date <= before.date)
        context.addIssue({ code: 'custom', path: ['days', index, 'date'], message: 'must be later than the day before it' })
      if (date < coverage.from || date > coverage.until)
        context.addIssue({ code: 'custom', path: ['days', index, 'date'], message: 'lies outside the coverage' })
    })
  })

export type BankHolidaysFile = z.infer<typeof bankHolidaysFile>

/** The list as the rules want it. */
export function holidaysOf({ coverage, days }: BankHolidaysFile): BankHolidays {
  return { ...coverage, days: new Set<CalendarDate>(days.map(({ date }) => date)) }
}
