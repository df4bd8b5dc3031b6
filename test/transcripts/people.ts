// The people of a transcript: the pack's own desks and hours at the transcript's day and time, and a handoff that is always the same.
import { NOBODY, type People } from '../../dialogs/handoff-port'
import { londonMoment, londonNow } from '../../src/clock'
import type { Pack } from '../../src/content/pack'
import { desksAsPlaces } from '../../src/open-places'
import type { Now } from '../../src/rules/deadlines/types'
import type { Handoff } from '../../src/rules/handoff/handoff-types'
import { aHandoff } from '../handoff/a-handoff'

/** Header `people`: `staffed` or `away`, nobody where it is left out. Header `then`: what becomes of what is shared. */
export function peopleOf(pack: Pack, now: Now, header: Readonly<Record<string, string>>): People {
  const { people, then = 'queued', link } = header
  return people === undefined ? NOBODY : peopleThere(pack, { now, staffed: people === 'staffed', then, link })
}

interface Scene {
  readonly now: Now
  /** Whether somebody's desk is open. */
  readonly staffed: boolean
  /** A state of a handoff, or `unreachable`: it cannot be shared. */
  readonly then: string
  /** Whether there is a page on which what was shared can be deleted. */
  readonly link: string | undefined
}

function peopleThere(pack: Pack, { now, staffed, then, link }: Scene): People {
  const places = desksAsPlaces(pack)
  const moment = londonMoment(now.today, now.time ?? '12:00')
  let handoff: Handoff | null = null
  return {
    londonAt: (at) => londonNow(new Date(at)),
    offers: async (council) =>
      places.of(council).map((place) => {
        const hours = place.hours(moment)
        const routes = place.routes.filter((route) => route !== 'live' || (hours.isOpen && staffed))
        const { organisation, name, isToMediation, isCouncil, phone } = place
        return { organisation, name, isToMediation, isCouncil, phone, routes, ...hours }
      }),
    begin: async () => 'the-handoff',
    share: async ({ id }) => {
      if (then === 'unreachable') return { kind: 'refused', why: 'closed' }
      handoff = { ...aHandoff, id, state: then as Handoff['state'] }
      return { kind: 'shared', reference: '412298334', state: 'queued' }
    },
    statusOf: async () => handoff,
    hearFamily: async () => (handoff?.state === 'live' ? 'relayed' : 'not-live'),
    decline: async () => true,
    ...(link === undefined ? {} : { eraseLink: (id: string) => `https://chat.example.org/my-information/${id}` }),
    withdraw: async () => {
      const wasThere = handoff !== null
      handoff = null
      return wasThere
    },
  }
}
