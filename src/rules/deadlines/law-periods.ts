// How long the law gives for an appeal, by the day of the decision: a change of the law is a further row.
import type { CalendarDate } from '../calendar-date'

/** HESC Rules 2008 r.20(1)(c); SEND Regs 2014 reg 33. All in calendar months. */
export interface LawPeriods {
  /** The first and the last day of a decision that this holds for; `until` is null while no end is known. */
  readonly from: CalendarDate
  readonly until: CalendarDate | null
  /** From the decision to the appeal. */
  readonly appealMonths: number
  /** From the mediation certificate to the appeal. */
  readonly certificateMonths: number
  /** From the decision to the contact with the mediation adviser. */
  readonly adviserMonths: number
}

/** The periods for a decision of that day; before the first row, the first. Rows are in order and without gaps. @throws Error when there are none */
export function periodsFor(decided: CalendarDate, law: readonly LawPeriods[]): LawPeriods {
  const row = law.findLast(({ from }) => from <= decided) ?? law[0]
  if (row === undefined) throw new Error('No periods of law were given')
  return row
}
