// The cards that come before everything else when somebody may be in danger.
import type { DialogContext } from 'botbuilder-dialogs'
import { say } from './say'
import { visitOf } from './visit'

/** The stop card: nothing else is said this turn. What was typed is not kept; only the channel's log knows that something was. */
export async function sayCrisis(dc: DialogContext): Promise<void> {
  const { stop, stopYoungPerson } = visitOf(dc).pack.safeguarding.cards
  const isYoung = visitOf(dc).memory.facts.voice === 'young-person'
  await say(dc, 'interrupt.crisis-stop', { card: isYoung ? stopYoungPerson : stop })
}

/** The strip above an ordinary answer, where it is unsure. */
export async function sayStrip(dc: DialogContext): Promise<void> {
  await say(dc, 'interrupt.crisis-strip', { card: visitOf(dc).pack.safeguarding.cards.strip })
}
