// How the pack says something: in the voice of the reader, with its gaps filled.
import type { CalendarDate } from '../rules/calendar-date'
import type { ClockName, WarningCode } from '../rules/deadlines/types'
import { onceFor } from '../rules/once-for'
import type { Problem } from '../rules/triage/rows'
import type { DecisionTable, Pack } from './pack'
import { fillPlaceholders, placeholdersOf } from './placeholders'
import type { ClockWords } from './schema/deadline'
import type { DecisionWords } from './schema/decision'
import type { MessageKind } from './schema/message'
import type { Voiced } from './schema/primitives'
import type { Topic } from './schema/topic'

/** Who reads: a parent or carer about a child, or a young person about themselves. */
export type Voice = 'parent' | 'young-person'

/** The language that the pack is written in. */
export const PACK_LANGUAGE = 'en-GB'

/** Words in one of the two voices. */
export function inVoice(said: Voiced, voice: Voice): string {
  if (typeof said === 'string') return said
  return voice === 'young-person' ? said.youngPerson : said.parent
}

/** A source as a message carries it. */
export interface SourceLine {
  readonly title: string
  readonly url: string | null
  readonly checkedOn: string
}

export interface Words {
  readonly text: string
  readonly kind: MessageKind
  readonly choices: readonly { readonly id: string; readonly label: string; readonly also: readonly string[] }[]
  readonly sources: readonly SourceLine[]
}

export interface WordsOptions {
  readonly voice: Voice
  readonly vars?: Readonly<Record<string, string>>
}

/** A message in a voice, its gaps filled. An unknown id or a gap without a value is our own failure. @throws Error */
export function words(pack: Pack, id: string, { voice, vars = {} }: WordsOptions): Words {
  const said = saidIn(pack, id, voice)
  if (!said.hasGaps) return said
  const choices = said.choices.map((choice) => ({ ...choice, label: fillPlaceholders(choice.label, vars) }))
  return { text: fillPlaceholders(said.text, vars), kind: said.kind, choices, sources: said.sources }
}

interface Said extends Words {
  readonly hasGaps: boolean
}

/** What was read out of a pack once: packs do not change while they are loaded. */
const saidOf = onceFor<Pack, Readonly<Record<Voice, Map<string, Said>>>>(() => ({ parent: new Map(), 'young-person': new Map() }))

function saidIn(pack: Pack, id: string, voice: Voice): Said {
  const inVoice = saidOf(pack)[voice]
  const known = inVoice.get(id)
  if (known !== undefined) return known
  const said = readSaid(pack, id, voice)
  inVoice.set(id, said)
  return said
}

function readSaid(pack: Pack, id: string, voice: Voice): Said {
  const message = must(pack.messages.get(id), 'message', id)
  const isYoung = voice === 'young-person'
  const text = isYoung ? (message.youngPerson ?? message.text) : message.text
  const choices = (message.choices ?? []).map(({ id: choice, label, youngPerson, also }) => ({
    id: choice,
    label: isYoung ? (youngPerson ?? label) : label,
    also: also ?? [],
  }))
  const hasGaps = [text, ...choices.map(({ label }) => label)].some((part) => placeholdersOf(part).length > 0)
  return { text, kind: message.kind, choices, sources: sourceLines(pack, message.sources ?? []), hasGaps }
}

/** A topic's reviewed answer in one of the two voices, under the law of a day. */
export function answerOf(topic: Topic, voice: Voice, law: CalendarDate): string {
  const { answer, youngPerson } = topic.later.findLast(({ from }) => from <= law) ?? topic
  return voice === 'young-person' ? (youngPerson ?? answer) : answer
}

/** The sources behind these keys, each once, in their order. @throws Error for an unknown key */
export function sourceLines(pack: Pick<Pack, 'sources'>, keys: readonly string[]): readonly SourceLine[] {
  return [...new Set(keys)].map((key) => {
    const { title, url, checkedOn } = must(pack.sources.get(key), 'source', key)
    return { title, url, checkedOn }
  })
}

/** The words for a row of routes. @throws Error for a row without words, which a checked pack has not */
export function decisionWords(pack: DecisionTable, problem: Problem): DecisionWords {
  return must(pack.decisions.get(problem), 'decision', problem)
}

/** Who may act on a row, in a voice. @throws Error */
export function whoMayAct(pack: DecisionTable, problem: Problem, voice: Voice): string {
  const { who } = decisionWords(pack, problem)
  return inVoice(must(pack.who.get(who), 'who', who).text, voice)
}

/** The words for a clock. @throws Error */
export function clockWords(pack: Pick<Pack, 'deadlines'>, clock: ClockName): ClockWords {
  return must(pack.deadlines.clocks.get(clock), 'clock', clock)
}

/** What a warning says, in a voice. @throws Error */
export function warningText(pack: Pick<Pack, 'deadlines'>, code: WarningCode, voice: Voice): string {
  return inVoice(must(pack.deadlines.warnings.get(code), 'warning', code), voice)
}

function must<Value>(value: Value | undefined, what: string, id: string): Value {
  if (value === undefined) throw new Error(`The content pack has no ${what} ${id}`)
  return value
}
