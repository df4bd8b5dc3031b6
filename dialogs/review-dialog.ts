// The family reads exactly what would be shared, takes lines out, adds words, and says yes or no. What was shown is what is shared.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { inThrees } from '../src/rules/handoff/reference'
import { checkOwnWords, OWN_WORDS_CHARACTERS } from '../src/rules/handoff/own-words'
import { roomForOwnWords, textOf, type SaidLine } from '../src/rules/handoff/summary-text'
import type { Summary } from '../src/rules/handoff/summary'
import type { Question } from './ask'
import { ASK, REVIEW, SHARE } from './dialog-names'
import type { Answer } from './readers'
import { phrase, say } from './say'
import { notContact } from './say-own-summary'
import type { ShareOptions } from './share-dialog'
import { dropOffer, forgetTyped, rememberAnswers, rememberShared, rememberSharing, sharingOf } from './sharing'
import { linesOf, summaryOf } from './summary-of'
import { visitOf, type Visit } from './visit'
import { Waterfall } from './waterfall'

export interface ReviewOptions extends ShareOptions {
  /** The exact text that the family saw last. */
  readonly shown?: string
}

type Step = WaterfallStepContext<ReviewOptions>

async function showSummary(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { options } = step
  await begin(visit, options)
  const { shown, lines } = read(visit, options)
  Object.assign(step.values, { shown })
  const contact = contactFor(visit, options)
  const vars = {
    name: options.name,
    council: [
      phrase(visit, isCouncilThere(options) ? 'handoff.council-told' : 'handoff.council-not-told').trim(),
      teamsLine(visit, options),
    ]
      .filter((line) => line !== '')
      .join(' '),
    lines: numbered(lines),
    'contact-warning': options.isToMediation ? notContact(visit) : '',
    contact:
      contact === null ? '' : [ringLine(visit, options), phrase(visit, 'handoff.contact-apart', { contact }).trim()].join(' ').trim(),
  }
  return step.beginDialog(ASK, {
    id: visit.sealed ? 'handoff.summary' : 'handoff.summary-no-words',
    reader: 'choice',
    vars,
  } satisfies Question)
}

/** The handoff stands as offered from the moment that its summary is shown; nothing personal is kept with it. */
async function begin(visit: Visit, { organisation, name, route }: ReviewOptions): Promise<void> {
  const { offered } = sharingOf(visit)
  if (offered?.organisation === organisation && offered.route === route) return
  if (offered) await visit.people.decline(offered.id)
  const council = visit.memory.facts.council ?? visit.council ?? ''
  const conversation = visit.chat?.conversation ?? null
  const id = await visit.people.begin({ council, organisation, route, conversation, packVersion: visit.pack.version })
  rememberSharing(visit, { offered: { id, organisation, name, route } })
}

function isCouncilThere({ isCouncil, teamsChat }: ReviewOptions): boolean {
  return isCouncil || teamsChat?.isCouncil === true
}

/** Who else keeps what both type: it is part of what the yes is to. */
function teamsLine(visit: Visit, { teamsChat }: ReviewOptions): string {
  return teamsChat ? phrase(visit, 'handoff.teams-told', { employer: teamsChat.employer }).trim() : ''
}

function read(visit: Visit, options: ReviewOptions): { summary: Summary; lines: readonly SaidLine[]; shown: string } {
  const summary = summaryOf(visit, options.route)
  const lines = linesOf(visit, summary)
  return {
    summary,
    lines,
    shown: [textOf(lines), ringLine(visit, options), teamsLine(visit, options)].filter((text) => text !== '').join('\n'),
  }
}

/** Part of what the yes is to; the number itself is kept apart. */
function ringLine(visit: Visit, options: ReviewOptions): string {
  return options.orRing && contactFor(visit, options) !== null ? phrase(visit, 'handoff.ring-if-nobody').trim() : ''
}

function numbered(lines: readonly SaidLine[]): string {
  return textOf(lines)
    .split('\n')
    .map((line, index) => `${index + 1}. ${line}`)
    .join('\n')
}

/** Given to be rung or written to, and for that only: UK GDPR art 5(1)(b), purpose limitation. */
function contactFor(visit: Visit, { route, orRing }: ReviewOptions): string | null {
  const { contact } = sharingOf(visit).answers
  return route === 'callback' || route === 'email' || orRing ? (contact ?? null) : null
}

async function takeAnswer(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  switch (answer.kind === 'choice' ? answer.id : 'no') {
    case 'yes':
      return share(step)
    case 'line':
      return step.beginDialog(ASK, { id: 'handoff.ask-line', reader: 'ticks' } satisfies Question)
    case 'own':
      return step.beginDialog(ASK, { id: 'handoff.ask-own-words', reader: 'ownWords' } satisfies Question)
    default:
      return decline(step)
  }
}

async function share(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { offered } = sharingOf(visit)
  const { summary, shown } = read(visit, step.options)
  // Something else was shared meanwhile, and what was typed for this one is forgotten.
  if (offered === undefined) return step.replaceDialog(SHARE, step.options)
  if (shown !== (step.values as { shown?: string }).shown) {
    await say(step, 'handoff.changed-since')
    return step.replaceDialog(REVIEW, step.options)
  }
  const { id } = offered
  const request = { id, summary, shown, contact: contactFor(visit, step.options), conversationKey: visit.chat?.key ?? null }
  const shared = await visit.people.share(request)
  const phone = phoneLine(visit, step.options)
  rememberSharing(visit, { offered: undefined })
  if (shared.kind === 'refused') await say(step, 'handoff.could-not-share', { name: step.options.name, phone })
  else {
    rememberShared(visit, offered)
    await sayShared(step, inThrees(shared.reference), shared.state)
  }
  forgetTyped(visit)
  return step.endDialog()
}

async function sayShared(step: Step, reference: string, state: string): Promise<void> {
  const { name, route, isToMediation } = step.options
  const visit = visitOf(step)
  const warning = isToMediation ? notContact(visit) : ''
  const vars = { name, reference, phone: phoneLine(visit, step.options), 'contact-warning': warning }
  await say(step, `handoff.shared-${route}`, vars, { handoff: { state, reference } })
  const link = visit.people.eraseLink?.(sharingOf(visit).shared?.id ?? '')
  if (link !== undefined) await say(step, 'rights.link', { name, link })
}

export function phoneLine(visit: Visit, { phone }: Pick<ShareOptions, 'phone'>): string {
  return (phone === null ? phrase(visit, 'handoff.phone-in-letter') : phrase(visit, 'handoff.phone', { phone })).trim()
}

async function decline(step: Step): Promise<DialogTurnResult> {
  await dropOffer(visitOf(step))
  await say(step, 'handoff.not-shared')
  return step.endDialog()
}

async function change(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer | undefined
  if (answer?.kind === 'ticks') await takeLinesOut(step, answer.numbers)
  if (answer?.kind === 'text') await takeWords(step, answer.text)
  return step.replaceDialog(REVIEW, step.options)
}

async function takeLinesOut(step: Step, numbers: readonly number[]): Promise<void> {
  const visit = visitOf(step)
  const { lines } = read(visit, step.options)
  const meant = numbers.flatMap((number) => lines[number - 1] ?? [])
  if (meant.length === 0) await say(step, 'handoff.no-such-line')
  if (meant.some(({ isRemovable }) => !isRemovable)) await say(step, 'handoff.line-stays')
  const { without = [] } = sharingOf(visit).answers
  const out = meant.filter(({ isRemovable }) => isRemovable).map(({ id }) => id)
  rememberAnswers(step, { without: [...new Set([...without, ...out])] })
}

/** What would tell who the child is never travels; there is no sending it anyway. */
async function takeWords(step: Step, typed: string): Promise<void> {
  const visit = visitOf(step)
  const { lines } = read(visit, step.options)
  const label = phrase(visit, 'handoff-summary.in-own-words', { words: '' })
  const checked = checkOwnWords(typed, { words: roomForOwnWords(lines, label), characters: OWN_WORDS_CHARACTERS })
  if (checked.kind === 'none') return
  if (checked.kind === 'too-long') return say(step, 'handoff.no-room', { most: String(checked.room.words) })
  if (checked.kind === 'masked') {
    const kinds = checked.found.map((kind) => phrase(visit, `handoff.mask-${kind}`).trim())
    await say(step, 'handoff.masked', { kinds: kinds.join(', ') })
  }
  const { without = [] } = sharingOf(visit).answers
  rememberAnswers(step, { words: checked.text, without: without.filter((line) => line !== 'inOwnWords') })
}

export const reviewSteps = [showSummary, takeAnswer, change]

export function reviewDialog(): Waterfall<ReviewOptions> {
  return new Waterfall(REVIEW, reviewSteps as never)
}
