// Taking the official list from GOV.UK: what is added, and what is refused.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import nock from 'nock'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergeHolidays, refreshHolidays } from '../../src/cli/refresh-bank-holidays'
import type { BankHolidaysFile } from '../../src/content/schema/bank-holidays'
import { day } from '../holidays'

const YEAR = ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']
const days = (year: number, monthDays = YEAR): BankHolidaysFile['days'] =>
  monthDays.map((monthDay) => ({ date: day(`${year}-${monthDay}`), title: 'A day' }))
const kept: BankHolidaysFile = {
  source: 'https://www.gov.uk/bank-holidays.json',
  checkedOn: day('2026-11-22'),
  coverage: { from: day('2026-01-01'), until: day('2027-12-31') },
  days: [...days(2026), ...days(2027)],
}
const today = day('2027-01-05')

describe('mergeHolidays', () => {
  it('takes a further year and an extra day, and keeps a year that the new list no longer shows', () => {
    const extra = days(2027, [...YEAR.slice(0, 5), '06-14', ...YEAR.slice(5)])
    const merged = mergeHolidays(kept, [...extra, ...days(2028)], today)
    expect(merged.coverage).toEqual({ from: '2026-01-01', until: '2028-12-31' })
    expect(merged.checkedOn).toBe('2027-01-05')
    expect(merged.days).toHaveLength(8 + 9 + 8)
    expect(merged.days.map(({ date }) => date)).toContain('2027-06-14')
  })

  it('refuses a list that leaves out a day we know', () => {
    expect(() => mergeHolidays(kept, days(2027, [...YEAR.slice(0, 7), '12-29']), today)).toThrow('The new list leaves out 2027-12-28.')
  })

  it('refuses a year that is not complete', () => {
    expect(() => mergeHolidays(kept, [...days(2027), ...days(2028, YEAR.slice(0, 3))], today)).toThrow('not complete for 2028')
  })

  it('refuses a gap between the years', () => {
    expect(() => mergeHolidays(kept, days(2029), today)).toThrow('There would be no days for 2028.')
  })
})

describe('refreshHolidays', () => {
  const dir = mkdtempSync(join(tmpdir(), 'holidays-'))
  const file = join(dir, 'bank-holidays.json')
  const feed = (events: unknown): object => ({
    'england-and-wales': { division: 'england-and-wales', events },
    scotland: { division: 'scotland', events: [] },
  })
  const answers = (status: number, body: object | string): nock.Scope =>
    nock('https://www.gov.uk').get('/bank-holidays.json').reply(status, body)

  beforeEach(() => writeFileSync(file, JSON.stringify(kept)))
  afterEach(() => nock.cleanAll())
  afterAll(() => {
    nock.restore()
    rmSync(dir, { recursive: true })
  })

  it('writes the file of the pack from the feed, notes and bunting left out', async () => {
    answers(200, feed([...days(2026), ...days(2027), ...days(2028)].map((event) => ({ ...event, notes: '', bunting: true }))))
    await refreshHolidays(file, today)
    const written = JSON.parse(readFileSync(file, 'utf8')) as BankHolidaysFile
    expect(written.coverage.until).toBe('2028-12-31')
    expect(written.days).toHaveLength(24)
    expect(written.days[0]).toEqual({ date: '2026-01-01', title: 'A day' })
  })

  it.each([
    ['an error', 503, {}, 'GOV.UK answered 503.'],
    ['a page', 200, '<html></html>', 'no list of bank holidays'],
    ['another form', 200, { england: [] }, 'no list of bank holidays'],
    ['a day that does not exist', 200, feed(days(2027).map((event) => ({ ...event, date: '2027-02-30' }))), 'no list of bank holidays'],
    ['too few days', 200, feed(days(2027, YEAR.slice(0, 2))), 'no list of bank holidays'],
    ['a shorter list', 200, feed([...days(2026), ...days(2027, [...YEAR.slice(1), '12-29'])]), 'leaves out 2027-01-01'],
  ])('refuses %s and leaves the file as it was', async (_what, status, body, reason) => {
    const before = readFileSync(file, 'utf8')
    answers(status, body)
    await expect(refreshHolidays(file, today)).rejects.toThrow(reason)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})
