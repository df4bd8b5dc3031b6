// Clocks and warnings as they are told: in the words of the pack and the shape that every channel and command shares.
import type { Clock, ToldClock, WarningCode } from '../rules/deadlines/types'
import { explainWorking } from './explain-working'
import type { Pack } from './pack'
import { clockWords, warningText, type Voice } from './wording'

export interface ToldWarning {
  readonly code: WarningCode
  readonly message: string
}

export function tellClocks(pack: Pick<Pack, 'deadlines'>, clocks: readonly Clock[], voice: Voice): readonly ToldClock[] {
  return clocks.map((clock) => ({
    clock: clock.clock,
    safeDate: clock.safeDate,
    lastDate: clock.lastDate,
    outerDate: clock.outerDate,
    status: clock.status,
    daysLeft: clock.daysLeft,
    working: explainWorking(pack, clock, voice),
    sources: clockWords(pack, clock.clock).law,
  }))
}

export function tellWarnings(pack: Pick<Pack, 'deadlines'>, codes: readonly WarningCode[], voice: Voice): readonly ToldWarning[] {
  return codes.map((code) => ({ code, message: warningText(pack, code, voice) }))
}
