// Clocks and warnings as they are told: in the words of the pack and the shape that every channel and command shares.
import type { Clock, ClockName, ClockStatus, WarningCode } from '../rules/deadlines/types'
import type { CalendarDate } from '../rules/calendar-date'
import { explainWorking } from './explain-working'
import type { Pack } from './pack'

/** A clock as messages and commands carry it; dates are `YYYY-MM-DD`. */
export interface ToldClock {
  readonly clock: ClockName
  readonly safeDate: CalendarDate | null
  readonly lastDate: CalendarDate
  readonly outerDate: CalendarDate | null
  readonly status: ClockStatus
  readonly daysLeft: number
  /** The sum in plain words. */
  readonly working: string
  /** The legal sources, cited. */
  readonly sources: readonly string[]
}

export interface ToldWarning {
  readonly code: WarningCode
  readonly message: string
}

export function tellClocks(pack: Pick<Pack, 'deadlines'>, clocks: readonly Clock[]): readonly ToldClock[] {
  return clocks.map(({ working, ...clock }) => ({
    ...clock,
    working: explainWorking(pack.deadlines, working),
    sources: pack.deadlines.clocks.get(clock.clock)?.law ?? [],
  }))
}

export function tellWarnings(pack: Pick<Pack, 'deadlines'>, codes: readonly WarningCode[]): readonly ToldWarning[] {
  return codes.map((code) => ({ code, message: pack.deadlines.warnings.get(code) ?? '' }))
}
