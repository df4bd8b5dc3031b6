// A question in free words. The answering is done where every question is answered; this only asks for it.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Question } from './ask'
import { ASK, QUESTION } from './dialog-names'
import { Waterfall } from './waterfall'

async function askQuestion(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(ASK, { id: 'question.ask', reader: 'choiceOrDate' } satisfies Question)
}

/** With the day of a letter, where one was typed instead of a question. */
async function goBack(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.endDialog(step.result)
}

export const questionSteps = [askQuestion, goBack]

export function questionDialog(): Waterfall {
  return new Waterfall(QUESTION, questionSteps)
}
