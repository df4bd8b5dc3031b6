// The dates that a conversation was told: the newest telling, and the clocks that only earlier ones had.
import type { Activity } from './view/activity'
import type { ClockView } from './view/clock-view'
import type { Given } from './view/timeline'

export interface ToldDates {
  readonly latest: {
    readonly text: string
    readonly clocks: readonly ClockView[]
    readonly given: Given | null
    /** Grows with each telling. */
    readonly sequence: number
    /** ISO moment of the telling. */
    readonly stamp: string
  }
  readonly earlier: readonly ClockView[]
}

/** What was told, or null where no dates were. */
export function toldDates(activities: readonly string[]): ToldDates | null {
  const told = activities
    .map((json) => JSON.parse(json) as Activity)
    .filter(({ from, channelData }) => from?.role !== 'user' && channelData?.advice?.clocks)
  const cards = told.filter(({ channelData }) => channelData?.advice?.given)
  const card = cards.at(-1)
  if (!card) return null
  const clocksOf = ({ channelData }: Activity): readonly ClockView[] => channelData?.advice?.clocks ?? []
  const now = clocksOf(card)
  const before = cards
    .slice(0, -1)
    .flatMap(clocksOf)
    .filter(({ clock }) => !now.some((one) => one.clock === clock))
  return {
    latest: {
      text: card.text ?? '',
      clocks: now,
      given: card.channelData?.advice?.given ?? null,
      sequence: sequenceOf(card),
      stamp: card.timestamp ?? new Date(0).toISOString(),
    },
    earlier: [...new Map(before.map((clock) => [clock.clock, clock])).values()],
  }
}

/** An activity's id ends in its place in the conversation. */
function sequenceOf({ id = '' }: Activity): number {
  return Number(/(\d+)$/.exec(id)?.[1] ?? 0)
}
