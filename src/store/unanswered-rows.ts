// What could not be answered, read back from whichever database.
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import type { KeptQuestion, UnansweredCount, UnansweredKind } from './port'

type Row = Readonly<Record<string, unknown>>

/** Stands for a council that is not known, where the counts need a value. */
export const UNKNOWN = ''

export function countOf(row: Row): UnansweredCount {
  const council = String(row['council'])
  return {
    council: council === UNKNOWN ? null : council,
    day: dayOf(row),
    kind: row['kind'] as UnansweredKind,
    count: Number(row['count']),
  }
}

export function questionOf(row: Row): KeptQuestion {
  return { council: row['council'] === null ? null : String(row['council']), day: dayOf(row), text: String(row['text']) }
}

function dayOf(row: Row): CalendarDate {
  const day = parseCalendarDate(String(row['day']))
  if (day === null) throw new Error('the store holds a day that is none')
  return day
}
