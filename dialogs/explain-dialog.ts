// Mediation and disagreement resolution side by side, point by point.
import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs'
import { twoRoutesTable } from '../src/content/two-routes-table'
import { say } from './say'
import { visitOf, voiceOf } from './visit'

export const EXPLAIN = 'explain'

async function compareRoutes(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { table, sources } = twoRoutesTable(visit.pack, voiceOf(visit))
  await say(step, 'explain.two-routes', { table }, { sources })
  return step.endDialog()
}

export const explainSteps = [compareRoutes]

export function explainDialog(): WaterfallDialog {
  return new WaterfallDialog(EXPLAIN, explainSteps)
}
