// Walks through a text once and collects what the small readers find: at each place the longest find wins.
import { readBeside } from './beside-days'
import { readDayOfMonth, readTwoDays } from './days-of-month'
import { readFigures } from './figure-dates'
import type { Found } from './found'
import { readNamedDayOfYear } from './named-days'
import { readNamed } from './named-dates'
import type { Page } from './page'
import { readAgo, readNamedDay } from './relative-days'
import { readSpan, readWeekOf } from './rough-spans'
import { readWeekday } from './weekdays'

type Reader = (page: Page, at: number) => Found | null

const SIMPLE: readonly Reader[] = [
  readNamedDay,
  readAgo,
  readNamedDayOfYear,
  readWeekday,
  readTwoDays,
  readNamed,
  readSpan,
  readFigures,
  readDayOfMonth,
]
const ALL: readonly Reader[] = [(page, at) => readBeside(page, at, readSimple), (page, at) => readWeekOf(page, at, readSimple), ...SIMPLE]

/** In a text with more finds than these nothing more is looked for. */
const FINDS_AT_MOST = 100

/** Everything in the text that is written like a date, in order, none overlapping another. */
export function findAll(page: Page): readonly Found[] {
  const found: Found[] = []
  let at = 0
  while (at < page.tokens.length && found.length < FINDS_AT_MOST) {
    const here = longest(page, at, ALL)
    if (here !== null) found.push(here)
    at = here?.to ?? at + 1
  }
  return found
}

function readSimple(page: Page, at: number): Found | null {
  return longest(page, at, SIMPLE)
}

/** Of two finds of the same length the first reader's stands. */
function longest(page: Page, at: number, readers: readonly Reader[]): Found | null {
  let best: Found | null = null
  for (const read of readers) {
    const found = read(page, at)
    if (found !== null && (best === null || found.to > best.to)) best = found
  }
  return best
}
