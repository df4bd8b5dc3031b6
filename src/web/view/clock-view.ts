// A clock as the pages show it.
import type { StringId } from './strings'

/** A clock as `channelData.advice.clocks` carries it. */
export interface ClockView {
  readonly clock: string
  readonly safeDate: string | null
  readonly lastDate: string
  readonly outerDate: string | null
  readonly status: string
  readonly daysLeft: number
  readonly working: string
  readonly sources: readonly string[]
}

/** What the page calls each clock that it has a card for. */
export const CLOCK_TITLES: Readonly<Record<string, StringId>> = {
  'mediation-adviser': 'clock-mediation-adviser',
  appeal: 'clock-appeal',
  'discrimination-claim': 'clock-discrimination-claim',
}
