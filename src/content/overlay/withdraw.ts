// Withdraws one topic, so that nobody is told it any more, and says it again later.
import type { CalendarDate } from '../../rules/calendar-date'
import type { Pack } from '../pack'
import { publish } from './publish'
import { withdrawnIn } from './read-overlay'
import type { Person, Withdrawal } from './shapes'

export interface Switching {
  readonly topic: string
  readonly reason: string
  readonly by: Person
  readonly on: CalendarDate
  /** Epoch milliseconds. */
  readonly at: number
}

/** `unknown`: no such topic. `already`: it stands so. */
export type Switched = 'done' | 'unknown' | 'already'

/** @throws Error when the folder cannot be written */
export function withdrawTopic(base: Pack, dir: string, switching: Switching): Switched {
  const { topic, reason, on, by } = switching
  if (!base.topics.has(topic)) return 'unknown'
  return switchTopic(base, dir, 'withdrawn', switching, (all) => (all.has(topic) ? null : all.set(topic, { reason, on, by: by.name })))
}

/** Says a withdrawn topic again; one that is no longer in the pack may be taken off the list too. @throws Error when the folder cannot be written */
export function restoreTopic(base: Pack, dir: string, switching: Switching): Switched {
  return switchTopic(base, dir, 'restored', switching, (all) => (all.delete(switching.topic) ? all : null))
}

class Already extends Error {}

function switchTopic(
  base: Pack,
  dir: string,
  what: 'withdrawn' | 'restored',
  { topic, reason, by, at }: Switching,
  change: (all: Map<string, Withdrawal>) => Map<string, Withdrawal> | null,
): Switched {
  const list = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
    const next = change(new Map(withdrawnIn(files.get('withdrawn.yaml') ?? '{}')))
    if (next === null) throw new Already()
    return new Map([...files, ['withdrawn.yaml', `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`]])
  }
  try {
    publish(base, dir, { what, about: topic, reason, writtenBy: [by], publishedBy: by, recall: false, change: list }, at)
    return 'done'
  } catch (fault) {
    if (fault instanceof Already) return 'already'
    throw fault
  }
}
