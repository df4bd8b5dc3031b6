// Walks every dialog by itself: from each place where the bot waits it tries each choice and a few typed answers, and remembers how it got there.
import type { Dialog, WaterfallStepContext } from 'botbuilder-dialogs'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet'
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog'
import { ASK_DATE } from '../../dialogs/dialog-names'
import type { ReaderName } from '../../dialogs/readers'
import type { SavedState } from '../../src/bot/state-port'
import { talkTo, type Conversation, type ConversationParts } from '../talk-to'

/** A place where the bot waits for an answer. */
export interface Place {
  /** The dialog on top with its step (beneath a date, the one that wants it too), the date it reads back, the way to a person, what was asked, the voice. */
  readonly key: string
  /** Message id of the question. */
  readonly question: string
  readonly reader: ReaderName
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
    readonly options?: { readonly route?: string }
    readonly stepIndex?: number
    readonly question?: { readonly id: string; readonly reader: ReaderName; readonly lapses?: boolean }
  }
}

/** What is typed where there may be no button, by what the question reads: dates in an order that brings about each branch. */
const TYPED: Readonly<Record<ReaderName, readonly string[]>> = {
  choice: [],
  choiceOrDate: [],
  opening: ['they refused to assess my child', '9 October 2026'],
  decision: ['they refused to assess my child'],
  saidBack: ['9 October 2026', 'they will end the plan', 'not that: they will not assess him'],
  date: ['1 July 2026', '9 October 2026', '25 December 2026', '3 March 2024', '11/22/2026', 'about 2 weeks ago'],
  council: ['Southend', 'Newcastle', 'Yorkshire', 'Cardiff'],
  ticks: ['1, 2 and 3'],
  phone: ['07700 900123'],
  email: ['sam@example.org'],
  name: ['Sam'],
  ownWords: ['he has no school'],
}
const ANYWHERE = ['who pays or who comes', 'xyzzy xyzzy xyzzy?']

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
    const seen = new Set<string>()
    for (let place = next.shift(); place; place = next.shift()) {
      const isNew = !seen.has(place.question)
      seen.add(place.question)
      const always = isNew ? [...ANYWHERE, ...begin] : []
      for (const typed of [...(await choicesAt(talk, place)), ...TYPED[place.reader], ...always]) {
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

/** The places on one way through the dialogs, for a channel that is not walked whole. */
export async function follow(parts: ConversationParts, path: readonly string[]): Promise<readonly Place[]> {
  const talk = talkTo(parts)
  await talk.type(null)
  const places: (Place | null)[] = []
  for (const [at, typed] of path.entries()) {
    await talk.type(typed)
    places.push(placeOf(talk, path.slice(0, at + 1)))
  }
  return places.filter((place) => place !== null)
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
  const open = stack.filter(({ state }) => state.stepIndex !== undefined)
  const waterfalls = open.slice(open.at(-1)?.id === ASK_DATE ? -2 : -1)
  const where = waterfalls.map(({ id, state }) => `${id}.${state.stepIndex} ${state.values?.date ?? ''} ${state.options?.route ?? ''}`)
  const key = [...where, last.id, memory.facts.voice].join(' | ')
  const beneath = last.lapses ? (questions.at(-2)?.id ?? null) : null
  return { key, question: last.id, reader: last.reader, beneath, saved, path }
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
