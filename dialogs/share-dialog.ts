// What an adviser needs and the conversation does not know yet: asked once, each question skipped that was answered before.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import type { Route } from '../src/rules/handoff/handoff-types'
import type { CallerRole, Need, Permission, Want } from '../src/rules/handoff/summary'
import { certificateNeed } from '../src/rules/decisions'
import { isProblem, rowOf } from '../src/rules/triage/rows'
import type { SharingAnswers } from '../src/memory/sharing'
import type { Question } from './ask'
import type { ConfirmedDate, DateQuestion } from './ask-date-dialog'
import { ASK, ASK_DATE, NEEDS_ASKED, REVIEW, SHARE } from './dialog-names'
import { yesNoUnsure, type Answer } from './readers'
import { say } from './say'
import { rememberAnswers, sharingOf } from './sharing'
import { remember, visitOf } from './visit'
import { Waterfall } from './waterfall'

export interface ShareOptions {
  readonly organisation: string
  readonly name: string
  readonly route: Route
  readonly isToMediation: boolean
  readonly isCouncil: boolean
  readonly phone: string | null
  /** Only for a chat. */
  readonly teamsChat?: { readonly employer: string; readonly isCouncil: boolean }
  /** Only for a chat: they ring too, so a family may say beforehand that they should where nobody takes the chat. */
  readonly orRing?: true
}

type Step = WaterfallStepContext<ShareOptions>

const answersOf = (step: Step): SharingAnswers => sharingOf(visitOf(step)).answers
const ask = (step: Step, question: Question): Promise<DialogTurnResult> => step.beginDialog(ASK, question)
const isToRing = (step: Step): boolean =>
  step.options.route === 'callback' || (step.options.orRing === true && answersOf(step).contact !== undefined)
/** The choice in the words of the summary's form. */
const chosen = (step: Step): string | null => {
  const answer = step.result as Answer | undefined
  return answer?.kind === 'choice' ? answer.id.replaceAll('-', '_') : null
}

async function askRole(step: Step): Promise<DialogTurnResult> {
  const { voice } = visitOf(step).memory.facts
  if (answersOf(step).role !== undefined || voice === 'young-person') return step.next()
  return ask(step, { id: 'handoff.ask-role', reader: 'choice' })
}

async function askPermission(step: Step): Promise<DialogTurnResult> {
  const role = chosen(step) as CallerRole | null
  if (role) rememberAnswers(step, { role })
  if (role === 'young_person') remember(visitOf(step), { voice: 'young-person' })
  const { role: known = 'parent_or_carer', permission } = answersOf(step)
  if (!known.endsWith('with_permission') || permission !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-permission', reader: 'choice' })
}

async function askJune(step: Step): Promise<DialogTurnResult> {
  const permission = chosen(step)
  if (permission === 'no') {
    await say(step, 'handoff.no-permission')
    return step.endDialog()
  }
  if (permission) rememberAnswers(step, { permission: permission as Permission })
  if (visitOf(step).memory.facts.junePassed !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-june', reader: 'choice' })
}

async function askDecision(step: Step): Promise<DialogTurnResult> {
  const june = chosen(step)
  if (june) remember(visitOf(step), { junePassed: yesNoUnsure(june) })
  if (visitOf(step).memory.facts.decision !== undefined) return step.next()
  return ask(step, { id: 'triage.ask-decision', reader: 'decision' })
}

async function askLetterDate(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  takeDecision(step)
  const { problem, letterDate } = visit.memory.facts
  const hasLetter = problem !== undefined && rowOf(problem).route.startsWith('appeal')
  if (letterDate !== undefined || !hasLetter) return step.next()
  return step.beginDialog(ASK_DATE, { id: 'handoff.ask-letter-date' } satisfies DateQuestion)
}

function takeDecision(step: Step): void {
  const visit = visitOf(step)
  const answer = step.result as Answer | undefined
  const problem = answer?.kind === 'account' ? answer.account.problems[0] : answer?.kind === 'choice' ? answer.id : undefined
  if (problem !== undefined && isProblem(problem)) remember(visit, { problem, decision: rowOf(problem).decision ?? 'none-yet' })
}

async function askWants(step: Step): Promise<DialogTurnResult> {
  const confirmed = step.result as ConfirmedDate | undefined
  if (confirmed) remember(visitOf(step), { letterDate: confirmed.date, letterDateIsRough: confirmed.isRough })
  if (answersOf(step).wants !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-wants', reader: 'choice' })
}

async function askAdviser(step: Step): Promise<DialogTurnResult> {
  const wants = chosen(step) as Want | null
  if (wants) rememberAnswers(step, { wants })
  const { decision = 'unsure', certificate } = visitOf(step).memory.facts
  const isKnown = answersOf(step).adviser !== undefined || certificate === 'yes' || certificateNeed(decision) === 'not-needed'
  return isKnown ? step.next() : ask(step, { id: 'handoff.ask-adviser', reader: 'choice' })
}

async function askAdviserDay(step: Step): Promise<DialogTurnResult> {
  const adviser = chosen(step)
  if (adviser) rememberAnswers(step, { adviser: yesNoUnsure(adviser) })
  if (adviser !== 'yes') return step.next()
  return step.beginDialog(ASK_DATE, { id: 'handoff.ask-contact-date' } satisfies DateQuestion)
}

async function askContact(step: Step): Promise<DialogTurnResult> {
  const confirmed = step.result as ConfirmedDate | undefined
  if (confirmed) rememberAnswers(step, { adviserOn: confirmed.date })
  const { route, name, orRing } = step.options
  if (orRing) return ask(step, { id: 'handoff.ask-phone-instead', reader: 'phone', vars: { name } })
  if (route === 'callback') return ask(step, { id: 'handoff.ask-phone', reader: 'phone', vars: { name } })
  if (route === 'email') return ask(step, { id: 'handoff.ask-email', reader: 'email', vars: { name } })
  return step.next()
}

async function askTimes(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  if (answer?.kind === 'choice' && !step.options.orRing) {
    await say(step, 'handoff.not-shared')
    return step.endDialog()
  }
  if (answer) rememberAnswers(step, { contact: answer.kind === 'text' ? answer.text : undefined })
  if (!isToRing(step) || answersOf(step).times !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-times', reader: 'choice' })
}

async function askLeaveMessage(step: Step): Promise<DialogTurnResult> {
  const times = chosen(step) as SharingAnswers['times'] | null
  if (times) rememberAnswers(step, { times })
  if (!isToRing(step) || answersOf(step).mayLeaveMessage !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-leave-message', reader: 'choice' })
}

async function askName(step: Step): Promise<DialogTurnResult> {
  const leave = chosen(step)
  if (leave) rememberAnswers(step, { mayLeaveMessage: yesNoUnsure(leave) })
  if (!visitOf(step).sealed || answersOf(step).name !== undefined) return step.next()
  return ask(step, { id: 'handoff.ask-name', reader: 'name' })
}

async function askNeeds(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  if (answer?.kind === 'text') rememberAnswers(step, { name: answer.text })
  return answersOf(step).needs === undefined ? step.beginDialog(NEEDS_ASKED) : step.next()
}

async function review(step: Step): Promise<DialogTurnResult> {
  return step.replaceDialog(REVIEW, step.options)
}

export const shareSteps = [
  askRole,
  askPermission,
  askJune,
  askDecision,
  askLetterDate,
  askWants,
  askAdviser,
  askAdviserDay,
  askContact,
  askTimes,
  askLeaveMessage,
  askName,
  askNeeds,
  review,
]

export function shareDialog(): Waterfall<ShareOptions> {
  return new Waterfall(SHARE, shareSteps as never)
}

async function askNeed(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const { needs = [] } = sharingOf(visitOf(step)).answers
  return step.beginDialog(ASK, {
    id: needs.length === 0 ? 'handoff.ask-needs' : 'handoff.ask-more-needs',
    reader: 'choice',
  } satisfies Question)
}

async function takeNeed(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const { needs = [] } = sharingOf(visitOf(step)).answers
  const isMore = answer.kind === 'choice' && answer.id !== 'none'
  rememberAnswers(step, { needs: isMore ? [...new Set([...needs, answer.id.replaceAll('-', '_') as Need])] : needs })
  return isMore ? step.replaceDialog(NEEDS_ASKED) : step.endDialog()
}

export const needsSteps = [askNeed, takeNeed]

export function needsDialog(): Waterfall {
  return new Waterfall(NEEDS_ASKED, needsSteps)
}
