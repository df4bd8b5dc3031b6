// The first choice, and where it leads.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Question } from './ask'
import type { Answer } from './readers'
import type { TriageOptions } from './triage-dialog'
import { phrase, say } from './say'
import { remember, visitOf } from './visit'
import { ASK, CHANGE, CONTACT, MAIN, MAIN_AGAIN, MAIN_CHANGE, QUESTION, TRIAGE } from './dialog-names'
import { Waterfall } from './waterfall'

async function greet(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const kept = phrase(visit, visit.sealed ? 'greeting.kept-sealed' : 'greeting.kept-choices')
  return step.beginDialog(ASK, { id: 'greeting.hello', reader: 'opening', vars: { kept } } satisfies Question)
}

async function takeOpening(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  if (answer.kind === 'account') {
    if (answer.account.opening === 'letter-me') remember(visitOf(step), { voice: 'young-person' })
    return step.beginDialog(TRIAGE, { account: answer.account } satisfies TriageOptions)
  }
  return openWith(step, answer)
}

/** Leads on from one of the opening choices, which also come back after a question, or from the day of a letter. */
async function openWith(step: WaterfallStepContext, answer: Answer): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  if (answer.kind === 'date' && answer.reading.date) return step.beginDialog(TRIAGE, { read: answer.reading.date } satisfies TriageOptions)
  switch (answer.kind === 'choice' ? answer.id : 'question') {
    case 'letter-child':
      remember(visit, { voice: 'parent' })
      return step.beginDialog(TRIAGE)
    case 'letter-me':
      remember(visit, { voice: 'young-person' })
      return step.beginDialog(TRIAGE)
    case 'person':
      return step.beginDialog(CONTACT)
    case 'finish':
      await say(step, 'bot.goodbye')
      return step.next()
    default:
      return step.beginDialog(QUESTION)
  }
}

/** `answer`: the day of a letter that was typed where a question was asked for. */
async function whatNext(step: WaterfallStepContext<{ readonly answer?: Answer }>): Promise<DialogTurnResult> {
  const { answer } = step.options ?? {}
  return answer ? step.next(answer) : step.beginDialog(ASK, { id: 'question.next', reader: 'choiceOrDate' } satisfies Question)
}

async function goOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return openWith(step, step.result as Answer)
}

async function roundAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  return step.replaceDialog(MAIN_AGAIN, answer?.kind === 'date' ? { answer } : {})
}

async function changeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(CHANGE)
}

export const mainSteps = [greet, takeOpening, roundAgain]
export const mainAgainSteps = [whatNext, goOn, roundAgain]
export const mainChangeSteps = [changeAnswer, roundAgain]

export function mainDialogs(): readonly Waterfall[] {
  return [new Waterfall(MAIN, mainSteps), new Waterfall(MAIN_AGAIN, mainAgainSteps), new Waterfall(MAIN_CHANGE, mainChangeSteps)]
}
