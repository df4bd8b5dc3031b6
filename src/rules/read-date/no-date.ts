// The company in which figures are no date: section numbers, references, prices, times, scores, amounts.
import { skipBack, standsAlone, textAt, wordSet, type Page } from './page'

const COUNTED = wordSet(
  'hour hours hr hrs minute minutes min mins day days week weeks wk wks month months mth mths year years yr yrs am pm percent pounds pence quid miles mile km kg cm mm support ' +
    'ta lta staffing marks points questions people children kids pupils times lessons sessions half inch inches stone lbs',
)
const NUMBERED = wordSet(
  'section sections sec s regulation regulations regs reg paragraph paragraphs para page pages p pg year yr y class room flat apt unit ward number num form ks stage grade level age ' +
    'aged part chapter item question q version v step box appendix schedule sch rule art article clause tel phone telephone call ring text mob mobile fax ext extension postcode ' +
    'account order nhs upn pupil score scored scores mark marked marks rated rate size house bus route platform act code ratio times cost costs at point tier volume vol turned no',
)
const FILED = wordSet('ref refs reference case file id claim urn invoice # code account nhs upn tel phone')
const OFFERED = wordSet(
  "on dated date is was of from letter sent received recieved got came arrived issued posted says said since the printed stamped written emailed it its it's by until and or decision",
)
const BETWEEN = wordSet('. : # is number no nos')
const MARKED_IN = wordSet('in for out')
const PARTS_OF = wordSet('a an of the hour hours term way day')

/** Whether the word before says that a number of some other kind follows: `section 9`, `year 9`, `at 10.30`. */
export function isNumbered(page: Page, at: number): boolean {
  const behindNumber = textAt(page, at - 1) === '.' && NUMBERED.has(textAt(page, at - 2))
  return behindNumber || NUMBERED.has(textAt(page, at - 1)) || NUMBERED.has(label(page, at)) || isFiled(page, at)
}

/** Whether it is the number of a file: `ref 2026/0456`, `case number: 140326`. */
export function isFiled(page: Page, at: number): boolean {
  return FILED.has(textAt(page, at - 1)) || FILED.has(label(page, at))
}

function label(page: Page, at: number): string {
  return textAt(page, skipBack(page, at, BETWEEN))
}

/** Whether what follows is counted: `3.5 hours`, `1-1 support`, `1/2 an hour`. */
export function isCounted(page: Page, to: number): boolean {
  return COUNTED.has(textAt(page, to))
}

/** Whether two numbers with a stroke are a part or a mark: `1/2 an hour`, `3/4 of the way`, `3/10 in spelling`. */
export function isFraction(page: Page, to: number, over: number, under: number): boolean {
  return (over < under && under <= 10 && PARTS_OF.has(textAt(page, to))) || (under === 10 && MARKED_IN.has(textAt(page, to)))
}

/** Whether figures that could be anything are offered as a date: alone, or behind a word such as `dated`. */
export function isOffered(page: Page, from: number, to: number): boolean {
  return (
    standsAlone(page, from, to) ||
    OFFERED.has(textAt(page, from - 1)) ||
    (textAt(page, from - 1) === ':' && OFFERED.has(textAt(page, from - 2)))
  )
}
