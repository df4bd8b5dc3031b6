// The whole conversation: greets once, hears each message through the interrupts first, then through the dialog that is open.
import type { DialogContext } from 'botbuilder-dialogs'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet'
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog'
import type { TurnContext } from 'botbuilder-core'
import type { Memory } from '../src/memory/memory'
import { agreementDialog, agreementSteps } from './agreement-dialog'
import { Ask } from './ask'
import { askDateDialog, askDateSteps } from './ask-date-dialog'
import { changeDialog, changeSteps } from './change-dialog'
import { checklistDialog, checklistSteps } from './checklist-dialog'
import { clarifyDialog, clarifySteps } from './clarify-dialog'
import { contactDialog, contactSteps } from './contact-dialog'
import { councilDialog, councilSteps } from './council-dialog'
import { deadlineDialog, deadlineSteps } from './deadline-dialog'
import { deleteDialog, deleteSteps } from './delete-dialog'
import { explainDialog, explainSteps } from './explain-dialog'
import { handoffDialog, handoffSteps } from './handoff-dialog'
import { dialogStack } from './dialog-stack'
import { INTERRUPTS } from './interrupts'
import { mainAgainSteps, mainChangeSteps, mainDialogs, mainSteps } from './main-dialog'
import { keepQuestionDialog, keepQuestionSteps } from './keep-question-dialog'
import { moreDialog, moreSteps } from './more-dialog'
import { questionDialog, questionSteps } from './question-dialog'
import { reviewDialog, reviewSteps } from './review-dialog'
import { plainly } from './read-choice'
import { say } from './say'
import { dropOffer } from './sharing'
import { needsDialog, needsSteps, shareDialog, shareSteps } from './share-dialog'
import { dropHeldWords } from './unanswered'
import { triageDialog, triageSteps } from './triage-dialog'
import { beginVisit, type TalkTools, type TurnFacts, type Visit } from './visit'
import { MAIN } from './dialog-names'

const STEPS = {
  mainSteps,
  mainAgainSteps,
  mainChangeSteps,
  triageSteps,
  deadlineSteps,
  askDateSteps,
  moreSteps,
  questionSteps,
  clarifySteps,
  explainSteps,
  checklistSteps,
  agreementSteps,
  contactSteps,
  councilSteps,
  changeSteps,
  deleteSteps,
  keepQuestionSteps,
  handoffSteps,
  shareSteps,
  needsSteps,
  reviewSteps,
}

export interface Talk {
  /** The names of all steps: a stack saved under other steps is not continued. */
  readonly steps: string
  /** Greets whoever came, and opens the first question. Gives back what to remember. */
  greet(context: TurnContext, memory: Memory, turn: TurnFacts): Promise<Memory>
  /** Hears one message. Gives back what to remember. */
  hear(context: TurnContext, memory: Memory, turn: TurnFacts & { readonly begunAgain: boolean }): Promise<Memory>
}

export function createTalk(tools: TalkTools): Talk {
  const dialogs = [
    new Ask(),
    ...mainDialogs(),
    triageDialog(),
    deadlineDialog(),
    askDateDialog(),
    moreDialog(),
    questionDialog(),
    clarifyDialog(),
    explainDialog(),
    checklistDialog(),
    agreementDialog(),
    contactDialog(),
    councilDialog(),
    changeDialog(),
    deleteDialog(),
    handoffDialog(),
    shareDialog(),
    needsDialog(),
    reviewDialog(),
    keepQuestionDialog(),
  ]

  const set = new DialogSet(dialogStack)
  for (const dialog of dialogs) set.add(dialog)

  const open = async (context: TurnContext, memory: Memory, turn: TurnFacts): Promise<{ dc: DialogContext; visit: Visit }> => {
    const when = tools.now()
    const { editions } = tools
    const isRecalled = editions.isRecalled(memory.pack)
    const pack = editions.of(isRecalled ? undefined : memory.pack)
    const kept = { ...memory, began: memory.began ?? when.today, pack: isRecalled ? memory.pack : pack.version }
    const visit: Visit = { ...tools, ...turn, pack, holidays: pack.bankHolidays, memory: kept, when, alarm: 'none' }
    beginVisit(context, visit)
    return { dc: await set.createContext(context), visit }
  }

  return {
    steps: Object.entries(STEPS)
      .map(([name, steps]) => `${name}:${steps.map((step) => step.name).join(',')}`)
      .join(' '),

    async greet(context, memory, turn) {
      const { dc, visit } = await open(context, { ...memory, greeted: true }, turn)
      await dc.beginDialog(MAIN)
      return visit.memory
    },

    async hear(context, memory, turn) {
      const { dc, visit } = await open(context, { ...memory, greeted: true }, turn)
      const text = context.activity.text ?? ''
      if (turn.begunAgain) await say(dc, 'greeting.begun-again')
      await answer(dc, text, visit, turn.begunAgain)
      dropHeldWords(visit)
      return visit.memory
    },
  }
}

async function answer(dc: DialogContext, text: string, visit: Visit, begunAgain: boolean): Promise<void> {
  if (await interrupted(dc, text, visit)) return
  const result = begunAgain || dc.activeDialog === undefined ? { status: DialogTurnStatus.empty } : await dc.continueDialog()
  if (result.status === DialogTurnStatus.empty) await dc.beginDialog(MAIN)
}

async function interrupted(dc: DialogContext, text: string, visit: Visit): Promise<boolean> {
  const hasFile = hasAttachment(dc.context)
  if (hasFile) await say(dc, 'bot.attachment')
  if (text.trim() === '') {
    if (!hasFile) await say(dc, 'bot.empty')
    if (dc.activeDialog) await dc.repromptDialog()
    else await dc.beginDialog(MAIN)
    return true
  }
  const withheld = isWithheld(dc.context)
  const { afterStop, ...memory } = visit.memory
  visit.memory = memory
  const message = {
    text,
    plain: plainly(text),
    isAfterStop: afterStop === true,
    isWithheld: withheld,
    crisis: withheld ? ({ level: 'stop', kinds: [] } as const) : await visit.findCrisis(text),
  }
  visit.alarm = message.crisis.level
  if (message.crisis.level !== 'stop' && visit.editions.isRecalled(visit.memory.pack)) await beginOnNewAdvice(dc, visit)
  for (const { answer } of INTERRUPTS) if (await answer(dc, message)) return true
  return false
}

/** What this conversation was told was called back: it is said so, and what was going on begins again. A crisis card comes first. */
async function beginOnNewAdvice(dc: DialogContext, visit: Visit): Promise<void> {
  await say(dc, 'greeting.advice-changed')
  await dc.cancelAllDialogs()
  await dropOffer(visit)
  visit.memory = { ...visit.memory, pack: visit.pack.version }
}

/** The process ended in the turn of a crisis message, whose words were not kept: it is answered as one when it comes round again. */
function isWithheld({ activity }: TurnContext): boolean {
  return (activity.channelData as { withheld?: boolean } | undefined)?.withheld === true
}

/** A file that came along, or one that the channel has taken off already. */
function hasAttachment({ activity }: TurnContext): boolean {
  const dropped = (activity.channelData as { attachmentsDropped?: number } | undefined)?.attachmentsDropped ?? 0
  return dropped > 0 || (activity.attachments ?? []).some(({ contentType }) => contentType !== 'text/html')
}
