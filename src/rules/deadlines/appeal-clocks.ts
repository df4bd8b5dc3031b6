// The two clocks of an appeal: when the Tribunal must have it, and by when the mediation adviser must have been contacted.
import { addMonths, earlier, partsOf, type CalendarDate } from '../calendar-date'
import type { BankHolidays } from '../working-days'
import { standing } from './clock-status'
import type { LawPeriods } from './law-periods'
import { rolledEnd, safeEnd } from './tribunal-roll'
import type { Clock, DeadlineQuestion, Now, WorkingStep } from './types'

/** The day that starts the two months: the earlier of the date on the letter and the day it was sent. HESC Rules r.20; the form asks for the date on the letter. */
export function startOf(
  letterDate: CalendarDate,
  sentDate: CalendarDate | undefined,
): { start: CalendarDate; steps: readonly WorkingStep[] } {
  if (sentDate === undefined || sentDate === letterDate)
    return { start: letterDate, steps: [{ kind: 'start', which: 'letter', date: letterDate }] }
  const start = earlier(letterDate, sentDate)
  const which = start === letterDate ? 'letter' : 'sent'
  return {
    start,
    steps: [
      { kind: 'earlier-of', letter: letterDate, sent: sentDate },
      { kind: 'start', which, date: start },
    ],
  }
}

export type CertificateUse = 'none' | 'counts' | 'counts-after-two-months' | 'before-letter' | 'adviser-too-late' | 'not-needed'

/**
 * Whether the month from a mediation certificate counts. HESC Rules r.20(1)(c)(ii); SEND Regs 2014 reg 33.
 * Not one dated before the letter; not for Section I only; not where the adviser was first contacted after the two months.
 */
export function certificateUse(question: DeadlineQuestion, start: CalendarDate, periods: LawPeriods): CertificateUse {
  const { certificateDate, adviserContactDate, decision } = question
  if (certificateDate === undefined) return 'none'
  if (decision === 'plan-placement-only') return 'not-needed'
  if (certificateDate < start) return 'before-letter'
  if (certificateDate <= addMonths(start, periods.appealMonths)) return 'counts'
  const isLate = adviserContactDate !== undefined && adviserContactDate > addMonths(start, periods.adviserMonths)
  return isLate ? 'adviser-too-late' : 'counts-after-two-months'
}

/** Whether an appeal may be made with the certificate (HESC Rules 2008 rule 20; SEND Regs 2014 reg 33). */
export function isUsable(use: CertificateUse): boolean {
  return use === 'counts' || use === 'counts-after-two-months'
}

/**
 * When the Tribunal must have received the appeal: two calendar months from the letter, or one from the certificate where that is later.
 * HESC Rules 2008 rr.12, 20(1)(c). @throws BeyondHolidayList
 */
export function appealClock(
  start: CalendarDate,
  certificateDate: CalendarDate | null,
  now: Now,
  holidays: BankHolidays,
  periods: LawPeriods,
): Clock {
  const twoMonths = addMonthsStep(start, periods.appealMonths)
  const steps: WorkingStep[] = [twoMonths]
  let lastDate = twoMonths.to
  if (certificateDate !== null) {
    const month = addMonthsStep(certificateDate, periods.certificateMonths)
    lastDate = month.to > lastDate ? month.to : lastDate
    steps.push({ kind: 'start', which: 'certificate', date: certificateDate }, month)
    steps.push({ kind: 'later-of', twoMonths: twoMonths.to, certificateMonth: month.to, chosen: lastDate })
  }
  const { safe, steps: safeSteps } = safeEnd(lastDate, holidays)
  const rolled = rolledEnd(lastDate, holidays)
  const dates = { safeDate: safe, lastDate, outerDate: rolled?.to ?? null }
  return { clock: 'appeal', ...dates, ...standing(dates, now), working: [...steps, ...safeSteps, ...(rolled ? [rolled.step] : [])] }
}

/**
 * By when the mediation adviser must have been contacted: two calendar months from the letter, which nothing extends.
 * SEND Regs 2014 reg 33. @throws BeyondHolidayList
 */
export function adviserClock(start: CalendarDate, now: Now, holidays: BankHolidays, periods: LawPeriods): Clock {
  const twoMonths = addMonthsStep(start, periods.adviserMonths)
  const { safe, steps } = safeEnd(twoMonths.to, holidays)
  const dates = { safeDate: safe, lastDate: twoMonths.to, outerDate: null }
  return { clock: 'mediation-adviser', ...dates, ...standing(dates, now), working: [twoMonths, ...steps, { kind: 'no-roll' }] }
}

/** The step of the working that adds calendar months; `clamped` where the month has no such day and its last one is taken. */
export function addMonthsStep(from: CalendarDate, months: number): Extract<WorkingStep, { kind: 'add-months' }> {
  const to = addMonths(from, months)
  return { kind: 'add-months', from, months, to, clamped: partsOf(to).day !== partsOf(from).day }
}
