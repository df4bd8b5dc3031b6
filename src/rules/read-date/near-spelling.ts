// Whether a typed word is near to the word of a date that was meant.
import { slipsBetween } from '../slips'

/** Whether at most so many slips (a letter missing, added, changed, or two swapped) lie between two words that begin alike. */
export function isNear(typed: string, meant: string, slips: number): boolean {
  if (!typed.slice(0, 2).includes(meant.charAt(0))) return false
  return slipsBetween(typed, meant, slips) !== null
}
