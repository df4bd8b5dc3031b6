// `ask` and `this is wrong`: the passage of the pack with who stands for it, and what staff say is wrong with it.
import { inForce } from '../../content/in-force'
import { answerOf, sourceLines, words } from '../../content/wording'
import { inWords } from '../../rules/calendar-date'
import { redact } from '../../rules/redact/redact'
import type { Asker, StaffParts } from './staff-parts'

/** What was asked last in each chat, in this process only: `this is wrong` goes with it. */
export type LastAsked = Map<string, string>

const CHATS = 500

export async function answerAsk(parts: StaffParts, last: LastAsked, { conversation }: Asker, question: string): Promise<string> {
  const { pack, words } = parts
  if (question === '') return words.tell('ask-empty')
  const { kind, topics, words: said } = await parts.findTopic(question)
  switch (kind) {
    case 'answer': {
      const passages = topics.filter((id) => pack.topics.has(id))
      if (last.size >= CHATS) last.clear()
      if (passages[0]) last.set(conversation, passages[0])
      return passages.map((id) => passage(parts, id)).join('\n\n')
    }
    case 'clarify':
      return [words.tell('ask-which'), '', ...topics.map((id) => `- ${pack.topics.get(id)?.title ?? id}`)].join('\n')
    case 'signpost':
    case 'smalltalk':
      return said
    case 'not-sure':
      return words.tell('ask-none')
  }
}

function passage({ pack, words: { tell, london, now } }: StaffParts, id: string): string {
  const topic = pack.topics.get(id)
  if (!topic || pack.withdrawn.has(id)) return tell('ask-none')
  const { today } = london(now())
  if (!inForce(topic, today)) return words(pack, 'question.expired', { voice: 'parent', vars: { title: topic.title } }).text.trim()
  const sources = sourceLines(pack, topic.sources).map(({ title, url, checkedOn }) =>
    tell('ask-source', { title: url === null ? title : `[${title}](${url})`, date: checkedOn }),
  )
  return [
    `**${topic.title}**`,
    answerOf(topic, 'parent', today).trim(),
    sources.map((source) => `- ${source}`).join('\n'),
    tell('ask-owner', { owner: topic.owner, date: inWords(topic.reviewBy), topic: id, version: pack.version }),
  ].join('\n\n')
}

/** Kept for the owner of the content, without what tells who a family is. */
export async function answerWrong(parts: StaffParts, last: LastAsked, { conversation, staff }: Asker, text: string): Promise<string> {
  const { pack, store, words, now } = parts
  if (text === '') return words.tell('wrong-empty')
  const topic = last.get(conversation) ?? null
  await store.addCorrection({
    organisation: staff.organisation,
    topic,
    text: redact(text).text,
    packVersion: pack.version,
    at: now(),
  })
  const title = topic === null ? undefined : pack.topics.get(topic)?.title
  return title === undefined ? words.tell('wrong-saved-no-topic') : words.tell('wrong-saved', { about: title })
}
