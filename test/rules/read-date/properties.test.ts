// What must hold of every date and of every text.
import fc from 'fast-check'
import { addDays, daysBetween, isoWeekday, parseCalendarDate, partsOf, type CalendarDate } from '../../../src/rules/calendar-date'
import { readDate } from '../../../src/rules/read-date/read-date'
import { day } from './readings'

const TODAY = day('2027-12-31')
const FIRST = day('2025-01-01')
const DAYS = Array.from({ length: daysBetween(FIRST, TODAY) + 1 }, (_, index) => addDays(FIRST, index))
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

interface Parts {
  readonly d: number
  readonly m: number
  readonly y: number
  readonly dd: string
  readonly mm: string
  readonly yy: string
  readonly month: string
  readonly weekday: string
}

function partsFor(date: CalendarDate): Parts {
  const { year, month, day: d } = partsOf(date)
  const two = (value: number): string => String(value).padStart(2, '0')
  const weekday = WEEKDAYS[isoWeekday(date) - 1] ?? ''
  return { d, m: month, y: year, dd: two(d), mm: two(month), yy: String(year).slice(2), month: MONTHS[month - 1] ?? '', weekday }
}

const ordinal = (d: number): string => `${d}${d > 10 && d < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th')}`

const FORMATS: Readonly<Record<string, (parts: Parts) => string>> = {
  'd/m/yyyy': ({ d, m, y }) => `${d}/${m}/${y}`,
  'dd.mm.yy': ({ dd, mm, yy }) => `${dd}.${mm}.${yy}`,
  'd-m-yy': ({ d, m, yy }) => `${d}-${m}-${yy}`,
  'dd mm yyyy': ({ dd, mm, y }) => `${dd} ${mm} ${y}`,
  ddmmyyyy: ({ dd, mm, y }) => `${dd}${mm}${y}`,
  ddmmyy: ({ dd, mm, yy }) => `${dd}${mm}${yy}`,
  'yyyy-mm-dd': ({ dd, mm, y }) => `${y}-${mm}-${dd}`,
  'd month yyyy': ({ d, month, y }) => `${d} ${month} ${y}`,
  'd mon yy': ({ d, month, yy }) => `${d} ${month.slice(0, 3)} ${yy}`,
  'dth of month yyyy': ({ d, month, y }) => `${ordinal(d)} of ${month} ${y}`,
  'month dth, yyyy': ({ d, month, y }) => `${month} ${ordinal(d)}, ${y}`,
  'weekday d month yyyy': ({ d, month, y, weekday }) => `${weekday} ${d} ${month} ${y}`,
  'weekday the dth of month yyyy': ({ d, month, y, weekday }) => `${weekday} the ${ordinal(d)} of ${month}, ${y}`,
  dmonyyyy: ({ d, month, y }) => `${d}${month.slice(0, 3).toLowerCase()}${y}`,
  'in a sentence': ({ d, month, y }) => `my letter is dated ${d} ${month.toUpperCase()} ${y} and I do not agree with it`,
}

test.each(Object.entries(FORMATS))('every day of three years reads back from %s', (_name, write) => {
  const wrong = DAYS.filter((date) => {
    const reading = readDate(write(partsFor(date)), TODAY)
    return reading.certainty !== 'exact' || reading.date !== date
  })
  expect(wrong).toEqual([])
})

test.each([
  // '24/7' alone is a saying.
  ['d/m', ({ d, m }: Parts) => (d === 24 && m === 7 ? 'dated 24/7' : `${d}/${m}`)],
  ['dth month', ({ d, month }: Parts) => `${ordinal(d)} ${month}`],
  ['month dth', ({ d, month }: Parts) => `${month} ${ordinal(d)}`],
  ['weekday d month', ({ d, month, weekday }: Parts) => `${weekday} ${d} ${month}`],
])('without a year, %s is the latest such day that is not after today', (_name, write) => {
  // Read on the day, the day after, a month later and just within a year, in turn.
  const wrong = DAYS.filter((date, index) => readDate(write(partsFor(date)), addDays(date, [0, 1, 30, 364][index % 4] ?? 0)).date !== date)
  expect(wrong).toEqual([])
})

test('a day and month of tomorrow, without a year, lies a year back', () => {
  const wrong = DAYS.filter((date) => {
    const { d, m, month, y, dd, mm } = partsFor(date)
    if (month === 'February' && d === 29) return false
    const expected = `${y - 1}-${mm}-${dd}`
    return [`on ${d}/${m}`, `${d} ${month}`].some((text) => readDate(text, addDays(date, -1)).date !== expected)
  })
  expect(wrong).toEqual([])
})

test('figures that fit only month first are never certain', () => {
  const wrong = DAYS.filter((date) => {
    const { d, m, y, dd, mm, yy } = partsFor(date)
    const texts = d > 12 ? [`${m}/${d}/${y}`, `${mm}-${dd}-${yy}`, `${m}.${d}.${y}`, `${mm} ${dd} ${y}`, `${mm}${dd}${y}`] : []
    return texts.some((text) => {
      const reading = readDate(text, TODAY)
      return reading.certainty !== 'ambiguous' || reading.date !== null || !reading.alternatives.includes(date)
    })
  })
  expect(wrong).toEqual([])
})

test('a weekday that the date has not is never certain', () => {
  const wrong = DAYS.filter((date) => date.startsWith('2026')).filter((date) =>
    WEEKDAYS.some((weekday) => {
      const { d, month, y, dd, mm } = partsFor(date)
      if (weekday === partsFor(date).weekday) return false
      return [`${weekday} ${d} ${month} ${y}`, `${dd}/${mm}/${y}, a ${weekday}`].some((text) => {
        const reading = readDate(text, TODAY)
        return reading.certainty !== 'ambiguous' || reading.alternatives[0] !== date
      })
    }),
  )
  expect(wrong).toEqual([])
})

test('a day that a month has not is no date', () => {
  for (const year of [2025, 2026, 2027]) {
    for (const [index, month] of MONTHS.entries()) {
      for (const d of [29, 30, 31, 32].filter(
        (each) => parseCalendarDate(`${year}-${String(index + 1).padStart(2, '0')}-${each}`) === null,
      )) {
        for (const text of [
          `${d}/${index + 1}/${year}`,
          `${d} ${month} ${year}`,
          `${month} ${ordinal(d)} ${year}`,
          `${ordinal(d)} of ${month}, ${year}`,
        ]) {
          expect([text, readDate(text, TODAY).certainty]).toEqual([text, 'none'])
        }
      }
    }
  }
})

test('so many days and weeks ago are counted in days', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DAYS), fc.integer({ min: 2, max: 200 }), (today, count) => {
      expect(readDate(`${count} days ago`, today)).toMatchObject({ certainty: 'exact', date: addDays(today, -count) })
      expect(readDate(`${count} weeks ago`, today)).toMatchObject({ certainty: 'exact', date: addDays(today, -7 * count) })
      expect(readDate(`about ${count} weeks ago`, today)).toMatchObject({ certainty: 'approximate', date: addDays(today, -7 * count) })
    }),
  )
})

test('last with a weekday is one of the seven days before today', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DAYS), fc.integer({ min: 0, max: 6 }), (today, index) => {
      const { date } = readDate(`last ${WEEKDAYS[index]}`, today)
      const back = date === null ? NaN : daysBetween(date, today)
      expect(back >= 1 && back <= 7 && date !== null && isoWeekday(date) === index + 1).toBe(true)
    }),
  )
})

const WORDS = (
  '3 11 31 1/ / . - , 2026 26 99 0 3rd the of last next this week weeks month months ago a an in on to Monday tues Nov october may march day before after end early Good Friday Easter half term ' +
  "and or between not dated letter got it about ish 24 hours £ % ref section fortnight couple few yesterday today 20226 140326 09112026 ' ( ) year years"
).split(' ')

test('any text gets a reading that is whole: a real date where it is certain or rough, and none else', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join('')),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...DAYS), (text, today) => {
      const reading = readDate(text, today)
      const all = [...reading.mentioned, reading]
      for (const { date, certainty, alternatives } of all) {
        expect(date !== null).toBe(certainty === 'exact' || certainty === 'approximate')
        expect(alternatives.length > 0).toBe(certainty === 'ambiguous')
        for (const each of [date, ...alternatives]) expect(each === null || parseCalendarDate(each) === each).toBe(true)
        expect(new Set(alternatives).size).toBe(alternatives.length)
      }
    }),
    { numRuns: 3000 },
  )
})

const NOT_DATES = [
  'section #', 'regulation #', 'reg #', 'para #', 'page #', 'year #', 'Y#', 'yr #', 'KS#', 'he is #', 'she\'s #', 'aged #', 'age #', '# years old', '# yrs old', 'my # year old', '# days', '# weeks', '# months',
  '# hours', 'within # days', 'flat #', 'room #', '£#', '£#.50', '#%', '# children', 'ref #', 'ref 2026/04#', 'case 2026/04#', 'number #', 'step #', '# miles', '#.5 hours', '# minutes', 'number #.11', 'section #.11',
  'at #.30', 'at #:30', 'for # years', 'every # weeks', '# people', '# out of 30', 'score #/10', 'ref: #/11/26', 'tel 0161 4960 0#', 'his #th birthday', '#th form', '# High Street', '# March Road',
] // prettier-ignore

test('numbers that count, name or cost something are no dates', () => {
  const wrong = NOT_DATES.flatMap((pattern) => Array.from({ length: 31 }, (_, index) => pattern.replace('#', String(index + 1)))).filter(
    (text) => readDate(text, TODAY).certainty !== 'none',
  )
  expect(wrong).toEqual([])
})
