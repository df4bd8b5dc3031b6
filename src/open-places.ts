// The desks of the content pack as the handoff service knows them: whom they serve, by which routes, and until when.
import { londonMoment, londonNow } from './clock'
import type { Pack } from './content/pack'
import { openingHoursOf, type Desk } from './content/schema/desk'
import type { Hours, Place, Places } from './handoff/places'
import type { CalendarDate } from './rules/calendar-date'
import { escalation } from './rules/handoff/escalation'
import type { Escalates } from './rules/handoff/handoff-types'
import { openingAt, type LocalTime } from './rules/handoff/opening-hours'
import type { TodaysHours } from './store/handoff-port'

/** A demonstration is offered on the demonstration's page only: the content check sees to it. */
export function desksAsPlaces({ desks, bankHolidays }: Pick<Pack, 'desks' | 'bankHolidays'>): Places {
  const places = [...desks.values()].map((desk) => placeOf(desk, bankHolidays))
  const serves = (place: Place, council: string): boolean => desks.get(place.organisation)?.councils.includes(council) ?? false
  return {
    of: (council) => (council === null ? [] : places.filter((place) => serves(place, council))),
    find: (organisation) => places.find((place) => place.organisation === organisation) ?? null,
  }
}

function placeOf(desk: Desk, holidays: Pack['bankHolidays']): Place {
  const contact = (kind: 'phone' | 'email'): string | null => desk.contacts.find((fact) => fact.kind === kind)?.value ?? null
  return {
    organisation: desk.id,
    name: desk.name,
    isToMediation: desk.kind === 'mediation',
    isCouncil: desk.councilReads,
    routes: desk.routes,
    ...(desk.teamsChat ? { teamsChat: desk.teamsChat } : {}),
    phone: contact('phone'),
    email: contact('email'),
    hours: (now) => hoursAt(desk, holidays, now),
    escalates: (now, actBy, set) => escalatesAt({ desk, holidays, set }, now, actBy),
  }
}

function hoursAt(desk: Desk, holidays: Pack['bankHolidays'], now: number): Hours {
  const { today, time } = londonNow(new Date(now))
  const opening = openingAt(openingHoursOf(desk), holidays, { today, time: time ?? '00:00' })
  if (opening.isOpen) return { isOpen: true, closesAt: londonMoment(today, opening.closesAt), opensAt: null }
  const { opensAt } = opening
  return { isOpen: false, closesAt: null, opensAt: opensAt === null ? null : londonMoment(opensAt.on, opensAt.at) }
}

interface EscalatingDesk {
  readonly desk: Desk
  readonly holidays: Pack['bankHolidays']
  readonly set: TodaysHours | null
}

function escalatesAt({ desk, holidays, set }: EscalatingDesk, now: number, actBy: CalendarDate | null): Escalates {
  const { today, time } = londonNow(new Date(now))
  const until = set?.openUntil ? (londonNow(new Date(set.openUntil)).time ?? null) : null
  const hours = { ...openingHoursOf(desk), ...(set ? { setToday: { on: today, until } } : {}) }
  const { again, lead, leadAgain } = escalation({ hours, holidays }, { today, time: time ?? '00:00' }, actBy)
  const moment = (at: LocalTime | null): number | null => at && londonMoment(at.today, at.time)
  return { againAt: moment(again), leadAt: moment(lead), leadAgainAt: moment(leadAgain) }
}
