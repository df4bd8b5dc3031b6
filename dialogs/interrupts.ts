// What is heard before any dialog, in this order: crisis, delete my information, talk to a person, start again, help. The first that answers wins.
import type { DialogContext } from 'botbuilder-dialogs'
import type { CrisisFinding } from '../src/rules/crisis/find-crisis'
import { emptyMemory } from '../src/memory/memory'
import { sayCrisis, sayStrip } from './crisis-cards'
import { readChoice } from './read-choice'
import { say } from './say'
import { visitOf } from './visit'
import { CONTACT, DELETE, MAIN, MAIN_CHANGE } from './dialog-names'

export interface Message {
  readonly text: string
  readonly crisis: CrisisFinding
}

export interface Interrupt {
  readonly name: string
  /** True when the turn is answered and no dialog should see the message. */
  readonly answer: (dc: DialogContext, message: Message) => Promise<boolean>
}

export const INTERRUPTS: readonly Interrupt[] = [
  { name: 'crisis', answer: answerCrisis },
  { name: 'carry-on', answer: onWords(['carry on', 'carry on with the chat'], carryOn) },
  {
    name: 'delete',
    answer: onWords(
      ['delete my information', 'delete my data', 'delete everything', 'delete all my information', 'erase my information', 'forget me'],
      (dc) => begin(dc, DELETE),
    ),
  },
  {
    name: 'person',
    answer: onWords(
      [
        'talk to a person',
        'speak to a person',
        'talk to someone',
        'speak to someone',
        'i want to talk to a person',
        'i want to speak to a person',
        'can i talk to a person',
        'can i speak to a person',
        'can i speak to someone',
        'can i just talk to someone',
        'human',
        'real person',
        'person',
        'adviser',
        'talk to a human',
        'speak to a human',
        'speak to an adviser',
      ],
      (dc) => begin(dc, CONTACT),
    ),
  },
  { name: 'start-again', answer: onWords(['start again', 'start over', 'restart', 'begin again', 'start from the beginning'], startAgain) },
  { name: 'help', answer: onWords(['help', 'what can i say', 'what can you do', 'how does this work', 'commands'], giveHelp) },
  { name: 'change', answer: onWords(['change an answer', 'change my answer', 'i made a mistake'], changeAnswer) },
]

async function answerCrisis(dc: DialogContext, { crisis }: Message): Promise<boolean> {
  if (crisis.level === 'stop') {
    await sayCrisis(dc)
    return true
  }
  if (crisis.level === 'strip') await sayStrip(dc)
  return false
}

function onWords(words: readonly string[], answer: (dc: DialogContext) => Promise<void>): Interrupt['answer'] {
  const choices = [{ id: 'heard', label: words[0] ?? '', also: words.slice(1) }]
  return async (dc, { text }) => {
    if (/^\s*\d+\s*$/.test(text) || readChoice(text, choices) === null) return false
    await answer(dc)
    return true
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
  await dc.cancelAllDialogs()
  visit.memory = { ...emptyMemory(visit.memory.steps), greeted: true, stack: visit.memory.stack }
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
