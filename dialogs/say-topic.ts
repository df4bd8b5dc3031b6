// Saying one reviewed topic, headed with what was understood.
import type { DialogContext } from 'botbuilder-dialogs'
import { inForce } from '../src/content/in-force'
import { answerOf, sourceLines } from '../src/content/wording'
import { phrase, say } from './say'
import { lawDayOf, visitOf, voiceOf, type Visit } from './visit'

/** What is past its review, or not the law on this day, is not said: the person is sent to people instead. `others`: topics that may have been meant instead; two of them are named. */
export async function sayTopic(dc: DialogContext, id: string, others: readonly string[] = []): Promise<void> {
  const visit = visitOf(dc)
  const topic = visit.pack.topics.get(id)
  if (!topic) throw new Error('The content pack has no such topic')
  if (visit.pack.withdrawn.has(id)) return say(dc, 'question.withdrawn', { title: topic.title })
  const law = lawDayOf(visit)
  if (!inForce(topic, visit.when.today, law)) return say(dc, 'question.expired', { title: topic.title })
  await say(
    dc,
    'question.answer',
    { title: topic.title, answer: answerOf(topic, voiceOf(visit), law), instead: insteadOf(visit, others) },
    { topic: id, sources: sourceLines(visit.pack, topic.sources) },
  )
}

function insteadOf(visit: Visit, others: readonly string[]): string {
  const titles = others.slice(0, 2).flatMap((id) => visit.pack.topics.get(id)?.title ?? [])
  if (titles.length === 0) return ''
  return phrase(visit, 'question.instead', { titles: titles.map((title) => `- ${title}`).join('\n') })
}
