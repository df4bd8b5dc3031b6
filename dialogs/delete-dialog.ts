// "Delete my information": asked once, then done.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { emptyMemory } from '../src/memory/memory'
import type { Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { sharingOf } from './sharing'
import { visitOf, type Visit } from './visit'
import { ASK, DELETE } from './dialog-names'
import { Waterfall } from './waterfall'

async function askIfSure(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.beginDialog(ASK, { id: 'interrupt.delete-ask', reader: 'choice' } satisfies Question)
}

async function deleteOrKeep(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer
  if (answer.kind !== 'choice' || answer.id !== 'yes') {
    await say(step, 'interrupt.not-deleted')
    return step.endDialog()
  }
  const { offered } = sharingOf(visit)
  if (offered) await visit.people.decline(offered.id)
  const told = await takeBack(visit)
  visit.erase()
  visit.memory = { ...emptyMemory(visit.memory.steps), greeted: true }
  await say(step, 'interrupt.deleted')
  for (const name of told) await say(step, 'handoff.deleted-too', { name })
  return step.cancelAllDialogs()
}

/** All that was shared in this chat, also what is over: UK GDPR art 17. Gives the names of those who are told. */
async function takeBack(visit: Visit): Promise<ReadonlySet<string>> {
  const told = new Set<string>()
  for (const { id, name } of sharingOf(visit).sharedWith ?? []) {
    if (await visit.people.withdraw(id, 'erased')) told.add(name)
  }
  return told
}

export const deleteSteps = [askIfSure, deleteOrKeep]

export function deleteDialog(): Waterfall {
  return new Waterfall(DELETE, deleteSteps)
}
