// The cards that come before everything else when somebody may be in danger.
import type { DialogContext } from 'botbuilder-dialogs'
import { phrase, say } from './say'
import { visitOf, voiceOf, type Visit } from './visit'

/** The stop card: nothing else is said this turn. What was typed is not kept; only the channel's log knows that something was. */
export async function sayCrisis(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const { stop, stopYoungPerson } = visit.pack.safeguarding.cards
  const anyway = { id: 'anyway', label: phrase(visit, 'interrupt.show-anyway').trim() }
  const choices = visit.memory.waiting ? [anyway] : []
  await say(dc, 'interrupt.crisis-stop', { card: isYoung(visit) ? stopYoungPerson : stop }, { choices })
}

/** The strip above an ordinary answer, where it is unsure. */
export async function sayStrip(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const { strip, stripYoungPerson } = visit.pack.safeguarding.cards
  await say(dc, 'interrupt.crisis-strip', { card: isYoung(visit) ? stripYoungPerson : strip })
}

/** "I am not sure", with the safety line that every such reply carries. */
export async function sayNotSure(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  await say(dc, 'question.not-sure', { safety: safetyLine(visit) })
}

/** Above an answer that was asked for in a message about a crisis. */
export async function sayAnyway(dc: DialogContext): Promise<void> {
  await say(dc, 'interrupt.crisis-anyway', { safety: safetyLine(visitOf(dc)) })
}

function safetyLine(visit: Visit): string {
  const { signpost, signpostYoungPerson } = visit.pack.safeguarding.cards
  return isYoung(visit) ? signpostYoungPerson : signpost
}

function isYoung(visit: Visit): boolean {
  return voiceOf(visit) === 'young-person'
}
