// The way from the letter to the Tribunal as a small picture, with the same in words.
import { inWords, parseCalendarDate } from '../../rules/calendar-date'
import type { ClockView } from './clock-view'
import { element } from './element'
import type { Markup } from './element'
import { fill } from './strings'
import type { StringId, Strings } from './strings'

/** What the dates were counted from. */
export interface Given {
  readonly voice?: string
  readonly problem?: string
  readonly letterDate?: string
  readonly certificateDate?: string
  readonly conductDate?: string
}

interface Stop {
  /** One word, under 12 letters: it stands in the picture. */
  readonly word: StringId
  readonly sentence: StringId
  /** `YYYY-MM-DD`; null for what has no date yet. */
  readonly date: string | null
}

const WIDTH = 320
const HEIGHT = 68
const LINE = 36
const RADIUS = 9

/** The picture, or null where fewer than two dates are known. */
export function timeline(clocks: readonly ClockView[], given: Given, strings: Strings): Markup | null {
  const stops = stopsOf(clocks, given)
  if (stops.filter(({ date }) => date !== null).length < 2) return null
  const said = stops.map(({ sentence, date }) => element('li', {}, fill(strings[sentence], { date: date === null ? '' : inFull(date) })))
  return element(
    'figure',
    { class: 'way' },
    picture(stops, strings),
    element('figcaption', {}, element('details', {}, element('summary', {}, strings['way-words']), element('ol', {}, ...said))),
  )
}

/** Without a certificate in hand it comes between adviser and Tribunal, on a day that nobody knows yet. */
function stopsOf(clocks: readonly ClockView[], { letterDate, certificateDate, conductDate }: Given): Stop[] {
  const planned = (name: string): string | null => {
    const clock = clocks.find((one) => one.clock === name)
    return clock ? (clock.safeDate ?? clock.lastDate) : null
  }
  const [adviser, appeal, claim] = [planned('mediation-adviser'), planned('appeal'), planned('discrimination-claim')]
  const stop = (word: StringId, sentence: StringId, date: string | null): Stop => ({ word, sentence, date })
  if (claim !== null) return [stop('way-event', 'way-event-on', conductDate ?? null), stop('way-tribunal', 'way-claim-by', claim)]
  return [
    stop('way-letter', 'way-letter-on', letterDate ?? null),
    ...(adviser === null ? [] : [stop('way-adviser', 'way-adviser-by', adviser)]),
    ...(certificateDate === undefined ? [] : [stop('way-certificate', 'way-certificate-on', certificateDate)]),
    ...(adviser === null || certificateDate !== undefined ? [] : [stop('way-certificate', 'way-certificate-next', null)]),
    ...(appeal === null ? [] : [stop('way-tribunal', 'way-tribunal-by', appeal)]),
  ]
}

/** Steps at even distances, not to scale: two of them often fall on the same day. */
function picture(stops: readonly Stop[], strings: Strings): Markup {
  const step = WIDTH / stops.length
  const at = (index: number): number => Math.round(step * (index + 0.5))
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' },
    element('path', { d: `M${at(0)} ${LINE}H${at(stops.length - 1)}`, class: 'rail' }),
    ...stops.flatMap(({ word, date }, index) => [
      element('circle', {
        cx: String(at(index)),
        cy: String(LINE),
        r: String(RADIUS),
        class: date === null ? 'open' : index === 0 ? 'done' : 'due',
      }),
      element('text', { x: String(at(index)), y: '16' }, strings[word]),
      element('text', { x: String(at(index)), y: '63' }, date === null ? '…' : short(date)),
    ]),
  )
}

function inFull(date: string): string {
  const parsed = parseCalendarDate(date)
  return parsed ? inWords(parsed) : date
}

/** `9 Dec 2026` */
function short(date: string): string {
  const [, day = '', month = '', year = ''] = /^\w+ (\d+) (\w{3})\w* (\d+)$/.exec(inFull(date)) ?? []
  return `${day} ${month} ${year}`
}
