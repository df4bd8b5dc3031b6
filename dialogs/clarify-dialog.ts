// "Is it one of these?": up to three topics to choose from, none of them, or a person.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { LAPSED, type Question } from './ask'
import type { Answer } from './readers'
import { phrase } from './say'
import { sayTopic } from './say-topic'
import { leaveUnanswered } from './unanswered'
import { visitOf } from './visit'
import { ASK, CLARIFY, KEEP_QUESTION } from './dialog-names'
import { Waterfall } from './waterfall'

type Step = WaterfallStepContext<{ topics: readonly string[] }>

async function askWhich(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const topics = step.options.topics.slice(0, 3).map((id) => ({ id, label: visit.pack.topics.get(id)?.title ?? id }))
  const none = { id: 'none', label: phrase(visit, 'question.none-of-these'), also: ['none', 'no', 'neither'] }
  const person = { id: 'person', label: phrase(visit, 'question.talk-to-a-person') }
  // The topic of that name is the way that the button leads.
  const others = topics.filter(({ label }) => label !== person.label)
  const question: Question = { id: 'question.clarify', reader: 'choice', choices: [...others, none, person], lapses: true }
  return step.beginDialog(ASK, question)
}

async function giveAnswer(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const visit = visitOf(step)
  const id = answer.kind === 'choice' ? answer.id : LAPSED
  if (id === 'none') {
    if ((await leaveUnanswered(step, 'none-of-these')) === 'ask') return step.replaceDialog(KEEP_QUESTION)
  } else if (visit.pack.topics.has(id)) await sayTopic(step, id)
  return step.endDialog()
}

export const clarifySteps = [askWhich, giveAnswer]

export function clarifyDialog(): Waterfall<{ topics: readonly string[] }> {
  return new Waterfall(CLARIFY, clarifySteps)
}
