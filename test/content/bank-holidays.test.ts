// The list of bank holidays: by hand for the years that matter, and against an independent list for all.
import Holidays from 'date-holidays'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'

const { bankHolidays } = loadPack(contentDir)

const BY_HAND: Readonly<Record<string, string>> = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

describe('bank-holidays.json', () => {
  it.each(Object.entries(BY_HAND))('has the days of %s', (year, days) => {
    const listed = [...bankHolidays.days].filter((date) => date.startsWith(year)).map((date) => date.slice(5))
    expect(listed.join(' ')).toBe(days)
  })

  it('has 91 days, all of them weekdays', () => {
    expect(bankHolidays.days.size).toBe(91)
    for (const date of bankHolidays.days) expect([0, 6]).not.toContain(new Date(`${date}T12:00:00Z`).getUTCDay())
  })

  it('agrees with an independent list for England', () => {
    const england = new Holidays('GB', 'ENG')
    const other = Array.from({ length: 11 }, (_, index) => 2018 + index)
      .flatMap((year) => england.getHolidays(year))
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
      .filter((date) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()))
    expect([...bankHolidays.days].sort()).toEqual([...new Set(other)].sort())
  })
})
