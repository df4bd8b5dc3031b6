// People who can always be reached, and who note everything that they are asked to keep or to do.
import type { Offered, People, Sharing } from '../../dialogs/handoff-port'
import type { Handoff } from '../../src/rules/handoff/handoff-types'
import { aHandoff } from '../handoff/a-handoff'
import { day } from '../holidays'

export interface Recording {
  readonly people: People
  readonly begun: Parameters<People['begin']>[0][]
  readonly shared: Sharing[]
  readonly declined: string[]
  readonly withdrawn: string[]
}

const OFFERED: Offered = {
  organisation: 'calm-water',
  name: 'Calm Water',
  isToMediation: false,
  isCouncil: false,
  routes: ['live', 'phone', 'callback', 'email'],
  isOpen: true,
  closesAt: 0,
  opensAt: null,
  phone: '01632 960 001',
}

/** Two services for every council; `change` is what is different about the first. What is shared live is at once with a person. */
export function recordPeople(change: Partial<Offered> = {}): Recording {
  const [begun, shared, declined, withdrawn]: [Recording['begun'], Sharing[], string[], string[]] = [[], [], [], []]
  const over = new Set<string>()
  const handoffOf = (id: string): Handoff => ({ ...aHandoff, id, state: over.has(id) ? 'ended' : 'live' })
  const people: People = {
    offers: async () => [
      { ...OFFERED, ...change },
      { ...OFFERED, organisation: 'still-water', name: 'Still Water' },
    ],
    begin: async (request) => `handoff-${begun.push(request)}`,
    share: async (request) => {
      shared.push(request)
      return { kind: 'shared', reference: '412298334', state: 'queued' }
    },
    statusOf: async (id) => (shared.some((one) => one.id === id) ? handoffOf(id) : null),
    hearFamily: async () => 'relayed',
    decline: async (id) => declined.push(id) > 0,
    withdraw: async (id, why) => {
      over.add(id)
      return withdrawn.push(`${id} ${why}`) > 0
    },
    londonAt: () => ({ today: day('2026-11-20'), time: '17:00' }),
  }
  return { people, begun, shared, declined, withdrawn }
}
