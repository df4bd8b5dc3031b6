// After a mediation agreement: what the council must do, and by which day.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { inForce } from '../src/content/in-force'
import { inVoice } from '../src/content/wording'
import { inWords, type CalendarDate } from '../src/rules/calendar-date'
import { deadlines } from '../src/rules/deadlines/deadlines'
import { isEventRow } from '../src/rules/deadlines/event-rows'
import type { ConfirmedDate, DateQuestion } from './ask-date-dialog'
import { phrase, say } from './say'
import { remember, visitOf, voiceOf, type Visit } from './visit'
import { AGREEMENT, ASK_DATE } from './dialog-names'
import { Waterfall } from './waterfall'

async function askAgreementDate(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(ASK_DATE, { id: 'deadline.ask-agreement-date' } satisfies DateQuestion)
}

async function giveAgreementDates(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { date } = step.result as ConfirmedDate
  remember(visit, { agreementDate: date })
  const { rows } = visit.pack.afterAgreement
  const lines = rows.map(({ agreed, must, clocks }) =>
    `- **${inVoice(agreed, voiceOf(visit))}** ${inVoice(must, voiceOf(visit))} ${daysFor(visit, clocks, date)}`.trim(),
  )
  await say(step, 'deadline.agreement', { rows: lines.join('\n'), checked: checkedOf(visit) })
  return step.endDialog()
}

/** Dates are said after the day of their review too, with the day they were checked. */
function checkedOf(visit: Visit): string {
  const { afterAgreement } = visit.pack
  if (inForce(afterAgreement, visit.when.today)) return ''
  return phrase(visit, 'bot.checked-law', { day: inWords(afterAgreement.checkedOn) })
}

/** The days that the clocks of one row end on, in words. */
function daysFor(visit: Visit, rows: readonly string[], on: CalendarDate): string {
  const events = rows.filter(isEventRow).map((row) => ({ row, on }))
  const days = deadlines({ decision: 'none-yet', events }, visit.when, visit.holidays, visit.pack.deadlines.periods).clocks.map(
    ({ lastDate }) => inWords(lastDate),
  )
  return days.length === 0 ? '' : `(${days.join('; ')})`
}

export const agreementSteps = [askAgreementDate, giveAgreementDates]

export function agreementDialog(): Waterfall {
  return new Waterfall(AGREEMENT, agreementSteps)
}
