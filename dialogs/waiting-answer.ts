// The answer that somebody asked for in a message about a crisis: it waits behind the card until they want it all the same.
import type { DialogContext } from 'botbuilder-dialogs'
import type { Memory } from '../src/memory/memory'
import { sayAnyway } from './crisis-cards'
import { sayTopic } from './say-topic'
import { visitOf, type TopicFinding } from './visit'
import { CLARIFY } from './dialog-names'

/** Remembers the topics of such a message, nothing of its words. The card must be said even where the finder fails. */
export async function keepAnswerBack(dc: DialogContext, text: string): Promise<void> {
  const visit = visitOf(dc)
  const found = await visit.findTopic(text).catch(() => null)
  const waiting = (found && waitingFor(found)) ?? undefined
  visit.memory = { ...visit.memory, waiting }
}

function waitingFor({ kind, topics }: TopicFinding): Memory['waiting'] | null {
  if (topics.length === 0 || (kind !== 'answer' && kind !== 'clarify')) return null
  return { topics: topics.slice(0, 3), as: kind === 'answer' ? 'answers' : 'choices' }
}

export function hasAnswerWaiting(dc: DialogContext): boolean {
  return visitOf(dc).memory.waiting !== undefined
}

/** The answer, the safety line above it unless the strip stands there already; then the step where they were comes back. */
export async function showWaitingAnswer(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const { waiting, ...memory } = visit.memory
  visit.memory = memory
  if (visit.alarm === 'none') await sayAnyway(dc)
  if (waiting?.as === 'choices') {
    await dc.beginDialog(CLARIFY, { topics: waiting.topics })
    return
  }
  for (const topic of waiting?.topics ?? []) await sayTopic(dc, topic)
  await dc.repromptDialog()
}
