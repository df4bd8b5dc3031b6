// Which council: asked until it is one, none, or in another nation. What only comes near to a name is never taken without asking.
import type { DialogContext, DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { visitOf, type Visit } from './visit'
import { ASK, COUNCIL } from './dialog-names'
import { Waterfall } from './waterfall'

/** `council`: its id. `none`: not known or not said. `elsewhere`: another nation, which was said. */
export type CouncilAnswer = { readonly kind: 'council'; readonly id: string } | { readonly kind: 'none' } | { readonly kind: 'elsewhere' }

type Step = WaterfallStepContext<{ readonly question?: Question }>

const FIRST: Question = { id: 'contact.ask-council', reader: 'council' }

async function askCouncil(step: Step): Promise<DialogTurnResult> {
  return step.beginDialog(ASK, step.options?.question ?? FIRST)
}

async function settle(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer
  if (answer.kind === 'councils') return again(step, whichOf(visit, answer.ids))
  if (answer.kind === 'area') return again(step, { id: 'contact.which-part', reader: 'council' })
  if (answer.kind === 'door') {
    await say(step, 'question.signpost', { door: visit.pack.doors.get(answer.door)?.text ?? '' })
    return step.endDialog({ kind: 'elsewhere' } satisfies CouncilAnswer)
  }
  const id = answer.kind === 'council' || answer.kind === 'choice' ? answer.id : ''
  if (id === 'other') return again(step, FIRST)
  return step.endDialog((visit.pack.councils.has(id) ? { kind: 'council', id } : { kind: 'none' }) satisfies CouncilAnswer)
}

async function again(dc: DialogContext, question: Question): Promise<DialogTurnResult> {
  return dc.replaceDialog(COUNCIL, { question })
}

function whichOf(visit: Visit, ids: readonly string[]): Question {
  const choices = ids.flatMap((id) => {
    const council = visit.pack.councils.get(id)
    return council ? [{ id, label: council.name, also: council.also }] : []
  })
  return { id: 'contact.which-council', reader: 'council', choices }
}

export const councilSteps = [askCouncil, settle]

export function councilDialog(): Waterfall<{ readonly question?: Question }> {
  return new Waterfall(COUNCIL, councilSteps as never)
}
