// `content check`: every fault of the pack at once, what will need review soon, and a table of reading ages.
import { londonNow } from '../clock'
import { checkPack, type PackReport, type ReadingRow } from '../content/check/check-pack'
import { inOneLine } from '../content/faults'
import { contentDir } from '../project-root'
import type { CalendarDate } from '../rules/calendar-date'

export interface Checked {
  readonly lines: readonly string[]
  /** 1 when anything is wrong. */
  readonly exitCode: 0 | 1
}

/** How many of the hardest cards the table shows. */
const SHOWN = 15

/** Checks the pack in a folder as of a day. */
export function checkContent(dir: string = contentDir, today: CalendarDate = londonNow().today): Checked {
  const report = checkPack(dir, today)
  return { lines: linesOf(report), exitCode: report.faults.length > 0 ? 1 : 0 }
}

function linesOf({ faults, warnings, reading }: PackReport): readonly string[] {
  return [
    ...faults.map((fault) => `FAULT    ${inOneLine(fault)}`),
    ...warnings.map((warning) => `warning  ${inOneLine(warning)}`),
    ...(reading.length > 0 ? readingTable(reading) : []),
    `${count(faults.length, 'fault')}, ${count(warnings.length, 'warning')}`,
  ]
}

function readingTable(reading: readonly ReadingRow[]): readonly string[] {
  const upTo = (age: number): string =>
    `${Math.round((100 * reading.filter((row) => row.age <= age).length) / reading.length)} % up to ${age}`
  return [
    `Reading age of ${reading.length} cards: ${[9, 11, 13].map(upTo).join(', ')}. The hardest:`,
    ...reading.slice(0, SHOWN).map(({ age, place }) => `  ${age.toFixed(1).padStart(5)}  ${place}`),
  ]
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
