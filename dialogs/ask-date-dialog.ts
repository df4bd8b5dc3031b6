// Asking for one date: read, said back in words, confirmed, and only then used.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { addMonths, inWords, parseCalendarDate, type CalendarDate } from '../src/rules/calendar-date'
import type { Question } from './ask'
import type { Answer } from './readers'
import { visitOf } from './visit'
import { ASK, ASK_DATE } from './dialog-names'
import { Waterfall } from './waterfall'

export interface DateQuestion {
  /** Message id of the question. */
  readonly id: string
  /** A day already read from what was typed before: confirm it without asking. */
  readonly read?: CalendarDate
}

/** What the dialog ends with; with nothing where the question lets people skip it and they do. */
export interface ConfirmedDate {
  readonly date: CalendarDate
  /** True when the words were rough and the earliest day was taken. */
  readonly isRough: boolean
}

type Step = WaterfallStepContext<DateQuestion>

async function askDate(step: Step): Promise<DialogTurnResult> {
  const { id, read } = step.options
  if (read !== undefined) return step.next({ kind: 'date', reading: { date: read, certainty: 'exact', alternatives: [] } } satisfies Answer)
  return step.beginDialog(ASK, { id, reader: 'date' } satisfies Question)
}

async function sayItBack(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  if (answer.kind === 'choice' && answer.id === 'skip') return step.endDialog()
  if (answer.kind !== 'date') return step.replaceDialog(ASK_DATE, { id: step.options.id })
  const { date, certainty, alternatives } = answer.reading
  if (date === null) {
    const choices = alternatives.map((day) => ({ id: day, label: inWords(day) }))
    return step.beginDialog(ASK, { id: 'date.which', reader: 'date', choices } satisfies Question)
  }
  keep(step, date, certainty === 'approximate')
  return step.beginDialog(ASK, {
    id: confirmation(step, date, certainty),
    reader: 'date',
    vars: { date: inWords(date) },
  } satisfies Question)
}

async function takeYesOrNo(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const kept = given(step)
  if (answer.kind === 'date') return again(step, answer)
  if (answer.kind !== 'choice') return step.replaceDialog(ASK_DATE, { id: step.options.id })
  if (answer.id === 'yes' && kept) return step.endDialog(kept)
  const chosen = parseCalendarDate(answer.id)
  if (chosen) return step.endDialog({ date: chosen, isRough: false } satisfies ConfirmedDate)
  return step.replaceDialog(ASK_DATE, { id: 'date.no-then' })
}

/** A new date typed instead of a yes is read back in its turn. */
function again(step: Step, answer: Extract<Answer, { kind: 'date' }>): Promise<DialogTurnResult> {
  const { date, certainty } = answer.reading
  const read = date !== null && certainty === 'exact' ? { read: date } : {}
  return step.replaceDialog(ASK_DATE, { id: step.options.id, ...read })
}

function confirmation(step: Step, date: CalendarDate, certainty: string): string {
  const { today } = visitOf(step).when
  if (certainty === 'approximate') return 'date.confirm-rough'
  if (date > today) return 'date.confirm-future'
  return addMonths(date, 12) < today ? 'date.confirm-long-ago' : 'date.confirm'
}

function keep(step: Step, date: CalendarDate, isRough: boolean): void {
  Object.assign(step.values, { date, isRough })
}

function given(step: Step): ConfirmedDate | null {
  const { date, isRough } = step.values as Partial<ConfirmedDate>
  return date === undefined ? null : { date, isRough: isRough === true }
}

export const askDateSteps = [askDate, sayItBack, takeYesOrNo]

export function askDateDialog(): Waterfall<DateQuestion> {
  return new Waterfall(ASK_DATE, askDateSteps)
}
