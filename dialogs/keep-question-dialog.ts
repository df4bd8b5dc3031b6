// "May we keep this question, without names, to improve the answers?": asked once in a conversation; anything but a yes drops the words.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { takeQuestion } from './unanswered'
import { councilOf, visitOf } from './visit'
import { ASK, KEEP_QUESTION } from './dialog-names'
import { Waterfall } from './waterfall'

async function askLeave(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  visit.memory = { ...visit.memory, keepAsked: true }
  return step.beginDialog(ASK, { id: 'question.ask-keep', reader: 'choice', lapses: true } satisfies Question)
}

async function keepOrDrop(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer
  const id = answer.kind === 'choice' ? answer.id : 'no'
  const text = takeQuestion(visit)
  if (id === 'yes' && text !== undefined) {
    await visit.unanswered.keep({ text, council: councilOf(visit), day: visit.when.today })
    await say(step, 'question.kept')
  } else if (id === 'no') await say(step, 'question.not-kept')
  return step.endDialog(KEEP_QUESTION)
}

export const keepQuestionSteps = [askLeave, keepOrDrop]

export function keepQuestionDialog(): Waterfall {
  return new Waterfall(KEEP_QUESTION, keepQuestionSteps)
}
