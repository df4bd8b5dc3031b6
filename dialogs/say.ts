// Saying one message of the pack: its words, its choices as buttons, and what it carries for machines.
import type { ToldClock } from '../src/rules/deadlines/types'
import { ActionTypes, ActivityTypes, InputHints, type Activity } from 'botframework-schema'
import type { TurnContext } from 'botbuilder-core'
import { checkedLine } from '../src/content/checked-line'
import { inLanguage, translationOf } from '../src/content/translations/in-language'
import { PACK_LANGUAGE, words, type SourceLine, type Voice, type Words } from '../src/content/wording'
import { noteTold } from './sharing'
import { visitOf, voiceOf, type Visit } from './visit'

export type Vars = Readonly<Record<string, string>>

export interface Choice {
  readonly id: string
  readonly label: string
  /** Other words that mean the same. */
  readonly also?: readonly string[] | undefined
}

/** What dates were counted from, so that a page can draw them and lead back to them. Dates and choices only. */
export interface Given {
  readonly voice: Voice
  readonly problem: string | undefined
  readonly letterDate: string | undefined
  readonly certificateDate: string | undefined
  readonly conductDate: string | undefined
}

export interface Extras {
  /** Choices that only this turn knows, before those of the message. */
  readonly choices?: readonly Choice[] | undefined
  readonly topic?: string | undefined
  readonly clocks?: readonly ToldClock[] | undefined
  readonly given?: Given | undefined
  readonly sources?: readonly SourceLine[] | undefined
  readonly handoff?: { readonly state: string; readonly reference: string } | undefined
}

/** Says a message to whoever is there. */
export async function say(at: { readonly context: TurnContext }, id: string, vars: Vars = {}, extras: Extras = {}): Promise<void> {
  const visit = visitOf(at)
  await at.context.sendActivity(message(visit, id, vars, extras))
  if (extras.topic) noteTold(visit, extras.topic)
  else if (TOLD.has(visit.pack.messages.get(id)?.kind ?? '')) noteTold(visit, id)
}

/** What an adviser need not explain again. */
const TOLD: ReadonlySet<string> = new Set(['route', 'deadlines'])

/** The message as an activity: the words are enough by themselves, buttons and `channelData.advice` come beside them. */
export function message(visit: Visit, id: string, vars: Vars, extras: Extras): Partial<Activity> {
  const said = words(visit.pack, id, { voice: voiceOf(visit), vars })
  const choices = [...(extras.choices ?? []), ...said.choices]
  const told = inTheirLanguage(visit, id, vars, { text: said.text, kind: said.kind, choices })
  const council = visit.memory.facts.council ?? visit.council
  const sources = extras.sources ?? said.sources
  return {
    type: ActivityTypes.Message,
    text: told.text,
    textFormat: 'markdown',
    locale: told.language,
    inputHint: choices.length > 0 ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(choices.length > 0
      ? {
          suggestedActions: {
            to: [],
            actions: choices.map(({ label }, at) => ({ type: ActionTypes.ImBack, title: told.labels[at] ?? label, value: label })),
          },
        }
      : {}),
    channelData: {
      advice: {
        v: 1,
        kind: said.kind,
        message: id,
        ...(extras.topic ? { topic: extras.topic } : {}),
        ...(council ? { council } : {}),
        pack: { id: visit.pack.id, version: visit.pack.version },
        ...(extras.handoff ? { handoff: extras.handoff } : {}),
        ...(extras.clocks ? { clocks: extras.clocks } : {}),
        ...(extras.given ? { given: extras.given } : {}),
        ...(sources.length > 0 ? { sources } : {}),
      },
    },
  }
}

interface Told {
  readonly text: string
  readonly labels: readonly string[]
  readonly language: string
}

/** In the language of the conversation where all of it has a current translation, else in English. What is typed is read as English, so a choice keeps its English value. */
function inTheirLanguage(
  visit: Visit,
  id: string,
  vars: Vars,
  said: Pick<Words, 'text' | 'kind'> & { readonly choices: readonly Choice[] },
): Told {
  const labels = said.choices.map(({ label }) => label)
  const checked = checkedLine(visit.pack, said.kind, visit.when.today)
  const translation = checked === '' ? translationOf(visit.pack, visit.language, visit.when.today) : null
  const other = translation && inLanguage(translation, visit.pack, { id, voice: voiceOf(visit), vars, labels })
  if (translation && other) return { text: tidy(other.text), labels: other.labels, language: translation.language }
  return { text: tidy(`${said.text}\n\n${checked}`), labels, language: PACK_LANGUAGE }
}

/** The words of a message, to be set into another. */
export function phrase(visit: Visit, id: string, vars: Vars = {}): string {
  return words(visit.pack, id, { voice: voiceOf(visit), vars }).text
}

/** Gaps that were filled with nothing leave no empty lines behind. */
function tidy(text: string): string {
  return text
    .replaceAll(/ +\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
