// What a deadline question asks and what the answer holds.
import type { CalendarDate } from '../calendar-date'
import type { CertificateNeed, Decision } from '../decisions'
import type { EventRow } from './event-rows'

/** The day and, where it matters, the minute in Europe/London. */
export interface Now {
  readonly today: CalendarDate
  /** `HH:MM`, 24 hours; null when only the day is known (then the day counts as not yet over). */
  readonly time: string | null
}

export interface DeadlineQuestion {
  readonly decision: Decision
  readonly letterDate?: CalendarDate | undefined
  readonly sentDate?: CalendarDate | undefined
  readonly certificateDate?: CalendarDate | undefined
  readonly adviserContactDate?: CalendarDate | undefined
  readonly conductDate?: CalendarDate | undefined
  readonly events?: readonly { readonly row: EventRow; readonly on: CalendarDate }[] | undefined
}

export type ClockName = 'appeal' | 'mediation-adviser' | 'discrimination-claim' | EventRow

/** over 14 days open, 8-14 soon, 1-7 urgent, 0 today; after the safe day late-window; after the outermost day passed. */
export type ClockStatus = 'open' | 'soon' | 'urgent' | 'today' | 'late-window' | 'passed'

export interface Clock {
  readonly clock: ClockName
  /** The last working day on or before the last date; null where somebody else must act or no day is safe. */
  readonly safeDate: CalendarDate | null
  /** The strict count. */
  readonly lastDate: CalendarDate
  /** What the Tribunal rules may still allow, a fallback only; null where they allow nothing more. */
  readonly outerDate: CalendarDate | null
  readonly status: ClockStatus
  /** Calendar days from today to the safe date (to the last date where that is null); negative when it is over. */
  readonly daysLeft: number
  readonly working: readonly WorkingStep[]
}

/** U1 to U20 of the doubts about counting, each with its safe behaviour. */
export type WarningCode = `U${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20}`

export interface Deadlines {
  readonly certificate: CertificateNeed
  readonly clocks: readonly Clock[]
  readonly warnings: readonly WarningCode[]
}

export type StartKind = 'letter' | 'sent' | 'certificate' | 'conduct' | 'event'

/** One line of the sum. The words for it are in the content pack. */
export type WorkingStep =
  | { readonly kind: 'start'; readonly which: StartKind; readonly date: CalendarDate }
  | { readonly kind: 'earlier-of'; readonly letter: CalendarDate; readonly sent: CalendarDate }
  | {
      readonly kind: 'add-months'
      readonly from: CalendarDate
      readonly months: number
      readonly to: CalendarDate
      readonly clamped: boolean
    }
  | {
      readonly kind: 'starting-with'
      readonly from: CalendarDate
      readonly count: number
      readonly unit: 'months' | 'days'
      readonly to: CalendarDate
    }
  | {
      readonly kind: 'add-weeks' | 'add-days' | 'add-working-days' | 'add-tribunal-days' | 'subtract-working-days' | 'subtract-months'
      readonly from: CalendarDate
      readonly count: number
      readonly to: CalendarDate
    }
  | { readonly kind: 'day-before'; readonly of: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'later-of'; readonly twoMonths: CalendarDate; readonly certificateMonth: CalendarDate; readonly chosen: CalendarDate }
  | {
      readonly kind: 'safe' | 'roll-working-day' | 'roll-august' | 'roll-christmas'
      readonly from: CalendarDate
      readonly to: CalendarDate
    }
  | { readonly kind: 'no-roll' }

/** A clock as messages, commands and summaries carry it: the sum in words travels with the dates. */
export interface ToldClock extends Omit<Clock, 'working'> {
  /** The sum in plain words. */
  readonly working: string
  /** The legal sources, cited. */
  readonly sources: readonly string[]
}
