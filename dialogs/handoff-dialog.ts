// On the way to a person: what is open now, and which way the family would like to go. Declining costs nothing.
import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs'
import { inWords } from '../src/rules/calendar-date'
import type { Route } from '../src/rules/handoff/handoff-types'
import type { Question } from './ask'
import { ASK, HANDOFF, SHARE } from './dialog-names'
import { choicesOf, offersFor, sayOffers } from './offers'
import type { Answer } from './readers'
import { phrase } from './say'
import { sayKeepCard, sayMessageToSend } from './say-own-summary'
import type { ShareOptions } from './share-dialog'
import { nearDate } from './summary-of'
import { visitOf } from './visit'

async function chooseWay(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const offers = await offersFor(step)
  const near = nearDate(visit)
  const deadline = near === null ? '' : phrase(visit, 'handoff.ring-first', { date: inWords(near) }).trim()
  const common = { reader: 'choice', lapses: true } as const
  if (offers.length === 0) return step.beginDialog(ASK, { ...common, id: 'handoff.ways-own', vars: { deadline } } satisfies Question)
  const vars = { deadline, offers: sayOffers(visit, offers) }
  const choices = choicesOf(visit, offers, near !== null)
  return step.beginDialog(ASK, { ...common, id: 'handoff.ways', vars, choices } satisfies Question)
}

async function goThatWay(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const id = answer.kind === 'choice' ? answer.id : 'none'
  if (id === 'keep') return sayKeepCard(step).then(() => step.endDialog())
  if (id === 'write') return sayMessageToSend(step).then(() => step.endDialog())
  const [route, organisation] = id.split(':')
  const offer = (await offersFor(step)).find((one) => one.organisation === organisation)
  if (!offer) return step.endDialog()
  const { name, isToMediation, isCouncil, phone } = offer
  const options: ShareOptions = { organisation: offer.organisation, name, route: route as Route, isToMediation, isCouncil, phone }
  return step.replaceDialog(SHARE, options)
}

export const handoffSteps = [chooseWay, goThatWay]

export function handoffDialog(): WaterfallDialog {
  return new WaterfallDialog(HANDOFF, handoffSteps)
}
