// The first choice, and where it leads.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog'
import type { Question } from './ask'
import type { Answer } from './readers'
import { phrase, say } from './say'
import { remember, visitOf } from './visit'
import { ASK, CHANGE, CONTACT, MAIN, MAIN_AGAIN, MAIN_CHANGE, QUESTION, TRIAGE } from './dialog-names'

async function greet(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const kept = phrase(visit, visit.sealed ? 'greeting.kept-sealed' : 'greeting.kept-choices')
  return step.beginDialog(ASK, { id: 'greeting.hello', reader: 'decision', vars: { kept } } satisfies Question)
}

async function takeOpening(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  if (answer.kind === 'account') return step.beginDialog(TRIAGE, { account: answer.account })
  return openWith(step, answer.kind === 'choice' ? answer.id : 'question')
}

/** Leads on from one of the opening choices, which also come back after a question. */
export async function openWith(step: WaterfallStepContext, id: string): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  switch (id) {
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

async function whatNext(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(ASK, { id: 'question.next', reader: 'choice' } satisfies Question)
}

async function goOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  return openWith(step, answer.kind === 'choice' ? answer.id : 'question')
}

async function roundAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.replaceDialog(MAIN_AGAIN)
}

async function changeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(CHANGE)
}

export const mainSteps = [greet, takeOpening, roundAgain]
export const mainAgainSteps = [whatNext, goOn, roundAgain]
export const mainChangeSteps = [changeAnswer, roundAgain]

export function mainDialogs(): readonly WaterfallDialog[] {
  return [
    new WaterfallDialog(MAIN, mainSteps),
    new WaterfallDialog(MAIN_AGAIN, mainAgainSteps),
    new WaterfallDialog(MAIN_CHANGE, mainChangeSteps),
  ]
}
