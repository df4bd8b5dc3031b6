// Which doubts about counting (U1 to U20) an answer must carry.
import { addMonths, partsOf, type CalendarDate } from '../calendar-date'
import { isWorkingDay, type BankHolidays } from '../working-days'
import type { CertificateUse } from './appeal-clocks'
import { eventRow } from './event-rows'
import type { LawPeriods } from './law-periods'
import { windowOf } from './tribunal-roll'
import type { Clock, DeadlineQuestion, Now, WarningCode } from './types'

/** The warnings of one answer, each once, in the order of their numbers. @throws BeyondHolidayList */
export function warningsFor(
  question: DeadlineQuestion,
  start: CalendarDate | null,
  use: CertificateUse,
  clocks: readonly Clock[],
  now: Now,
  holidays: BankHolidays,
  periods: LawPeriods,
): readonly WarningCode[] {
  const found = new Set<WarningCode>([
    ...clocks.flatMap((clock) => clockWarnings(clock, holidays)),
    ...certificateWarnings(question, start, use, periods),
    ...(question.events ?? []).flatMap(({ row }) => eventRow(row).warning ?? []),
    ...(doubtfulDates(question).some((date) => isFarFrom(date, now.today)) ? (['U15'] as const) : []),
    ...(question.decision === 'draft-plan' ? (['U11'] as const) : []),
    ...(question.decision === 'exclusion' ? (['U19'] as const) : []),
    ...(question.conductDate !== undefined ? (['U13'] as const) : []),
  ])
  return [...found].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function clockWarnings({ clock, lastDate, outerDate, status }: Clock, holidays: BankHolidays): readonly WarningCode[] {
  const lastMinute: WarningCode[] = status === 'today' ? ['U1', 'U17'] : status === 'late-window' ? ['U1'] : []
  switch (clock) {
    case 'appeal':
    case 'd1':
    case 'd2':
      return [...lastMinute, ...appealEndWarnings(lastDate, outerDate)]
    case 'mediation-adviser':
    case 'd3':
      return !isWorkingDay(lastDate, holidays) || windowOf(lastDate) !== null ? ['U5'] : []
    case 'discrimination-claim':
    case 'd6':
    case 'd6a':
    case 'd6b':
    case 'd13':
      return [...lastMinute, ...(isWorkingDay(lastDate, holidays) ? [] : (['U12'] as const))]
    default:
      return []
  }
}

function appealEndWarnings(lastDate: CalendarDate, outerDate: CalendarDate | null): readonly WarningCode[] {
  if (outerDate === null) return []
  if (windowOf(lastDate) !== null) return ['U3']
  return isEveOfWindow(lastDate) ? ['U2', 'U4'] : ['U2']
}

/** 31 July and 24 December: a day before the window opens, so only the next working day is open. */
function isEveOfWindow(date: CalendarDate): boolean {
  const { month, day } = partsOf(date)
  return (month === 7 && day === 31) || (month === 12 && day === 24)
}

function certificateWarnings(
  { adviserContactDate }: DeadlineQuestion,
  start: CalendarDate | null,
  use: CertificateUse,
  { adviserMonths }: LawPeriods,
): readonly WarningCode[] {
  const lateContact = start !== null && adviserContactDate !== undefined && adviserContactDate > addMonths(start, adviserMonths)
  switch (use) {
    case 'adviser-too-late':
      return ['U6']
    case 'none':
      return lateContact ? ['U6'] : []
    case 'counts-after-two-months':
      return ['U7']
    case 'not-needed':
      return ['U8']
    case 'before-letter':
      return ['U9']
    case 'counts':
      return []
  }
}

function doubtfulDates(question: DeadlineQuestion): readonly CalendarDate[] {
  const { letterDate, sentDate, certificateDate, conductDate } = question
  return [letterDate, sentDate, certificateDate, conductDate].flatMap((date) => date ?? [])
}

function isFarFrom(date: CalendarDate, today: CalendarDate): boolean {
  return date > today || addMonths(date, 12) < today
}
