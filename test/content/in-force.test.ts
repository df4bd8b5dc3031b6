// When a statement may be said.
import { inForce, standingOf } from '../../src/content/in-force'
import { day } from '../holidays'

const statement = { validFrom: day('2026-09-01'), validUntil: day('2027-08-31'), reviewBy: day('2027-05-22') }

describe('standingOf', () => {
  it.each([
    ['2026-08-31', 'not-yet', false],
    ['2026-09-01', 'in-force', true],
    ['2027-05-22', 'in-force', true],
    ['2027-05-23', 'past-review', false],
    ['2027-08-31', 'past-review', false],
    ['2027-09-01', 'ended', false],
  ] as const)('on %s is %s', (today, standing, mayBeSaid) => {
    expect(standingOf(statement, day(today))).toBe(standing)
    expect(inForce(statement, day(today))).toBe(mayBeSaid)
  })

  it('takes no dates for always', () => {
    expect(standingOf({ validFrom: null, validUntil: null, reviewBy: day('2027-05-22') }, day('1999-01-01'))).toBe('in-force')
    expect(standingOf({ reviewBy: day('2027-05-22') }, day('2027-05-22'))).toBe('in-force')
  })
})
