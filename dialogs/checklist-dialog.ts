// What a decision letter must contain, as a list to tick.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { inForce } from '../src/content/in-force'
import { inVoice } from '../src/content/wording'
import type { Question } from './ask'
import type { Answer } from './readers'
import { phrase, say } from './say'
import { lawDayOf, visitOf, voiceOf } from './visit'
import { ASK, CHECKLIST } from './dialog-names'
import { Waterfall } from './waterfall'

async function askTicks(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  if (!inForce(visit.pack.letterChecklist, visit.when.today, lawDayOf(visit))) {
    await say(step, 'question.expired', { title: phrase(visit, 'deadline.checklist-title').trim() })
    return step.endDialog()
  }
  const items = itemsOf(step)
    .map((item, index) => `${index + 1}. ${item}`)
    .join('\n')
  return step.beginDialog(ASK, { id: 'deadline.checklist', reader: 'ticks', vars: { items } } satisfies Question)
}

async function sayMissing(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const ticked = answer.kind === 'ticks' ? answer.numbers : []
  const hasAll = answer.kind === 'choice' && answer.id === 'all'
  const missing = itemsOf(step).filter((_, index) => !hasAll && !ticked.includes(index + 1))
  if (missing.length === 0) await say(step, 'deadline.checklist-complete')
  else await say(step, 'deadline.checklist-missing', { missing: missing.map((item) => `- ${item}`).join('\n') })
  return step.endDialog()
}

function itemsOf(step: WaterfallStepContext): readonly string[] {
  const visit = visitOf(step)
  return visit.pack.letterChecklist.items.map(({ text }) => inVoice(text, voiceOf(visit)))
}

export const checklistSteps = [askTicks, sayMissing]

export function checklistDialog(): Waterfall {
  return new Waterfall(CHECKLIST, checklistSteps)
}
