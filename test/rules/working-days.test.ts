// Working days counted by hand over a Christmas: 25 and 28 December 2026 (for Saturday 26) and 1 January 2027 are bank holidays.
import { BeyondHolidayList, workingDaysLeft } from '../../src/rules/working-days'
import { day, holidays } from '../holidays'

test.each([
  ['2026-12-21', '2027-01-04', 7], // 22, 23, 24, 29, 30, 31 December, 4 January
  ['2026-12-21', '2026-12-22', 1],
  ['2026-12-21', '2026-12-21', 0],
  ['2026-12-21', '2026-12-18', 0],
  ['2026-12-18', '2026-12-20', 0],
  ['2026-12-18', '2026-12-21', 1],
  ['2026-12-24', '2026-12-28', 0],
])('from %s to %s %i working days are left', (today, date, left) => {
  expect(workingDaysLeft(day(today), day(date), holidays)).toBe(left)
})

test('none are counted beyond the list', () => {
  const list = { ...holidays, until: day('2026-12-31') }
  expect(() => workingDaysLeft(day('2026-12-30'), day('2027-01-01'), list)).toThrow(BeyondHolidayList)
})
