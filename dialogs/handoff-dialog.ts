// On the way to a person: what is open now, and which way the family would like to go. Declining costs nothing.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { inWords } from '../src/rules/calendar-date'
import type { Route } from '../src/rules/handoff/handoff-types'
import type { Question } from './ask'
import { ASK, HANDOFF, SHARE } from './dialog-names'
import type { Offered } from './handoff-port'
import { choicesOfRoute, choicesOfWho, offersFor, sayOffers } from './offers'
import type { Answer } from './readers'
import { phrase, say } from './say'
import { sayKeepCard, sayMessageToSend } from './say-own-summary'
import type { ShareOptions } from './share-dialog'
import { nearDate } from './summary-of'
import { visitOf, type Visit } from './visit'
import { Waterfall } from './waterfall'

type Step = WaterfallStepContext

async function chooseWho(step: Step): Promise<DialogTurnResult> {
  const offers = await offersFor(step)
  const deadline = deadlineLine(visitOf(step))
  if (offers.length === 0) return step.beginDialog(ASK, { reader: 'choice', id: 'handoff.ways-own', vars: { deadline } } satisfies Question)
  const vars = { deadline, offers: sayOffers(visitOf(step), offers) }
  return step.beginDialog(ASK, { reader: 'choice', id: 'handoff.ways', vars, choices: choicesOfWho(offers) } satisfies Question)
}

async function chooseHow(step: Step): Promise<DialogTurnResult> {
  const id = chosen(step)
  if (id === 'keep') await sayKeepCard(step)
  if (id === 'write') await sayMessageToSend(step)
  const visit = visitOf(step)
  const offer = (await offersFor(step)).find(({ organisation }) => organisation === id)
  if (!offer) return ['keep', 'write', 'none'].includes(id) ? step.endDialog() : offerAgain(step)
  Object.assign(step.values, { organisation: id })
  const vars = { deadline: deadlineLine(visit), offers: sayOffers(visit, [offer]) }
  const choices = choicesOfRoute(visit, offer, nearDate(visit) !== null)
  return step.beginDialog(ASK, { reader: 'choice', id: 'handoff.how', vars, choices } satisfies Question)
}

async function goThatWay(step: Step): Promise<DialogTurnResult> {
  const id = chosen(step)
  if (id === 'none') return step.endDialog()
  const route = id as Route
  const { organisation: wanted } = step.values as { organisation?: string }
  const offer = (await offersFor(step)).find(({ organisation }) => organisation === wanted)
  if (!offer?.routes.includes(route)) return offerAgain(step)
  const { organisation, name, isToMediation, isCouncil, phone } = offer
  const shared = { organisation, name, route, isToMediation, isCouncil, phone }
  return step.replaceDialog(SHARE, { ...shared, ...(route === 'live' ? chatOptions(offer) : {}) } satisfies ShareOptions)
}

/** What was offered has closed in the meantime. */
async function offerAgain(step: Step): Promise<DialogTurnResult> {
  await say(step, 'handoff.way-gone')
  return step.replaceDialog(HANDOFF)
}

/** A number can be given beforehand where they ring too. */
function chatOptions({ routes, teamsChat }: Offered): Pick<ShareOptions, 'teamsChat' | 'orRing'> {
  return { ...(teamsChat ? { teamsChat } : {}), ...(routes.includes('callback') ? { orRing: true } : {}) }
}

function chosen(step: Step): string {
  const answer = step.result as Answer
  return answer.kind === 'choice' ? answer.id : 'none'
}

/** A date that is near is said before anything else. */
function deadlineLine(visit: Visit): string {
  const near = nearDate(visit)
  return near === null ? '' : phrase(visit, 'handoff.ring-first', { date: inWords(near) }).trim()
}

export const handoffSteps = [chooseWho, chooseHow, goThatWay]

export function handoffDialog(): Waterfall {
  return new Waterfall(HANDOFF, handoffSteps)
}
