// The sum behind a date, in one plain paragraph: a sentence for each step of the rule.
import { inWords, type CalendarDate } from '../rules/calendar-date'
import { isEventRow } from '../rules/deadlines/event-rows'
import type { Clock, WorkingStep } from '../rules/deadlines/types'
import type { DeadlineWords, Pack } from './pack'
import { fillPlaceholders } from './placeholders'
import type { StepTemplate, Unit } from './schema/deadline'
import { clockWords, inVoice, type Voice } from './wording'

/** The working of a clock, every date in words with its weekday. */
export function explainWorking(pack: Pick<Pack, 'deadlines'>, { clock, working }: Pick<Clock, 'clock' | 'working'>, voice: Voice): string {
  const from = inVoice(clockWords(pack, clock).from, voice)
  const ends = isEventRow(clock) ? 'no-roll.event' : 'no-roll'
  return working.map((step) => sentence(pack.deadlines, step, { from, ends })).join(' ')
}

/** What only the clock knows: what its count begins with, and how it is said that no rule moves its end. */
interface OfClock {
  readonly from: string
  readonly ends: 'no-roll' | 'no-roll.event'
}

function sentence(words: DeadlineWords, step: WorkingStep, clock: OfClock): string {
  const { template, values } = said(words, step, clock)
  return fillPlaceholders(words.steps[template], values)
}

interface Said {
  readonly template: StepTemplate
  readonly values: Readonly<Record<string, string>>
}

function said(words: DeadlineWords, step: WorkingStep, { from, ends }: OfClock): Said {
  switch (step.kind) {
    case 'start':
      return { template: `start.${step.which}`, values: { ...dates({ date: step.date }), from } }
    case 'earlier-of':
      return { template: 'earlier-of', values: dates({ letter: step.letter, sent: step.sent }) }
    case 'add-months':
      return {
        template: step.clamped ? 'add-months.clamped' : 'add-months',
        values: span(words, step.from, step.months, 'months', step.to),
      }
    case 'starting-with':
      return { template: 'starting-with', values: span(words, step.from, step.count, step.unit, step.to) }
    case 'add-weeks':
    case 'add-days':
    case 'add-working-days':
    case 'add-tribunal-days':
      return { template: 'add', values: span(words, step.from, step.count, unitOf(step.kind), step.to) }
    case 'subtract-working-days':
    case 'subtract-months':
      return { template: 'subtract', values: span(words, step.from, step.count, unitOf(step.kind), step.to) }
    case 'day-before':
      return { template: 'day-before', values: dates({ of: step.of, to: step.to }) }
    case 'later-of':
      return {
        template: step.chosen === step.twoMonths ? 'later-of.two-months' : 'later-of.certificate',
        values: dates({ twoMonths: step.twoMonths, certificateMonth: step.certificateMonth, chosen: step.chosen }),
      }
    case 'safe':
    case 'roll-working-day':
    case 'roll-august':
    case 'roll-christmas':
      return { template: step.kind, values: dates({ from: step.from, to: step.to }) }
    case 'no-roll':
      return { template: ends, values: {} }
  }
}

type CountedStep = 'add-weeks' | 'add-days' | 'add-working-days' | 'add-tribunal-days' | 'subtract-working-days' | 'subtract-months'

const UNIT_OF = {
  'add-weeks': 'weeks',
  'add-days': 'days',
  'add-working-days': 'working-days',
  'add-tribunal-days': 'tribunal-days',
  'subtract-working-days': 'working-days',
  'subtract-months': 'months',
} as const satisfies Record<CountedStep, Unit>

function unitOf(kind: CountedStep): Unit {
  return UNIT_OF[kind]
}

function span(words: DeadlineWords, from: CalendarDate, count: number, unit: Unit, to: CalendarDate): Readonly<Record<string, string>> {
  const { one, many } = words.units[unit]
  return { ...dates({ from, to }), period: fillPlaceholders(count === 1 ? one : many, { count: String(count) }) }
}

function dates(given: Readonly<Record<string, CalendarDate>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(given).map(([name, date]) => [name, inWords(date)]))
}
