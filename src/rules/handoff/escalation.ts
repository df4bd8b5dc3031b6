// When what nobody takes is announced again and when it goes to the lead: by how long the desk is still open before the legal date.
import type { CalendarDate } from '../calendar-date'
import type { BankHolidays } from '../working-days'
import { afterOpenMinutes, openMinutes, type LocalTime, type OpeningHours } from './opening-hours'

export interface EscalationDesk {
  readonly hours: OpeningHours
  readonly holidays: BankHolidays
}

/** Minutes of Europe/London at which the desk is open; null where it is not open within a year. */
export interface Escalation {
  readonly again: LocalTime | null
  readonly lead: LocalTime | null
  /** After it went to the lead, counted from now. */
  readonly leadAgain: LocalTime | null
}

/** In minutes of opening: an eighth, a quarter and a half of what is left, within these. A working day has about 480. */
export const WITHIN: Readonly<Record<'again' | 'lead' | 'leadAgain', Wait>> = {
  again: { share: 8, least: 15, most: 480 },
  lead: { share: 4, least: 30, most: 960 },
  leadAgain: { share: 2, least: 120, most: 960 },
}

interface Wait {
  readonly share: number
  readonly least: number
  readonly most: number
}

/** Tribunal Procedure (FtT) (HESC) Rules 2008, rule 12(1): what must be done on a day must be done by 5pm. */
const END_OF_DAY = '17:00'

/** How far an unclaimed case has been escalated since it was last in somebody's hands. */
export type Escalated = 'no' | 'again' | 'lead'

/** `actBy` is the nearest legal date; without one the waits are the longest ones. Once it is over the lead is not asked more often than that. */
export function escalation({ hours, holidays }: EscalationDesk, now: LocalTime, actBy: CalendarDate | null): Escalation {
  const left = actBy === null ? Infinity : openMinutes(hours, holidays, now, { today: actBy, time: END_OF_DAY })
  const isOver = actBy !== null && (actBy < now.today || (actBy === now.today && now.time >= END_OF_DAY))
  const at = ({ share, least, most }: Wait): LocalTime | null =>
    afterOpenMinutes(hours, holidays, now, Math.min(most, Math.max(least, Math.floor(left / share))))
  const { again, lead, leadAgain } = WITHIN
  return { again: at(again), lead: at(lead), leadAgain: at(isOver ? { ...leadAgain, least: leadAgain.most } : leadAgain) }
}

interface Happened {
  readonly kind: string
  readonly version: number
}

/** As the events of a case tell it, the oldest first; `version` is that of the last step, 0 where there was none. */
export function escalated(events: readonly Happened[]): { readonly to: Escalated; readonly version: number } {
  return events.reduce<{ readonly to: Escalated; readonly version: number }>(
    (before, { kind, version }) => {
      if (kind === 'accept' || kind === 'hub-status' || kind.startsWith('outcome:')) return { to: 'no', version: 0 }
      if (kind === 'timer:to-lead') return { to: 'lead', version }
      if (kind === 'timer:re-ping' || kind === 'timer:ping-again') return { to: before.to === 'lead' ? 'lead' : 'again', version }
      return before
    },
    { to: 'no', version: 0 },
  )
}
