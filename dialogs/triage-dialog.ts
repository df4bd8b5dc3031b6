// From what the letter says to the route: who the letter is about, what was decided, and on to the dates.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { decisionWords, inVoice, sourceLines, whoMayAct } from '../src/content/wording'
import { rowOf, type Problem } from '../src/rules/triage/rows'
import { triage } from '../src/rules/triage/triage'
import type { Question } from './ask'
import { daysRead, type DaysRead } from './days-read'
import { yesNoUnsure, type Account, type Answer } from './readers'
import { phrase, say, type Choice } from './say'
import { remember, visitOf, voiceOf } from './visit'
import { ASK, DEADLINE, MORE, TRIAGE } from './dialog-names'
import { Waterfall } from './waterfall'

export interface TriageOptions extends DaysRead {
  /** What somebody told us instead of choosing. */
  readonly account?: Account
  /** Set when the first list did not hold it. */
  readonly list?: 'other'
}

type Step = WaterfallStepContext<TriageOptions>

interface Kept extends DaysRead {
  /** What the account sounds like most. */
  readonly first?: Problem
}

const kept = (step: Step): Kept => step.values as Kept
const daysOf = ({ date, certificate }: Account): DaysRead => daysRead({ read: date, certificate })
const keep = (step: Step, found: Kept): void => void Object.assign(step.values, found)

async function askJune(step: Step): Promise<DialogTurnResult> {
  const { facts } = visitOf(step).memory
  if (facts.voice !== 'young-person' || facts.junePassed !== undefined) return step.next()
  return step.beginDialog(ASK, { id: 'triage.ask-june', reader: 'choice' } satisfies Question)
}

async function askDecision(step: Step): Promise<DialogTurnResult> {
  const june = step.result as Answer | undefined
  if (june?.kind === 'choice') {
    const junePassed = yesNoUnsure(june.id)
    remember(visitOf(step), { junePassed })
    await say(step, `triage.june-${junePassed === 'yes' ? 'passed' : junePassed === 'no' ? 'not-yet' : 'unsure'}`)
  }
  const { account, list, ...days } = step.options ?? {}
  keep(step, daysRead(days))
  if (account) return step.next({ kind: 'account', account } satisfies Answer)
  return step.beginDialog(ASK, { id: list === 'other' ? 'triage.ask-other' : 'triage.ask-decision', reader: 'decision' } satisfies Question)
}

async function checkAccount(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  if (answer.kind !== 'account') return step.next(answer)
  const [first, ...others] = answer.account.problems
  if (first === undefined) return step.replaceDialog(TRIAGE)
  const visit = visitOf(step)
  keep(step, { first, ...daysOf(answer.account) })
  const label = (problem: Problem): string => inVoice(decisionWords(visit.pack, problem).label, voiceOf(visit))
  const choices: Choice[] = [
    {
      id: first,
      label: phrase(visit, 'triage.sounds-like-yes'),
      also: ['yes', 'yep', 'yeah', 'y', 'correct', 'right', 'thats it', label(first)],
    },
    ...others.slice(0, 2).map((problem) => ({ id: problem, label: label(problem) })),
    { id: 'more', label: phrase(visit, 'triage.sounds-like-none'), also: ['no', 'none', 'neither', 'nope', 'not right'] },
  ]
  const what = inVoice(decisionWords(visit.pack, first).about, voiceOf(visit))
  return step.beginDialog(ASK, { id: 'triage.sounds-like', reader: 'saidBack', vars: { what }, choices } satisfies Question)
}

async function takeDecision(step: Step): Promise<DialogTurnResult> {
  const answer = step.result as Answer
  const { first, read = null, certificate = null } = kept(step)
  if (answer.kind === 'account' && answer.account.problems[0] !== first) {
    const account = { ...answer.account, date: answer.account.date ?? read, certificate: answer.account.certificate ?? certificate }
    return step.replaceDialog(TRIAGE, { account } satisfies TriageOptions)
  }
  if (answer.kind === 'date' && answer.reading.date) keep(step, { read: answer.reading.date })
  if (answer.kind === 'account') keep(step, daysOf(answer.account))
  const id = answer.kind === 'choice' ? answer.id : (first ?? 'more')
  if (id === 'more') return step.replaceDialog(TRIAGE, { ...daysRead(kept(step)), list: 'other' } satisfies TriageOptions)
  const visit = visitOf(step)
  const problem = id as Problem
  remember(visit, { problem, decision: rowOf(problem).decision ?? 'none-yet' })
  if (problem === 'unsure') await say(step, 'triage.not-sure')
  return step.next()
}

async function giveRoute(step: Step): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const { problem } = visit.memory.facts
  const row = triage({ problem })
  if (row.route === 'appeal-no-certificate') await say(step, 'triage.only-placement')
  const counted = row.certificate !== 'not-needed' || row.route === 'appeal-no-certificate' || row.route === 'discrimination-claim'
  if (counted) {
    if (row.problem === 'health-or-care') await sayRoute(step, row.problem)
    return step.replaceDialog(DEADLINE, daysRead(kept(step)))
  }
  await sayRoute(step, row.problem as Problem)
  return step.replaceDialog(MORE, { after: 'triage.more' })
}

async function sayRoute(step: Step, problem: Problem): Promise<void> {
  const visit = visitOf(step)
  const voice = voiceOf(visit)
  const { about, route, certificate, next, sources } = decisionWords(visit.pack, problem)
  const vars = {
    what: inVoice(about, voice),
    route: inVoice(route, voice),
    certificate: inVoice(certificate, voice),
    who: whoMayAct(visit.pack, problem, voice),
    next: next.map((line) => `- ${inVoice(line, voice)}`).join('\n'),
  }
  await say(step, 'triage.route', vars, { sources: sourceLines(visit.pack, sources) })
}

export const triageSteps = [askJune, askDecision, checkAccount, takeDecision, giveRoute]

export function triageDialog(): Waterfall<TriageOptions> {
  return new Waterfall(TRIAGE, triageSteps as never)
}
