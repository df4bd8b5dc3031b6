// Which people can be reached now, in words and as choices; never a person where none is there.
import type { Route } from '../src/rules/handoff/handoff-types'
import { inWords } from '../src/rules/calendar-date'
import type { Offered } from './handoff-port'
import { phrase, type Choice } from './say'
import { visitOf, type Visit } from './visit'
import type { DialogContext } from 'botbuilder-dialogs'

/** The organisations that this conversation may be passed to, by the routes that this channel can carry. */
export async function offersFor(dc: Pick<DialogContext, 'context'>): Promise<readonly Offered[]> {
  const visit = visitOf(dc)
  const council = visit.memory.facts.council ?? visit.council
  const offers = await visit.people.offers(council)
  return offers.map((offer) => ({ ...offer, routes: offer.routes.filter((route) => canCarry(visit, route)) }))
}

/** Where nothing is sealed, nothing typed is kept: only a reference to read out on the phone can be given. A chat needs a page that stays open. */
function canCarry({ sealed, chat }: Visit, route: Route): boolean {
  if (route === 'phone') return true
  return route === 'live' ? chat !== null : sealed
}

/** A line for each organisation: open until when, or closed until when. */
export function sayOffers(visit: Visit, offers: readonly Offered[]): string {
  return offers.map((offer) => lineOf(visit, offer).trim()).join('\n')
}

function lineOf(visit: Visit, { name, isOpen, routes, closesAt, opensAt }: Offered): string {
  if (isOpen && closesAt !== null) {
    const until = timeInWords(visit.people.londonAt(closesAt).time ?? '')
    return phrase(visit, routes.includes('live') ? 'handoff.offer-open' : 'handoff.offer-open-nobody', { name, until })
  }
  if (opensAt === null) return phrase(visit, 'handoff.offer-closed-long', { name })
  const { today, time } = visit.people.londonAt(opensAt)
  return phrase(visit, 'handoff.offer-closed', { name, opens: `${inWords(today)}, ${timeInWords(time ?? '')}` })
}

/** '09:00' as '9am', '16:30' as '4:30pm'. */
function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`
}

/** Each organisation by its name, those that are open first. */
export function choicesOfWho(offers: readonly Offered[]): readonly Choice[] {
  return [...offers]
    .filter(({ routes }) => routes.length > 0)
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
    .map(({ organisation, name }) => ({ id: organisation, label: name, also: [name.replace(/ \(.*\)$/, '')] }))
}

/** Where the date is near, the phone comes first; otherwise whoever is there now. */
export function choicesOfRoute(visit: Visit, { routes, isOpen }: Offered, isNear: boolean): readonly Choice[] {
  const order: readonly Route[] = isNear ? ['phone', 'live', 'callback', 'email'] : ['live', 'phone', 'callback', 'email']
  return order
    .filter((route) => routes.includes(route))
    .map((route) => ({ id: route, label: phrase(visit, `handoff.label-${route === 'phone' && !isOpen ? 'phone-later' : route}`).trim() }))
}
