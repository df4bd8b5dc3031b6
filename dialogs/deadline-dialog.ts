// From the date on the letter to the dates that count, and from a certificate to the dates that follow from it.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { addMonths, inWords } from '../src/rules/calendar-date'
import { certificateNeed } from '../src/rules/decisions'
import { periodsFor } from '../src/rules/deadlines/law-periods'
import { BeyondHolidayList } from '../src/rules/working-days'
import type { Question } from './ask'
import type { ConfirmedDate, DateQuestion } from './ask-date-dialog'
import type { DaysRead } from './days-read'
import { yesNoUnsure, type Answer } from './readers'
import { say } from './say'
import { sayDates } from './say-dates'
import { remember, visitOf } from './visit'
import { ASK, ASK_DATE, DEADLINE, MORE } from './dialog-names'
import { Waterfall } from './waterfall'

type Step = WaterfallStepContext<DaysRead>

async function askLetterDate(step: Step): Promise<DialogTurnResult> {
  const { facts } = visitOf(step).memory
  if (facts.letterDate !== undefined || facts.conductDate !== undefined) return step.next()
  const id = facts.decision === 'discrimination' ? 'deadline.ask-conduct-date' : 'deadline.ask-letter-date'
  const read = step.options?.read
  return step.beginDialog(ASK_DATE, { id, ...(read ? { read } : {}) } satisfies DateQuestion)
}

async function giveDates(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const confirmed = step.result as ConfirmedDate | undefined
  if (confirmed) {
    const isConduct = visit.memory.facts.decision === 'discrimination'
    remember(visit, isConduct ? { conductDate: confirmed.date } : { letterDate: confirmed.date, letterDateIsRough: confirmed.isRough })
  }
  if (!(await counted(step))) return step.replaceDialog(MORE, { after: 'triage.more' })
  return step.next()
}

/** Only a day that has come and is not long ago: any other is asked for again, with the warnings for such days. */
async function sayBackCertificate(step: Step): Promise<DialogTurnResult> {
  const { when } = visitOf(step)
  const { certificate } = step.options ?? {}
  const isLikely = certificate !== undefined && certificate <= when.today && when.today <= addMonths(certificate, 12)
  if (!isLikely || isCertificateSettled(step)) return step.next()
  return step.beginDialog(ASK, {
    id: 'deadline.certificate-read',
    reader: 'choice',
    vars: { date: inWords(certificate) },
  } satisfies Question)
}

function isCertificateSettled(step: Step): boolean {
  const { facts } = visitOf(step).memory
  return certificateNeed(facts.decision ?? 'unsure') === 'not-needed' || facts.certificate !== undefined
}

async function askCertificate(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  const { certificate: date } = step.options ?? {}
  if (answer?.kind === 'choice' && answer.id === 'yes' && date) return step.next({ date, isRough: false } satisfies ConfirmedDate)
  if (isCertificateSettled(step)) return step.next()
  return step.beginDialog(ASK, { id: 'deadline.ask-certificate', reader: 'choice' } satisfies Question)
}

async function askCertificateDate(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer | ConfirmedDate | undefined
  if (answer && 'date' in answer) {
    remember(visit, { certificate: 'yes' })
    return step.next(answer)
  }
  if (answer?.kind === 'choice') remember(visit, { certificate: yesNoUnsure(answer.id) })
  const { certificate, certificateDate } = visit.memory.facts
  if (certificate === 'unsure' && answer) await say(step, 'deadline.what-certificate')
  if (certificate !== 'yes' || certificateDate !== undefined) return step.next()
  return step.beginDialog(ASK_DATE, { id: 'deadline.ask-certificate-date' } satisfies DateQuestion)
}

async function askAdviserInTime(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const confirmed = step.result as ConfirmedDate | undefined
  if (!confirmed) return step.replaceDialog(MORE, { after: 'deadline.more' })
  remember(visit, { certificateDate: confirmed.date })
  const { letterDate, adviserInTime } = visit.memory.facts
  const twoMonths =
    letterDate === undefined ? null : addMonths(letterDate, periodsFor(letterDate, visit.pack.deadlines.periods).adviserMonths)
  if (twoMonths === null || confirmed.date <= twoMonths || adviserInTime !== undefined) return step.next()
  return step.beginDialog(ASK, {
    id: 'deadline.ask-adviser-in-time',
    reader: 'choice',
    vars: { last: inWords(twoMonths) },
  } satisfies Question)
}

async function giveDatesAgain(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  if (answer?.kind === 'choice') remember(visitOf(step), { adviserInTime: yesNoUnsure(answer.id) })
  await counted(step)
  return step.replaceDialog(MORE, { after: 'deadline.more' })
}

/** Says the dates; false when the bank holidays do not reach that far. */
async function counted(step: Step): Promise<boolean> {
  try {
    await sayDates(step)
    return true
  } catch (fault) {
    if (!(fault instanceof BeyondHolidayList)) throw fault
    await say(step, 'deadline.beyond-list')
    return false
  }
}

export const deadlineSteps = [
  askLetterDate,
  giveDates,
  sayBackCertificate,
  askCertificate,
  askCertificateDate,
  askAdviserInTime,
  giveDatesAgain,
]

export function deadlineDialog(): Waterfall {
  return new Waterfall(DEADLINE, deadlineSteps as never)
}
