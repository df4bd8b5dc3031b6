// What people ask next, once they have their route or their dates; comes round again until they have had enough.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { sayReadings } from './say-readings'
import { AGREEMENT, ASK, CHANGE, CHECKLIST, CONTACT, EXPLAIN, MORE, QUESTION } from './dialog-names'
import { Waterfall } from './waterfall'

interface MoreOptions {
  /** Message id of the list: after a route, or after dates. */
  readonly after: 'triage.more' | 'deadline.more'
}

type Step = WaterfallStepContext<MoreOptions>

async function askMore(step: Step): Promise<DialogTurnResult> {
  return step.beginDialog(ASK, { id: step.options.after, reader: 'choice' } satisfies Question)
}

async function giveMore(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  switch (answer.kind === 'choice' ? answer.id : '') {
    case 'contact':
      return step.beginDialog(CONTACT)
    case 'two-routes':
      return step.beginDialog(EXPLAIN)
    case 'checklist':
      return step.beginDialog(CHECKLIST)
    case 'agreement':
      return step.beginDialog(AGREEMENT)
    case 'question':
      return step.beginDialog(QUESTION)
    case 'change':
      return step.replaceDialog(CHANGE)
    case 'readings':
      await sayReadings(step)
      return step.next()
    case 'thirty-days':
      await say(step, 'deadline.thirty-days')
      return step.next()
    default:
      await say(step, 'bot.goodbye')
      return step.endDialog()
  }
}

async function comeRound(step: Step): Promise<DialogTurnResult> {
  return step.replaceDialog(MORE, step.options)
}

export const moreSteps = [askMore, giveMore, comeRound]

export function moreDialog(): Waterfall<MoreOptions> {
  return new Waterfall(MORE, moreSteps)
}
