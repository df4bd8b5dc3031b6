// Reading an answer against the choices offered: the words, the number, other words for it, or a near miss.
import { onceFor } from '../src/rules/once-for'
import { slipsBetween } from '../src/rules/slips'
import { wordsOf } from '../src/rules/triage/recognise'
import type { Choice } from './say'

/** The choice that was meant, or null. A choice wins only when no other is as near. */
export function readChoice(text: string, choices: readonly Choice[]): Choice | null {
  return choiceOf(plainly(text), choices)
}

/** What `choiceOf` reads: the words of a text, without the way in which they are written. */
export function plainly(text: string): string {
  return plain(text.slice(0, 200))
}

/** As `readChoice`, for a text that is read against several lists of choices. */
export function choiceOf(said: string, choices: readonly Choice[]): Choice | null {
  const number = /^(?:option |number |no )?(\d{1,2})$/.exec(said)
  return number ? (choices[Number(number[1]) - 1] ?? null) : namedIn(said, choices)
}

/** As `choiceOf`, for words that can be typed at any time: a number is an answer to a question, never one of them. */
export function namedIn(said: string, choices: readonly Choice[]): Choice | null {
  if (said === '') return null
  const exact = choices.find((choice) => names(choice).includes(said))
  if (exact) return exact
  const near = choices.filter((choice) => names(choice).some((name) => isNear(said, name)))
  return near.length === 1 ? (near[0] ?? null) : null
}

/** The same choices come back with every question: what they are called in plain words is remembered with them. */
const names = onceFor(({ label, also = [] }: Choice): readonly string[] => [label, ...also].map(plain))

function plain(text: string): string {
  return wordsOf(text).join(' ')
}

/** One slip for each six letters, at most three; short words must be exact. */
function isNear(said: string, name: string): boolean {
  const slips = Math.min(3, Math.floor(name.length / 6))
  return slips > 0 && slipsBetween(said, name, slips) !== null
}
