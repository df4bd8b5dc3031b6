// Words that make a day a rough one, or deny it: about, around, -ish, or so, I think; not, it wasn't.
import { nothing, reckoned, type Found } from './found'
import { after, textAt, wordSet, type Page } from './page'
import { slack } from './relative-days'

const RIGHT_BEFORE = wordSet(
  'about around roughly approx approximately circa c ca nearly almost over under than least most like near say guessing within approximatly aprox abt sometime somewhere some',
)
const BEFORE = wordSet(
  'maybe perhaps possibly probably think guess believe reckon might prob probs unsure assume suppose thought must vaguely',
)
const RIGHT_BEHIND = [
  'ish',
  '- ish',
  'or so',
  'or thereabouts',
  'or thereabout',
  'give or take',
  'roughly',
  'approx',
  'approximately',
  'or around then',
  'time',
]
const BEHIND = [
  'maybe',
  'i think',
  'i guess',
  'i believe',
  'i reckon',
  'probably',
  'perhaps',
  'not sure',
  'or something',
  'or near',
  'or around',
  'or about',
  'i suppose',
]
const SMALL = wordSet("on the it was is in of it's its at , this time ~ a been date letter dated")
const NOT = wordSet("not wasn't isn't wasnt isnt never")
const ENDS = wordSet('. ; ! ?')
const FAR = 6

/** The finds with what the words around them say: a rough word makes a day approximate, a denial takes it away. */
export function withRoughWords(page: Page, finds: readonly Found[]): readonly Found[] {
  return finds.map((found, index) => {
    if (isDenied(page, found)) return nothing(found.from, found.to)
    const start = finds[index - 1]?.to ?? 0
    if (found.certainty !== 'exact' || found.date === null || !isRough(page, found, start)) return found
    return { ...found, ...reckoned(found.from, found.to, found.date, slack(page.today, found.date)) }
  })
}

function isRough(page: Page, found: Found, start: number): boolean {
  const place = beforeSmall(page, found.from, start)
  if (place >= start && RIGHT_BEFORE.has(textAt(page, place))) return true
  if (textAt(page, found.from - 1) === '~' || RIGHT_BEHIND.some((words) => after(page, found.to, words) !== null)) return true
  const behind = textAt(page, found.to) === ',' ? found.to + 1 : found.to
  return BEHIND.some((words) => after(page, behind, words) !== null) || thinks(page, found.from, start)
}

function beforeSmall(page: Page, from: number, start: number): number {
  let place = from - 1
  while (place > start && SMALL.has(textAt(page, place))) place -= 1
  return place
}

/** `I think it was`, `maybe the letter is dated`: a few words before, in the same sentence. */
function thinks(page: Page, from: number, start: number): boolean {
  for (let place = from - 1; place >= Math.max(start, from - FAR); place -= 1) {
    if (BEFORE.has(textAt(page, place))) return true
    if (ENDS.has(textAt(page, place))) return false
  }
  return false
}

/** `not the 3rd but the 5th`; with nothing else to go by, a denied day is no day. */
function isDenied(page: Page, found: Found): boolean {
  const place = beforeSmall(page, found.from, 0)
  return NOT.has(textAt(page, place)) && textAt(page, place - 1) !== 'if'
}
