// Saying one reviewed topic, headed with what was understood.
import type { DialogContext } from 'botbuilder-dialogs'
import { answerOf, sourceLines } from '../src/content/wording'
import { say } from './say'
import { visitOf, voiceOf } from './visit'

export async function sayTopic(dc: DialogContext, id: string): Promise<void> {
  const visit = visitOf(dc)
  const topic = visit.pack.topics.get(id)
  if (!topic) throw new Error('The content pack has no such topic')
  await say(
    dc,
    'question.answer',
    { title: topic.title, answer: answerOf(topic, voiceOf(visit)) },
    { topic: id, sources: sourceLines(visit.pack, topic.sources) },
  )
}
