// `content check`: every fault of the pack at once, what will need review soon, and a table of reading ages.
import { londonNow } from '../clock'
import { checkPack, type PackReport } from '../content/check/check-pack'
import type { LanguageRow } from '../content/check/check-translations'
import type { ReadingRow } from '../content/check/reading-cards'
import { inOneLine } from '../content/faults'
import { contentDir } from '../project-root'
import type { CalendarDate } from '../rules/calendar-date'

export interface Checked {
  readonly lines: readonly string[]
  /** 1 when anything is wrong. */
  readonly exitCode: 0 | 1
}

/** How many of the hardest cards the short table shows. */
const SHOWN = 15

/** The whole table of reading ages, or only the hardest. */
export type Shown = 'all' | 'hardest'

/** Checks the pack in a folder as of a day. */
export function checkContent(dir: string = contentDir, today: CalendarDate = londonNow().today, shown: Shown = 'hardest'): Checked {
  const report = checkPack(dir, today)
  return { lines: linesOf(report, shown), exitCode: report.faults.length > 0 ? 1 : 0 }
}

function linesOf({ faults, warnings, reading, languages }: PackReport, shown: Shown): readonly string[] {
  return [
    ...faults.map((fault) => `FAULT    ${inOneLine(fault)}`),
    ...warnings.map((warning) => `${`warning ${warning.within ?? ''}`.padEnd(11)}${inOneLine(warning)}`),
    ...(reading.length > 0 ? readingTable(reading, shown) : []),
    ...languages.map(languageLine),
    `${count(faults.length, 'fault')}, ${count(warnings.length, 'warning')}`,
  ]
}

function readingTable(reading: readonly ReadingRow[], shown: Shown): readonly string[] {
  const within = reading.filter(({ age, bar }) => age <= bar).length
  const rows = shown === 'all' ? reading : reading.filter(({ age, bar }) => age > bar).slice(0, SHOWN)
  return [
    `Reading age of ${reading.length} cards: ${Math.floor((1000 * within) / reading.length) / 10} % at most what it may be (9; law 11; staff 13). ${shown === 'all' ? 'All:' : 'The hardest above it:'}`,
    ...rows.map(({ age, bar, place }) => `  ${age.toFixed(1).padStart(5)} ${age > bar ? '>' : ' '}${String(bar).padStart(3)}  ${place}`),
  ]
}

function languageLine({ language, name, translated, of, outOfDate }: LanguageRow): string {
  return `Language ${language} (${name}): ${translated} of ${of} texts are translated, ${outOfDate} more from an older English text`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
