// The small shapes that every file of the pack is made of.
import { z } from 'zod'
import { parseCalendarDate, type CalendarDate } from '../../rules/calendar-date'

/** A day written YYYY-MM-DD that exists. */
export const calendarDate = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== null, {
  error: 'must be a day that exists, written YYYY-MM-DD',
})

/** lower-case-with-hyphens. */
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower case with hyphens')

/** A key of sources.yaml. */
export const sourceKey = z.string().regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/, 'must be a source key such as R20')

/** Words for people: not empty; space at either end is taken off. */
export const text = z.string().trim().min(1, 'must not be empty')

/** Words that may differ when a young person reads about their own plan. */
export const voiced = z.union([text, z.strictObject({ parent: text, youngPerson: text })], {
  error: 'must be words, or words for `parent` and for `youngPerson`',
})

export const webAddress = z.string().regex(/^https:\/\/[^\s<>"]+$/, 'must be an address that begins https://')

/** V1 read in the law itself, V2 in a secondary source, M not confirmed. */
export const mark = z.enum(['V1', 'V2', 'M'])

/** From and until when a statement may be said, and when somebody must look at it again. */
export const statementDates = {
  checkedOn: calendarDate,
  reviewBy: calendarDate,
  validFrom: calendarDate.nullable(),
  validUntil: calendarDate.nullable(),
}

export type Voiced = z.infer<typeof voiced>
