// Words that make a day a rough one, or deny it: about, around, -ish, or so, I think; not, it wasn't.
import { nothing, reckoned, type Found } from './found'
import { type Page, phraseAt, phrases, skipBack, textAt, wordSet } from './page'
import { slack } from './relative-days'

const RIGHT_BEFORE = wordSet(
  'about around roughly approx approximately circa c ca nearly almost over under than least most like near say guessing within approximatly aprox abt bout est sometime somewhere some',
)
const BEFORE = wordSet(
  'maybe perhaps possibly probably think guess believe reckon might prob probs unsure assume suppose thought must vaguely',
)
const RIGHT_BEHIND = phrases(
  [
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
  ].map((words) => [words, true] as const),
)
const BEHIND = phrases(
  [
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
  ].map((words) => [words, true] as const),
)
const SMALL = wordSet("on the it was is in of it's its at , this time ~ a been date letter dated")
const NOT = wordSet("not wasn't isn't wasnt isnt never")
const SHORTENED = wordSet('c ca approx abt est')
const ENDS = wordSet('. ; ! ?')
const FAR = 6

/** The finds with what the words around them say: a rough word makes a day approximate, a denial takes it away. */
export function withRoughWords(page: Page, finds: readonly Found[]): readonly Found[] {
  return finds.map((found, index) => {
    if (isDenied(page, found)) return nothing(found.from, found.to)
    const start = finds[index - 1]?.to ?? 0
    if (found.certainty !== 'exact' || !isRough(page, found, start)) return found
    return { ...found, ...reckoned(found.from, found.to, found.date, slack(page.today, found.date)) }
  })
}

function isRough(page: Page, found: Found, start: number): boolean {
  const place = skipBack(page, found.from, SMALL)
  if (place >= start && RIGHT_BEFORE.has(textAt(page, place))) return true
  const shortened = textAt(page, found.from - 1) === '.' && SHORTENED.has(textAt(page, found.from - 2))
  if (shortened || textAt(page, found.from - 1) === '~' || phraseAt(page, found.to, RIGHT_BEHIND) !== null) return true
  const behind = [',', '('].includes(textAt(page, found.to)) ? found.to + 1 : found.to
  return phraseAt(page, behind, BEHIND) !== null || thinks(page, found.from, start)
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
  const place = skipBack(page, found.from, SMALL)
  return NOT.has(textAt(page, place)) && textAt(page, place - 1) !== 'if'
}
