// The same words on other days: the turn of a year, a leap day, the end of a month, other weekdays.
import { day, expectReadings, signOf } from './readings'

// A Thursday.
expectReadings(
  '2026-01-01',
  `
1/1 => 2026-01-01
1 January => 2026-01-01
31/12 => 2025-12-31
2/1 => 2025-01-02
2 Jan => 2025-01-02
2/1/26 => 2026-01-02
yesterday => 2025-12-31
day before yesterday => 2025-12-30
last Thursday => 2025-12-25
Thursday => ? 2026-01-01 2025-12-25
Wednesday => 2025-12-31
this Thursday => 2026-01-01
this Wednesday => 2025-12-31
this Friday => ? 2026-01-02 2025-12-26
Thursday last week => 2025-12-25
Boxing Day => 2025-12-26
Christmas Eve => 2025-12-24
New Year's Eve => 2025-12-31
New Year's Day => 2026-01-01
Good Friday => 2025-04-18
Halloween => 2025-10-31
the 31st => 2025-12-31
the 1st => 2026-01-01
the 2nd => 2025-12-02
the 30th => 2025-12-30
the 9th of last month => 2025-12-09
the 9th of this month => 2026-01-09
9th October last year => 2025-10-09
9 October this year => 2026-10-09
9 October => 2025-10-09
a fortnight ago => 2025-12-18
a month ago => 2025-12-01
two months ago => 2025-11-01
six weeks ago => 2025-11-20
last week => ~ 2025-12-22
last month => ~ 2025-12-01
this month => ~ 2026-01-01
last year => ~ 2025-01-01
this year => ~ 2026-01-01
January => ~ 2026-01-01
February => ~ 2025-02-01
October => ~ 2025-10-01
December => ~ 2025-12-01
last January => ~ 2025-01-01
last December => ~ 2025-12-01
end of the month => ~ 2025-12-21
end of last month => ~ 2025-12-21
the Christmas holidays => ~ 2025-12-18
before Christmas => ~ 2025-12-10
before half term => ~ 2025-10-13
half term => ~ 2025-10-27
start of term => ~ 2025-09-01
bank holiday => 2026-01-01
last bank holiday => 2026-01-01
`,
)

// A Tuesday, and the day of the year that most years have not.
expectReadings(
  '2028-02-29',
  `
29 Feb => 2028-02-29
29/2 => 2028-02-29
29/02/28 => 2028-02-29
29 Feb 2027 => none
28 Feb => 2028-02-28
1/3 => 2027-03-01
a year ago => ~ 2027-02-28
a month ago => 2028-01-29
a week ago => 2028-02-22
yesterday => 2028-02-28
tomorrow => 2028-03-01
last Tuesday => 2028-02-22
Tuesday => ? 2028-02-29 2028-02-22
Tuesday week => ? 2028-03-07 2028-03-14
the 29th => 2028-02-29
the 30th => 2028-01-30
the 31st => 2028-01-31
the 30th of this month => none
the 29th of this month => 2028-02-29
half term => ~ 2028-02-14
before half term => ~ 2028-01-31
Pancake Day => 2028-02-29
Shrove Tuesday => 2028-02-29
end of February => ~ 2028-02-20
end of the month => ~ 2028-02-20
last day of February => 2028-02-29
May Day => ? 2027-05-01 2027-05-03
Easter Monday => 2027-03-29
`,
)

// A Tuesday at the end of a month; Easter is still to come.
expectReadings(
  '2026-03-31',
  `
31/3 => 2026-03-31
31 March => 2026-03-31
1 April => 2025-04-01
a month ago => 2026-02-28
two months ago => 2026-01-31
the 31st => 2026-03-31
the 30th => 2026-03-30
the 29th of last month => none
the 28th of last month => 2026-02-28
last month => ~ 2026-02-01
next month => ~ 2026-04-01
end of the month => ~ 2026-03-21
Good Friday => 2025-04-18
next Good Friday => 2026-04-03
Easter => ~ 2025-04-18
before Easter => ~ 2026-03-20
Mothering Sunday => 2026-03-15
Mother's Day => 2026-03-15
Ash Wednesday => 2026-02-18
half term => ~ 2026-02-16
after half term => ~ 2026-02-23
bank holiday Monday => 2025-08-25
last bank holiday => 2026-01-01
`,
)

// A Friday.
expectReadings(
  '2026-11-20',
  `
six weeks ago Friday => 2026-10-09
9 Oct => 2026-10-09
9/10/26 => 2026-10-09
Friday => ? 2026-11-20 2026-11-13
last Friday => 2026-11-13
this Friday => 2026-11-20
next Friday => 2026-11-27
Friday week => ? 2026-11-27 2026-12-04
Friday last week => 2026-11-13
a week last Friday => 2026-11-06
a week ago Friday => 2026-11-13
a week ago today => 2026-11-13
Saturday => 2026-11-14
`,
)

// A Wednesday.
expectReadings(
  '2026-11-18',
  `
Friday => 2026-11-13
last Friday => 2026-11-13
last Tuesday => 2026-11-17
this Friday => ? 2026-11-20 2026-11-13
this Tuesday => 2026-11-17
next Monday => 2026-11-23
next Thursday => ? 2026-11-19 2026-11-26
a week on Friday => 2026-11-27
a week last Friday => 2026-11-06
six weeks ago Friday => ? 2026-10-09 2026-10-02
a week ago Friday => ? 2026-11-13 2026-11-06
two weeks ago on Monday => 2026-11-02
Monday of this week => 2026-11-16
Friday of this week => 2026-11-20
end of last week => ~ 2026-11-13
last weekend => ~ 2026-11-14
weekend before last => ~ 2026-11-07
next weekend => ~ 2026-11-28
`,
)

// August: the school year is over, and the last half term was in May.
expectReadings(
  '2027-08-10',
  `
half term => ~ 2027-05-31
before half term => ~ 2027-05-17
the summer holidays => ~ 2027-07-18
before the summer holidays => ~ 2027-07-04
end of the summer term => ~ 2027-06-16
August bank holiday => 2026-08-31
spring bank holiday => 2027-05-31
Boxing Day => 2026-12-26
last bank holiday => 2027-05-31
Christmas bank holiday => ? 2026-12-25 2026-12-28
Father's Day => 2027-06-20
Remembrance Sunday => 2026-11-08
autumn term => ~ 2026-09-01
spring term => ~ 2027-01-02
spring bank holiday 2022 => 2022-06-02
spring bank holiday 2012 => 2012-06-04
early May bank holiday 2020 => 2020-05-08
early May bank holiday 2021 => 2021-05-03
`,
)

test('of a long text the first thousand words and marks are read', () => {
  const after = (words: number): string => signOf(`${'x '.repeat(words)}3/11`, day('2026-11-22'))
  expect([after(997), after(998)]).toEqual(['2026-11-03', 'none'])
})
