// Mediation and disagreement resolution side by side, point by point.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { inForce } from '../src/content/in-force'
import { twoRoutes } from '../src/content/two-routes'
import { say } from './say'
import { lawDayOf, visitOf, voiceOf } from './visit'
import { EXPLAIN } from './dialog-names'
import { Waterfall } from './waterfall'

async function compareRoutes(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { twoRoutes: guide } = visit.pack
  if (!inForce(guide, visit.when.today, lawDayOf(visit))) {
    await say(step, 'question.expired', { title: `${guide.titles.mediation}, ${guide.titles.resolution}` })
    return step.endDialog()
  }
  const form = step.context.activity.channelId === 'directline' ? 'table' : 'lists'
  const { text, sources } = twoRoutes(visit.pack, voiceOf(visit), form)
  await say(step, 'explain.two-routes', { table: text }, { sources })
  return step.endDialog()
}

export const explainSteps = [compareRoutes]

export function explainDialog(): Waterfall {
  return new Waterfall(EXPLAIN, explainSteps)
}
