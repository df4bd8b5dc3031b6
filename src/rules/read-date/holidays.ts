// The days with a name in England: Easter and what hangs on it, bank holidays, and the feasts of every year.
import { addDays, calendarDate, isoWeekday, type CalendarDate } from '../calendar-date'
import { firstAfter, onOrBefore } from './weekday-names'

/** The date of a day that has one each year. */
export type DayOfYear = (year: number) => CalendarDate

/** Easter Sunday of the Western churches (the anonymous Gregorian algorithm). */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const index = epact + weekday - 7 * late + 114
  return fixed(Math.floor(index / 31), (index % 31) + 1)(year)
}

/** The same day and month every year; `day` is one that every year has. */
export function fixed(month: number, day: number): DayOfYear {
  return (year) => calendarDate(year, month, day) ?? easterSunday(2000)
}

/** So many days after Easter Sunday. */
export function fromEaster(days: number): DayOfYear {
  return (year) => addDays(easterSunday(year), days)
}

/** The nth such weekday on or after the day and month given. */
export function weekdayFrom(month: number, day: number, weekday: number, nth = 1): DayOfYear {
  return (year) => addDays(firstAfter(addDays(fixed(month, day)(year), -1), weekday), 7 * (nth - 1))
}

const lastMonday =
  (month: number): DayOfYear =>
  (year) =>
    onOrBefore(fixed(month, 31)(year), 1)
/** Years in which a bank holiday was moved for a national occasion. */
const earlyMay: DayOfYear = (year) => (year === 2020 ? fixed(5, 8)(year) : weekdayFrom(5, 1, 1)(year))
const spring: DayOfYear = (year) => (year === 2022 ? fixed(6, 2)(year) : year === 2012 ? fixed(6, 4)(year) : lastMonday(5)(year))
const summer = lastMonday(8)

/** The day itself, or the Monday after it when it falls on a weekend. */
const workdayFrom = (day: CalendarDate): CalendarDate => (isoWeekday(day) < 6 ? day : firstAfter(day, 1))
const newYear: DayOfYear = (year) => workdayFrom(fixed(1, 1)(year))
const christmas: DayOfYear = (year) => workdayFrom(fixed(12, 25)(year))
const boxing: DayOfYear = (year) => workdayFrom(addDays(christmas(year), 1))
/** The eight of England and Wales, with the days that stand in for a weekend. */
const EIGHT = [newYear, fromEaster(-2), fromEaster(1), earlyMay, spring, summer, christmas, boxing]
const MONDAYS = EIGHT.map(
  (day): DayOfYear =>
    (year) =>
      isoWeekday(day(year)) === 1 ? day(year) : summer(year),
)

/** What each name may mean: one day, or several where families mean different days by it. */
export const DAYS_BY_NAME: ReadonlyMap<string, readonly DayOfYear[]> = new Map([
  ...named('good friday', fromEaster(-2)),
  ...named('easter sunday,easter day', easterSunday),
  ...named('easter monday', fromEaster(1)),
  ...named('easter saturday,holy saturday', fromEaster(-1)),
  ...named('maundy thursday', fromEaster(-3)),
  ...named('palm sunday', fromEaster(-7)),
  ...named('ash wednesday', fromEaster(-46)),
  ...named('shrove tuesday,pancake day,pancake tuesday', fromEaster(-47)),
  ...named('mothering sunday,mothers day', fromEaster(-21)),
  ...named('whit sunday,pentecost', fromEaster(49)),
  ...named('whit monday', fromEaster(50)),
  ...named('fathers day', weekdayFrom(6, 1, 7, 3)),
  ...named('new years day,new year day', fixed(1, 1)),
  ...named('burns night', fixed(1, 25)),
  ...named('valentines day,valentines', fixed(2, 14)),
  ...named('st davids day', fixed(3, 1)),
  ...named('st patricks day', fixed(3, 17)),
  ...named('april fools day,april fools', fixed(4, 1)),
  ...named('st georges day', fixed(4, 23)),
  ...named('halloween', fixed(10, 31)),
  ...named('bonfire night,guy fawkes night,guy fawkes,fireworks night', fixed(11, 5)),
  ...named('armistice day,remembrance day', fixed(11, 11)),
  ...named('remembrance sunday', weekdayFrom(11, 1, 7, 2)),
  ...named('black friday', (year) => addDays(weekdayFrom(11, 1, 4, 4)(year), 1)),
  ...named('st andrews day', fixed(11, 30)),
  ...named('christmas eve,xmas eve', fixed(12, 24)),
  ...named('christmas day,xmas day', fixed(12, 25)),
  ...named('boxing day', fixed(12, 26)),
  ...named('new years eve,new year eve', fixed(12, 31)),
  ...named('may day', fixed(5, 1), earlyMay),
  ...named('may day bank holiday,early may bank holiday,first may bank holiday,may day monday', earlyMay),
  ...named('may bank holiday', earlyMay, spring),
  ...named('spring bank holiday,late may bank holiday,whitsun bank holiday,whit bank holiday,second may bank holiday', spring),
  ...named('august bank holiday,summer bank holiday,late summer bank holiday', summer),
  ...named('easter bank holiday', fromEaster(-2), fromEaster(1)),
  ...named('christmas bank holiday,xmas bank holiday', christmas, boxing),
])

/** Names for whichever bank holiday came last. */
export const LAST_OF_MANY: ReadonlyMap<string, readonly DayOfYear[]> = new Map([
  ...named('bank holiday', ...EIGHT),
  ...named('bank holiday monday', ...MONDAYS),
])

function named(names: string, ...days: DayOfYear[]): [string, DayOfYear[]][] {
  return names.split(',').map((name) => [name, days])
}
