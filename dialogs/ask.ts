// The one way of asking: puts a message of the pack, reads the answer, answers a question in between, and after two misses offers a person.
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs'
import type { TurnContext } from 'botbuilder-core'
import { words } from '../src/content/wording'
import { answerInBetween } from './answer-in-between'
import { READERS, type Answer, type ReaderName } from './readers'
import { say, type Choice, type Vars } from './say'
import { visitOf, voiceOf } from './visit'

export const ASK = 'ask'

/** Only message ids, dates and labels of the pack go in here: it is kept between turns. */
export interface Question {
  /** Message id; `<id>-again` is said after a first miss and holds an example. */
  readonly id: string
  readonly reader: ReaderName
  readonly vars?: Vars
  readonly choices?: readonly Choice[]
}

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
    if (answer && !(answer.kind === 'date' && looksLikeQuestion(text))) return dc.endDialog(answer)
    const between = await answerInBetween(dc, text)
    if (between === 'answered') {
      await put(dc, question, question.id)
      return Dialog.EndOfTurn
    }
    if (between === 'asked-back') return Dialog.EndOfTurn
    if (answer) return dc.endDialog(answer)
    keep(dc.activeDialog, { question, misses: misses + 1 })
    if (misses === 0) await put(dc, question, `${question.id}-again`)
    else await say(dc, 'ask.person')
    return Dialog.EndOfTurn
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { question } = asked(instance)
    await put({ context }, question, question.id)
  }

  /** Something that lay on top is done: the same step is asked again. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, _result?: unknown): Promise<DialogTurnResult> {
    const { question } = asked(dc.activeDialog)
    keep(dc.activeDialog, { question, misses: 0 })
    await put(dc, question, question.id)
    return Dialog.EndOfTurn
  }
}

function read(dc: DialogContext, question: Question, text: string): Answer | null {
  const visit = visitOf(dc)
  const said = words(visit.pack, question.id, { voice: voiceOf(visit), vars: question.vars ?? {} })
  return READERS[question.reader]({ text, choices: [...(question.choices ?? []), ...said.choices], visit })
}

async function put(at: { readonly context: TurnContext }, question: Question, id: string): Promise<void> {
  await say(at, id, question.vars, { choices: question.choices })
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
