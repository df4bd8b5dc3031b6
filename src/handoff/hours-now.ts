// The hours of a place as its staff have set them for today; from midnight on they are again those of the content.
import type { TodaysHours } from '../store/handoff-port'
import type { Core } from './core'
import { endWaits } from './end-waits'
import type { HoursNow, Staff, StaffSide } from './handoffs'
import type { Place } from './places'

const CLOSED = { isOpen: false, closesAt: null } as const

export async function hoursNow({ store, now }: Pick<Core, 'store' | 'now'>, place: Place): Promise<HoursNow> {
  const at = now()
  const today = await store.todaysHours(place.organisation)
  if (today === null || today.endsAt <= at) return { ...place.hours(at), isSetToday: false }
  if (today.openUntil !== null && at < today.openUntil) return { isOpen: true, closesAt: today.openUntil, opensAt: null, isSetToday: true }
  const next = place.hours(today.endsAt)
  return { ...CLOSED, opensAt: next.isOpen ? today.endsAt : next.opensAt, isSetToday: true }
}

/** When a wait for a chat that begins again now is over because the desk closes; now where it is closed, null where nobody can say. */
export async function waitEnds(core: Core, organisation: string): Promise<number | null> {
  const place = core.places.find(organisation)
  const hours = place && (await hoursNow(core, place))
  return hours?.isOpen ? hours.closesAt : core.now()
}

export function staffHours(core: Core): Pick<StaffSide, 'hoursOf' | 'setHours'> {
  return {
    hoursOf: async (organisation) => {
      const place = core.places.find(organisation)
      return place ? hoursNow(core, place) : { ...CLOSED, opensAt: null, isSetToday: false }
    },
    setHours: async (staff, today) => setHours(core, staff, today),
  }
}

/** Written down with who did it, in one step; then whoever waits for a chat that is not to come is told. */
async function setHours(core: Core, { id, organisation }: Staff, today: TodaysHours | null): Promise<void> {
  const { store, news, now } = core
  const what = today === null ? 'hours-usual' : today.openUntil === null ? 'hours-closed' : 'hours-open'
  await store.setTodaysHours(organisation, today, { staff: id, handoff: null, what, at: now() })
  news.spread(organisation, '')
  if (what === 'hours-closed') await endWaits(core, organisation)
}
