// Saying one reviewed topic, headed with what was understood.
import type { DialogContext } from 'botbuilder-dialogs'
import { topicWords } from '../src/content/wording'
import { say } from './say'
import { visitOf } from './visit'

export async function sayTopic(dc: DialogContext, id: string): Promise<void> {
  const visit = visitOf(dc)
  const topic = topicWords(visit.pack, id, { voice: visit.memory.facts.voice ?? 'parent' })
  await say(dc, 'question.answer', { title: topic.title, answer: topic.answer }, { topic: id, sources: topic.sources })
}
