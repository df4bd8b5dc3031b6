// Walks every dialog by itself: from each place where the bot waits it tries each choice and a few typed answers, and remembers how it got there.
import { DialogSet, WaterfallDialog, type Dialog, type WaterfallStepContext } from 'botbuilder-dialogs'
import type { SavedState } from '../../src/bot/state-port'
import { talkTo, type Conversation, type ConversationParts } from '../talk-to'

/** A place where the bot waits for an answer. */
export interface Place {
  /** The two dialogs on top, each with its step and the date it reads back; what was asked; the voice. */
  readonly key: string
  /** Message id of the question. */
  readonly question: string
  /** The question beneath, which is heard when this one lapses; null where this one does not. */
  readonly beneath: string | null
  readonly saved: SavedState
  /** What was typed to get here. */
  readonly path: readonly string[]
}

export interface Walk {
  readonly places: readonly Place[]
  /** `dialog.step` of every step of every dialog. */
  readonly steps: readonly string[]
  readonly visited: ReadonlySet<string>
}

interface Opened {
  readonly id: string
  readonly state: {
    readonly values?: { readonly date?: string }
    readonly stepIndex?: number
    readonly question?: { readonly id: string; readonly lapses?: boolean }
  }
}

/** Typed where no button is: dates in an order that brings about each branch, a council, ticks, a question, nothing that is known. */
const TYPED = [
  '1 July 2026',
  '9 October 2026',
  '25 December 2026',
  '3 March 2024',
  '11/22/2026',
  'about 2 weeks ago',
  'Southend',
  '1, 2 and 3',
  'who pays or who comes',
  'xyzzy xyzzy xyzzy?',
]

/** Walks until no new place is found. @throws Error when there are more than `limit` turns */
export async function walk(parts: ConversationParts, begin: readonly string[], limit: number): Promise<Walk> {
  const { steps, visited, forget } = watchSteps()
  try {
    const talk = talkTo(parts)
    const places = new Map<string, Place>()
    const next: Place[] = []
    const arrive = (path: readonly string[]): void => {
      const place = placeOf(talk, path)
      if (place === null || places.has(place.key)) return
      places.set(place.key, place)
      next.push(place)
    }
    await talk.type(null)
    arrive([])
    let turns = 0
    for (let place = next.shift(); place; place = next.shift()) {
      for (const typed of [...(await choicesAt(talk, place)), ...TYPED, ...begin]) {
        talk.goTo(place.saved)
        await talk.type(typed)
        arrive([...place.path, typed])
        if ((turns += 1) > limit) throw new Error(`more than ${limit} turns; last ${place.key}`)
      }
    }
    return { places: [...places.values()], steps: [...steps], visited }
  } finally {
    forget()
  }
}

/** The buttons of a place, as they are when it is put again. */
async function choicesAt(talk: Conversation, { saved }: Place): Promise<readonly string[]> {
  talk.goTo(saved)
  const said = await talk.type('help')
  return said.at(-1)?.choices ?? []
}

function placeOf(talk: Conversation, path: readonly string[]): Place | null {
  const [saved, memory] = [talk.saved(), talk.memory()]
  if (saved === null || memory === null) return null
  const stack = (memory.stack['dialogStack'] ?? []) as readonly Opened[]
  const questions = stack.flatMap(({ state }) => state.question ?? [])
  const last = questions.at(-1)
  if (last === undefined) return null
  const waterfalls = stack.filter(({ state }) => state.stepIndex !== undefined).slice(-2)
  const where = waterfalls.map(({ id, state }) => `${id}.${state.stepIndex} ${JSON.stringify(state.values?.date ?? '')}`)
  const key = [...where, last.id, memory.facts.voice].join(' | ')
  const beneath = last.lapses ? (questions.at(-2)?.id ?? null) : null
  return { key, question: last.id, beneath, saved, path }
}

/** Learns which dialogs there are as they are added, and which of their steps run. */
function watchSteps(): { steps: Set<string>; visited: Set<string>; forget: () => void } {
  const [steps, visited] = [new Set<string>(), new Set<string>()]
  const addDialog = DialogSet.prototype.add
  const spied = jest.spyOn(DialogSet.prototype, 'add').mockImplementation(function (this: DialogSet, dialog: Dialog) {
    if (dialog instanceof WaterfallDialog) for (const name of stepNames(dialog)) steps.add(`${dialog.id}.${name}`)
    return addDialog.call(this, dialog)
  })
  const prototype = WaterfallDialog.prototype as unknown as { onStep: (step: WaterfallStepContext) => Promise<unknown> }
  const onStep = prototype.onStep
  const ran = jest.spyOn(prototype, 'onStep').mockImplementation(function (this: WaterfallDialog, step: WaterfallStepContext) {
    visited.add(`${this.id}.${stepNames(this)[step.index] ?? ''}`)
    return onStep.call(this, step)
  })
  return {
    steps,
    visited,
    forget: () => {
      spied.mockRestore()
      ran.mockRestore()
    },
  }
}

function stepNames(dialog: WaterfallDialog): readonly string[] {
  return (dialog as unknown as { readonly steps: readonly { readonly name: string }[] }).steps.map(({ name }) => name)
}
