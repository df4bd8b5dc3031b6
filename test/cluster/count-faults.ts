// What went wrong in a conversation: compared with the same one held in quiet, and its stream with its log.
import type { DirectLineActivity } from '../channels/page'
import type { Heard } from './family'

export interface Counted {
  /** Taken, and not in the log; or in the log, and never answered. */
  lost: number
  /** In the log more than once, answered more than once, or heard more than once. */
  doubled: number
  /** In another order than they were taken in, answered in another order, or heard in another order. */
  disordered: number
  /** Answered otherwise than in quiet. */
  otherwise: number
}

export const NOTHING: Counted = { lost: 0, doubled: 0, disordered: 0, otherwise: 0 }

/** `said`: what the service took, in order. `quiet`: what the bot says to the same in quiet. */
export function countFaults(
  said: readonly string[],
  quiet: readonly string[],
  log: readonly DirectLineActivity[],
  heard: readonly Heard[],
): Counted {
  const of = (role: string): readonly DirectLineActivity[] => log.filter(({ from }) => from.role === role)
  const [users, bots] = [of('user').map(({ text }) => text ?? ''), of('bot').map(({ text }) => text ?? '')]
  const [typed, answers, stream] = [
    compare(said, users),
    compare(quiet, bots),
    compare(
      log.map(idOf),
      heard.map(({ activity }) => idOf(activity)),
    ),
  ]
  const replied = of('bot').flatMap(({ replyToId }) => (replyToId === undefined ? [] : [replyToId]))
  const places = log.map(({ channelData }) => Number(channelData['webchat:sequence-id']))
  const gaps = places.filter((place, index) => place !== index + 1).length
  return {
    lost: typed.lost + answers.lost + stream.lost,
    doubled: typed.doubled + answers.doubled + stream.doubled,
    disordered: typed.disordered + stream.disordered + gaps + descents(replied),
    otherwise: answers.disordered,
  }
}

function idOf({ id }: DirectLineActivity): string {
  return id
}

function compare(wanted: readonly string[], found: readonly string[]): { lost: number; doubled: number; disordered: number } {
  const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length
  let [lost, doubled] = [0, 0]
  for (const one of new Set([...wanted, ...found])) {
    const more = count(found, one) - count(wanted, one)
    if (more > 0) doubled += more
    else lost -= more
  }
  const isSame = wanted.length === found.length && wanted.every((one, index) => one === found[index])
  return { lost, doubled, disordered: lost + doubled === 0 && !isSame ? 1 : 0 }
}

/** How often a reply answers something earlier than the one before it does. */
function descents(ids: readonly string[]): number {
  return ids.filter((id, index) => index > 0 && id < (ids[index - 1] ?? '')).length
}

export function add(sum: Counted, one: Counted): void {
  sum.lost += one.lost
  sum.doubled += one.doubled
  sum.disordered += one.disordered
  sum.otherwise += one.otherwise
}
