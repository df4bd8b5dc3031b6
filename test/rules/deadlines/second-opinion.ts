// A second reading of the law, written apart from the rules with the runtime's own calendar, to compare them day by day.
const BANK = new Set(
  (
    '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 ' +
    '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 ' +
    '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28 ' +
    '2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26'
  ).split(' '),
)

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const time = (text: string): number => Date.parse(`${text}T12:00:00Z`)
const DAY = 86_400_000

function monthsOn(text: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)))
}

function works(text: string): boolean {
  const weekday = new Date(time(text)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !BANK.has(text)
}

function seek(text: string, step: 1 | -1): string {
  let at = text
  while (!works(at)) at = iso(time(at) + step * DAY)
  return at
}

function fallback(strict: string): string | null {
  const monthDay = strict.slice(5)
  if (monthDay.startsWith('08-')) return seek(`${strict.slice(0, 4)}-09-01`, 1)
  if (monthDay >= '12-25') return seek(`${Number(strict.slice(0, 4)) + 1}-01-02`, 1)
  if (monthDay === '01-01') return seek(`${strict.slice(0, 4)}-01-02`, 1)
  return works(strict) ? null : seek(strict, 1)
}

export interface Opinion {
  readonly clock: string
  readonly safeDate: string
  readonly lastDate: string
  readonly outerDate: string | null
}

export function appealOpinion(decision: string, letter: string, certificate: string | null): Opinion[] {
  const twoMonths = monthsOn(letter, 2)
  const counts = certificate !== null && decision !== 'plan-placement-only' && certificate >= letter
  const month = counts ? monthsOn(certificate, 1) : twoMonths
  const strict = month > twoMonths ? month : twoMonths
  const appeal = { clock: 'appeal', safeDate: seek(strict, -1), lastDate: strict, outerDate: fallback(strict) }
  if (counts || decision === 'plan-placement-only') return [appeal]
  return [appeal, { clock: 'mediation-adviser', safeDate: seek(twoMonths, -1), lastDate: twoMonths, outerDate: null }]
}

export function discriminationOpinion(conduct: string): Opinion[] {
  const strict = iso(time(monthsOn(conduct, 6)) - DAY)
  return [{ clock: 'discrimination-claim', safeDate: seek(strict, -1), lastDate: strict, outerDate: null }]
}
