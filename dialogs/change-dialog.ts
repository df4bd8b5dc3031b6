// Changing an answer: which one, what goes with it, and back to where it is asked.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { forget, type FactName } from '../src/memory/change-fact'
import type { Question } from './ask'
import type { Answer } from './readers'
import { phrase, say, type Choice } from './say'
import { visitOf, type Visit } from './visit'
import { ASK, CHANGE, CONTACT, DEADLINE, TRIAGE } from './dialog-names'
import { Waterfall } from './waterfall'

/** What can be changed by itself, its label, and the dialog that asks for it again. */
const CHANGEABLE: readonly { readonly fact: FactName; readonly label: string; readonly askedIn: string }[] = [
  { fact: 'problem', label: 'change.label-problem', askedIn: TRIAGE },
  { fact: 'letterDate', label: 'change.label-letter-date', askedIn: DEADLINE },
  { fact: 'conductDate', label: 'change.label-conduct-date', askedIn: DEADLINE },
  { fact: 'certificate', label: 'change.label-certificate', askedIn: DEADLINE },
  { fact: 'council', label: 'change.label-council', askedIn: CONTACT },
]

async function askWhich(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const known = CHANGEABLE.filter(({ fact }) => visit.memory.facts[fact] !== undefined)
  if (known.length === 0) {
    await say(step, 'change.nothing-yet')
    return step.endDialog()
  }
  const choices: Choice[] = [...known, { fact: 'nothing', label: 'change.label-nothing' }].map(({ fact, label }) => ({
    id: fact,
    label: phrase(visit, label).trim(),
  }))
  return step.beginDialog(ASK, { id: 'change.ask', reader: 'choice', choices } satisfies Question)
}

async function dropAndAskAgain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer
  const wanted = CHANGEABLE.find(({ fact }) => answer.kind === 'choice' && answer.id === fact)
  if (!wanted) return step.endDialog()
  const { facts, dropped } = forget(visit.memory.facts, wanted.fact)
  visit.memory = { ...visit.memory, facts }
  const told = labelsOf(visit, dropped)
  if (told.length > 0) await say(step, 'change.dropped', { what: told.join(', ') })
  return step.replaceDialog(wanted.askedIn)
}

function labelsOf(visit: Visit, dropped: readonly FactName[]): readonly string[] {
  return CHANGEABLE.filter(({ fact }) => dropped.includes(fact)).map(({ label }) => phrase(visit, label).trim().toLowerCase())
}

export const changeSteps = [askWhich, dropAndAskAgain]

export function changeDialog(): Waterfall {
  return new Waterfall(CHANGE, changeSteps)
}
