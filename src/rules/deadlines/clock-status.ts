// How a clock stands today.
import { daysBetween } from '../calendar-date'
import type { Clock, ClockStatus, Now } from './types'

/** The Tribunal rules end a day at 5pm (HESC Rules r.12(1)). */
const END_OF_DAY = '17:00'

/** Status and calendar days left, counted to the safe date, or to the last date where there is none. */
export function standing(dates: Pick<Clock, 'safeDate' | 'lastDate' | 'outerDate'>, now: Now): Pick<Clock, 'status' | 'daysLeft'> {
  const daysLeft = daysBetween(now.today, dates.safeDate ?? dates.lastDate)
  return { daysLeft, status: statusOf(daysLeft, dates, now) }
}

function statusOf(daysLeft: number, dates: Pick<Clock, 'lastDate' | 'outerDate'>, now: Now): ClockStatus {
  if (daysLeft > 14) return 'open'
  if (daysLeft >= 8) return 'soon'
  if (daysLeft >= 1) return 'urgent'
  if (daysLeft === 0 && (now.time === null || now.time < END_OF_DAY)) return 'today'
  return now.today <= (dates.outerDate ?? dates.lastDate) ? 'late-window' : 'passed'
}
