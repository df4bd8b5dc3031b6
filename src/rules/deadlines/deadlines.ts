// From a decision and its dates to every clock that runs: the one public rule about deadlines.
import { certificateNeed, hasAppealClock } from '../decisions'
import type { BankHolidays } from '../working-days'
import { adviserClock, appealClock, certificateUse, isUsable, startOf, type CertificateUse } from './appeal-clocks'
import { discriminationClock, eventClocks } from './event-clock'
import { periodsFor, type LawPeriods } from './law-periods'
import type { Clock, DeadlineQuestion, Deadlines, Now } from './types'
import { warningsFor } from './warnings'
import type { CalendarDate } from '../calendar-date'

/** What a question must hold before it can be counted. */
export type MissingDate = 'letter-date' | 'conduct-date' | null

/** Which date is missing. None is needed where only events are asked. */
export function missingDate(question: DeadlineQuestion): MissingDate {
  if ((question.events ?? []).length > 0) return null
  if (question.decision === 'discrimination') return question.conductDate === undefined ? 'conduct-date' : null
  return hasAppealClock(question.decision) && question.letterDate === undefined ? 'letter-date' : null
}

/**
 * The clocks of a decision: safe, last and outer date, how each stands on the day asked, its working, and the warnings that belong to it.
 * `law`: the periods by day of decision. Calendar months by the corresponding date rule; the earlier of letter and sent date counts. Always computes what it can: ask `missingDate` first.
 * HESC Rules 2008 rr.12, 20; SEND Regs 2014 reg 33; Equality Act 2010 Sch 17 para 4. @throws BeyondHolidayList
 */
export function deadlines(question: DeadlineQuestion, now: Now, holidays: BankHolidays, law: readonly LawPeriods[]): Deadlines {
  const started = question.letterDate === undefined ? null : startOf(question.letterDate, question.sentDate)
  const start = started?.start ?? null
  const periods = periodsFor(start ?? now.today, law)
  const use = start === null ? 'none' : certificateUse(question, start, periods)
  const clocks = [
    ...(started && hasAppealClock(question.decision)
      ? withWorking(started.steps, letterClocks(question, started.start, use, now, holidays, periods))
      : []),
    ...(question.conductDate === undefined ? [] : [discriminationClock(question.conductDate, now, holidays)]),
    ...(question.events ?? []).flatMap(({ row, on }) => eventClocks(row, on, now, holidays, law)),
  ]
  return {
    certificate: certificateNeed(question.decision),
    clocks,
    warnings: warningsFor(question, start, use, clocks, now, holidays, periods),
  }
}

function letterClocks(
  question: DeadlineQuestion,
  start: CalendarDate,
  use: CertificateUse,
  now: Now,
  holidays: BankHolidays,
  periods: LawPeriods,
): readonly Clock[] {
  const certificate = isUsable(use) ? (question.certificateDate ?? null) : null
  const appeal = appealClock(start, certificate, now, holidays, periods)
  const needsContact = certificate === null && question.decision !== 'plan-placement-only'
  return needsContact ? [appeal, adviserClock(start, now, holidays, periods)] : [appeal]
}

function withWorking(steps: Clock['working'], clocks: readonly Clock[]): readonly Clock[] {
  return clocks.map((clock) => ({ ...clock, working: [...steps, ...clock.working] }))
}
