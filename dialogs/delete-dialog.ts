// "Delete my information": asked once, then done.
import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs'
import { emptyMemory } from '../src/memory/memory'
import type { Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { sharingOf } from './sharing'
import { visitOf } from './visit'
import { ASK, DELETE } from './dialog-names'

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
  const { shared, offered } = sharingOf(visit)
  if (offered) await visit.people.decline(offered.id)
  const isTold = shared !== undefined && (await visit.people.withdraw(shared.id, 'erased'))
  visit.erase()
  visit.memory = { ...emptyMemory(visit.memory.steps), greeted: true }
  await say(step, 'interrupt.deleted')
  if (isTold) await say(step, 'handoff.deleted-too', { name: shared.name })
  return step.cancelAllDialogs()
}

export const deleteSteps = [askIfSure, deleteOrKeep]

export function deleteDialog(): WaterfallDialog {
  return new WaterfallDialog(DELETE, deleteSteps)
}
