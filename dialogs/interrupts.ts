// What is heard before any dialog, in this order: crisis, delete my information, what is held about me, a person who has the chat, an "ok" to the stop card, talk to a person, start again, help. The first that answers wins.
import type { DialogContext } from 'botbuilder-dialogs'
import type { CrisisFinding } from '../src/rules/crisis/find-crisis'
import { emptyMemory } from '../src/memory/memory'
import { words } from '../src/content/wording'
import { sayCrisis, sayStrip } from './crisis-cards'
import { sayHeld } from './say-held'
import { hasAnswerWaiting, keepAnswerBack, showWaitingAnswer } from './waiting-answer'
import { hearLive, noteCrisis } from './live-chat'
import { bringsAbout } from './interrupt-words'
import { choiceOf } from './read-choice'
import { say } from './say'
import { rememberSharing, sharingOf } from './sharing'
import { neverAskToKeep } from './unanswered'
import { visitOf } from './visit'
import { CONTACT, DELETE, MAIN, MAIN_CHANGE } from './dialog-names'

export interface Message {
  readonly text: string
  /** The same, as choices are read against. */
  readonly plain: string
  readonly crisis: CrisisFinding
  /** Whether the words were not kept, so that only the card can be said. */
  readonly isWithheld: boolean
  /** Whether a stop card was said last. */
  readonly isAfterStop: boolean
}

export interface Interrupt {
  readonly name: string
  /** True when the turn is answered and no dialog should see the message. */
  readonly answer: (dc: DialogContext, message: Message) => Promise<boolean>
}

export const INTERRUPTS: readonly Interrupt[] = [
  { name: 'crisis', answer: answerCrisis },
  onWords('delete', (dc) => begin(dc, DELETE)),
  onWords('held', sayHeld),
  { name: 'live', answer: hearLive },
  { name: 'after-stop', answer: answerAfterStop },
  onWords('carry-on', carryOn),
  onWords('anyway', showWaitingAnswer, hasAnswerWaiting),
  onWords('person', (dc) => begin(dc, CONTACT)),
  onWords('start-again', startAgain),
  onWords('help', giveHelp),
  onWords('change', changeAnswer),
]

async function answerCrisis(dc: DialogContext, { text, crisis, isWithheld }: Message): Promise<boolean> {
  if (crisis.level !== 'none') neverAskToKeep(dc)
  if (crisis.level === 'stop') {
    if (!isWithheld) await keepAnswerBack(dc, text)
    await sayCrisis(dc)
    await noteCrisis(dc)
    visitOf(dc).memory = { ...visitOf(dc).memory, afterStop: true }
    return true
  }
  if (crisis.level === 'strip') await sayStrip(dc)
  return false
}

/** "Ok" or "yes" to the card must not confirm a date or a permission that was asked for before it: that is asked again. */
async function answerAfterStop(dc: DialogContext, { text, plain, isAfterStop }: Message): Promise<boolean> {
  const yesOrNo = words(visitOf(dc).pack, 'date.confirm', { voice: 'parent', vars: { date: '' } }).choices
  if (!isAfterStop || !dc.activeDialog || /^\s*\d/.test(text) || choiceOf(plain, yesOrNo) === null) return false
  await carryOn(dc)
  return true
}

/** An interrupt that the pack's words for it bring about (message `interrupt.words`). */
function onWords(
  name: string,
  answer: (dc: DialogContext) => Promise<void>,
  applies: (dc: DialogContext) => boolean = () => true,
): Interrupt {
  return {
    name,
    answer: async (dc, { plain }) => {
      if (!bringsAbout(name, plain, visitOf(dc).pack) || !applies(dc)) return false
      await answer(dc)
      return true
    },
  }
}

/** Lies on top of whatever was going on, which comes back when it is done. A person is not asked for on top of the same. */
async function begin(dc: DialogContext, id: string): Promise<void> {
  if (dc.activeDialog && dc.stack.some((instance) => instance.id === id)) await dc.repromptDialog()
  else await dc.beginDialog(id)
}

async function carryOn(dc: DialogContext): Promise<void> {
  await say(dc, 'interrupt.carry-on')
  await dc.repromptDialog()
}

async function startAgain(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const { shared, sharedWith } = sharingOf(visit)
  await dc.cancelAllDialogs()
  visit.memory = { ...emptyMemory(visit.memory.steps), greeted: true, keepAsked: visit.memory.keepAsked, stack: visit.memory.stack }
  if (sharedWith) rememberSharing(visit, { shared, sharedWith })
  await say(dc, 'interrupt.started-again')
  await dc.beginDialog(MAIN)
}

async function changeAnswer(dc: DialogContext): Promise<void> {
  await dc.cancelAllDialogs()
  await dc.beginDialog(MAIN_CHANGE)
}

async function giveHelp(dc: DialogContext): Promise<void> {
  await say(dc, 'interrupt.help')
  await dc.repromptDialog()
}
