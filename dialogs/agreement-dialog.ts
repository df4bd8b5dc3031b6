// After a mediation agreement: what the council must do, and by which day.
import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs'
import { inWords } from '../src/rules/calendar-date'
import { deadlines } from '../src/rules/deadlines/deadlines'
import { ASK_DATE, type ConfirmedDate, type DateQuestion } from './ask-date-dialog'
import { say } from './say'
import { remember, visitOf } from './visit'

export const AGREEMENT = 'agreement'

async function askAgreementDate(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(ASK_DATE, { id: 'deadline.ask-agreement-date' } satisfies DateQuestion)
}

async function giveAgreementDates(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { date } = step.result as ConfirmedDate
  remember(visit, { agreementDate: date })
  const rows = visit.pack.afterAgreement.map(({ what, event }) => {
    const [first, ...others] = deadlines({ decision: 'none-yet', events: [{ row: event, on: date }] }, visit.when, visit.holidays).clocks
    const by = [first, ...others].flatMap((clock) => (clock ? [inWords(clock.lastDate)] : []))
    return `- **${what}** ${by.join(' / ')}`
  })
  await say(step, 'deadline.agreement', { rows: rows.join('\n') })
  return step.endDialog()
}

export const agreementSteps = [askAgreementDate, giveAgreementDates]

export function agreementDialog(): WaterfallDialog {
  return new WaterfallDialog(AGREEMENT, agreementSteps)
}
