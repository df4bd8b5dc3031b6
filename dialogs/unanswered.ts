// What could not be answered: counted without words; the words wait, masked, only until their asker says whether they may be kept.
import type { DialogContext } from 'botbuilder-dialogs'
import { redact } from '../src/rules/redact/redact'
import { sayNotSure } from './crisis-cards'
import { councilOf, visitOf, type UnansweredKind, type Visit } from './visit'
import { CLARIFY, KEEP_QUESTION } from './dialog-names'

const READ = 2000
const HELD = 600

/** Holds a question for the case that it stays without an answer. Not beside a crisis, not twice, and nowhere that memory is not sealed. */
export function holdQuestion(visit: Visit, text: string): void {
  if (visit.memory.keepAsked || !visit.sealed || visit.alarm !== 'none') return
  visit.memory = { ...visit.memory, waitingQuestion: redact(text.slice(0, READ)).text.slice(0, HELD) }
}

/** Says that there is no sure answer and counts it. `ask`: its words are held, and their asker is still to be asked. */
export async function leaveUnanswered(dc: DialogContext, kind: UnansweredKind): Promise<'ask' | 'done'> {
  const visit = visitOf(dc)
  await sayNotSure(dc)
  await visit.unanswered.count({ council: councilOf(visit), day: visit.when.today }, kind)
  return visit.memory.waitingQuestion === undefined || visit.memory.keepAsked ? 'done' : 'ask'
}

/** Forgets held words that nobody asks about any more. */
export function dropHeldWords(visit: Visit): void {
  const stack = (visit.memory.stack['dialogStack'] ?? []) as readonly { readonly id: string }[]
  const asking = stack.at(-2)?.id
  if (asking !== CLARIFY && asking !== KEEP_QUESTION) takeQuestion(visit)
}

/** The held words, which are forgotten with that. */
export function takeQuestion(visit: Visit): string | undefined {
  const { waitingQuestion, ...memory } = visit.memory
  visit.memory = memory
  return waitingQuestion
}

/** After a crisis nobody is asked whether words may be kept, in all of the conversation. */
export function neverAskToKeep(dc: DialogContext): void {
  const visit = visitOf(dc)
  takeQuestion(visit)
  visit.memory = { ...visit.memory, keepAsked: true }
  if (dc.stack.at(-2)?.id === KEEP_QUESTION) dc.stack.splice(-2)
}
