// The one way of asking: puts a message of the pack, reads the answer, answers a question in between, and after two misses offers a person.
import type { DialogContext, DialogInstance, DialogReason, DialogTurnResult } from 'botbuilder-dialogs'
import { Dialog } from 'botbuilder-dialogs/lib/dialog'
import type { TurnContext } from 'botbuilder-core'
import { words } from '../src/content/wording'
import { wordsOf } from '../src/rules/triage/recognise'
import { answerInBetween } from './answer-in-between'
import { sayNotSure } from './crisis-cards'
import { readChoice } from './read-choice'
import { READERS, type Answer, type ReaderName } from './readers'
import { say, type Choice, type Vars } from './say'
import { holdQuestion, leaveUnanswered } from './unanswered'
import { visitOf, voiceOf } from './visit'
import { ASK, KEEP_QUESTION } from './dialog-names'

/** Only message ids, dates and labels of the pack go in here: it is kept between turns. */
export interface Question {
  /** Message id; `<id>-again` is said after a first miss and holds an example. */
  readonly id: string
  readonly reader: ReaderName
  readonly vars?: Vars
  readonly choices?: readonly Choice[]
  /** True for a choice that is over as soon as anything else is said: what lay beneath hears that then. */
  readonly lapses?: boolean
}

/** The answer of a choice that something else was laid upon: it is over, and nothing was chosen. */
export const LAPSED = 'lapsed'

interface Asked {
  readonly question: Question
  readonly misses: number
}

export class Ask extends Dialog<Question> {
  constructor() {
    super(ASK)
  }

  override async beginDialog(dc: DialogContext, question?: Question): Promise<DialogTurnResult> {
    if (question === undefined) throw new Error('Nothing to ask')
    keep(dc.activeDialog, { question, misses: 0 })
    await put(dc, question, question.id)
    return Dialog.EndOfTurn
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { question, misses } = asked(dc.activeDialog)
    const text = dc.context.activity.text ?? ''
    const answer = read(dc, question, text)
    if (answer && !(isPassing(question, answer) && looksLikeQuestion(text))) return dc.endDialog(answer)
    if (question.lapses) return handDown(dc)
    if (isGoodbye(dc, text)) {
      await say(dc, 'ask.goodbye')
      return Dialog.EndOfTurn
    }
    const between = await answerInBetween(dc, text)
    if (between === 'answered') {
      await putBack(dc, question)
      return Dialog.EndOfTurn
    }
    if (between === 'asked-back') return Dialog.EndOfTurn
    if (answer) return dc.endDialog(answer)
    if (misses >= 2 && isTryAgain(dc, text)) return this.resumeDialog(dc)
    keep(dc.activeDialog, { question, misses: misses + 1 })
    if (isSentence(text) && (await leave(dc, question, text)) === 'ask') return dc.beginDialog(KEEP_QUESTION)
    await putAfterMisses(dc, question, misses + 1)
    return Dialog.EndOfTurn
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await putBack({ context }, asked(instance).question)
  }

  /** Something that lay on top is done: the same step is asked again. */
  override async resumeDialog(dc: DialogContext, _reason?: DialogReason, result?: unknown): Promise<DialogTurnResult> {
    const { question, misses } = asked(dc.activeDialog)
    if (question.lapses) return dc.endDialog({ kind: 'choice', id: LAPSED } satisfies Answer)
    const missesNow = result === KEEP_QUESTION ? misses : 0
    keep(dc.activeDialog, { question, misses: missesNow })
    await putAfterMisses(dc, question, missesNow)
    return Dialog.EndOfTurn
  }
}

/** A day, or another account where one is said back, may only be mentioned in a question: that is answered first. */
function isPassing({ reader }: Question, { kind }: Answer): boolean {
  return kind === 'date' || (kind === 'account' && reader === 'saidBack')
}

/** Somebody leaves: nothing is asked again, and the step waits for their return. */
function isGoodbye(dc: DialogContext, text: string): boolean {
  return readChoice(text, words(visitOf(dc).pack, 'ask.goodbye-words', { voice: 'parent' }).choices) !== null
}

function read(dc: DialogContext, question: Question, text: string): Answer | null {
  const visit = visitOf(dc)
  const said = words(visit.pack, question.id, { voice: voiceOf(visit), vars: question.vars ?? {} })
  return READERS[question.reader]({ text, choices: [...(question.choices ?? []), ...said.choices], visit })
}

async function put(at: { readonly context: TurnContext }, question: Question, id: string): Promise<void> {
  await say(at, id, question.vars, { choices: question.choices })
}

/** Asks again: as before, with an example after a first miss, and with a person offered after two. */
async function putAfterMisses(dc: DialogContext, question: Question, misses: number): Promise<void> {
  if (misses === 0) await putBack(dc, question)
  else if (misses === 1) await put(dc, question, `${question.id}-again`)
  else await say(dc, 'ask.person')
}

/** Where somebody was invited to ask: what is typed there is taken for a question, however it is put. */
const OPEN: readonly string[] = ['greeting.hello', 'question.ask', 'question.next']

/** Says that nothing was found. Only a question counts as one that an answer is missing for. */
async function leave(dc: DialogContext, { id }: Question, text: string): Promise<'ask' | 'done'> {
  if (!OPEN.includes(id) && !looksLikeQuestion(text)) {
    await sayNotSure(dc)
    return 'done'
  }
  holdQuestion(visitOf(dc), text)
  return leaveUnanswered(dc, 'not-sure')
}

/** Asks again after something in between: in fewer words where the pack has them (`<id>-back`). */
async function putBack(at: { readonly context: TurnContext }, question: Question): Promise<void> {
  const shorter = `${question.id}-back`
  await put(at, question, visitOf(at).pack.messages.has(shorter) ? shorter : question.id)
}

/** "Try again", the way on that is offered beside a person after two misses. */
function isTryAgain(dc: DialogContext, text: string): boolean {
  const { choices } = words(visitOf(dc).pack, 'ask.person', { voice: 'parent' })
  return readChoice(text, choices)?.id === 'again'
}

/** Takes the choice and the dialog that offered it off the stack, and lets what lay beneath hear the message. */
async function handDown(dc: DialogContext): Promise<DialogTurnResult> {
  dc.stack.pop()
  dc.stack.pop()
  return dc.continueDialog()
}

/** Three words or more that nobody followed may be about something that matters: they get the safety line. */
function isSentence(text: string): boolean {
  return wordsOf(text.slice(0, 200)).length >= 3
}

export function looksLikeQuestion(text: string): boolean {
  return text.includes('?') || /^\s*(what|when|where|who|why|how|can|could|do|does|did|is|are|will|would|should|must)\b/i.test(text)
}

function asked(instance: DialogInstance | undefined): Asked {
  return instance?.state as Asked
}

function keep(instance: DialogInstance | undefined, state: Asked): void {
  if (instance) instance.state = state
}
