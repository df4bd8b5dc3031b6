// Who a handoff can go to, as the service needs to know it; the words and hours come from the content pack.
import type { CalendarDate } from '../rules/calendar-date'
import type { Escalates, Route } from '../rules/handoff/handoff-types'
import type { TodaysHours } from '../store/handoff-port'

/** Moments in epoch milliseconds. `closesAt` while it is open, `opensAt` while it is not; null where nobody can say. */
export interface Hours {
  readonly isOpen: boolean
  readonly closesAt: number | null
  readonly opensAt: number | null
}

/** Who keeps what is typed in that chat, and may read it. */
export interface TeamsChatTerms {
  readonly employer: string
  readonly isCouncil: boolean
}

export interface Place {
  readonly organisation: string
  readonly name: string
  readonly isToMediation: boolean
  /** The council itself reads it. */
  readonly isCouncil: boolean
  readonly routes: readonly Route[]
  /** Where its staff may talk with families from Microsoft Teams. */
  readonly teamsChat?: TeamsChatTerms
  readonly phone: string | null
  readonly email: string | null
  hours(now: number): Hours
  /** For one with this legal date that waits from now on; `today`: what staff set for the rest of today, null where the usual hours count. */
  escalates(now: number, actBy: CalendarDate | null, today: TodaysHours | null): Escalates
}

export interface Places {
  /** Those that families of this council are offered, in the order they are offered; for null, where the council is not known. */
  of(council: string | null): readonly Place[]
  find(organisation: string): Place | null
}
