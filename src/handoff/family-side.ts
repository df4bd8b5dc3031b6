// The family's side of the service.
import { offerTimers } from '../rules/handoff/handoff-timers'
import type { Handoff, Route } from '../rules/handoff/handoff-types'
import type { Purpose } from '../store/handoff-port'
import { sealRow } from '../store/seal-record'
import { FAMILY, isThereForChat, make, newId, type Core } from './core'
import type { BeginRequest, FamilySide, Offer, Word } from './handoffs'
import { hoursNow } from './hours-now'
import { relayKey, relayLabel } from './open-case'
import type { Place } from './places'
import { share } from './share'

export const EVERYTHING: readonly Purpose[] = ['summary', 'contact', 'conversation-key', 'relay']

export function familySide(core: Core): FamilySide {
  return {
    offers: async (council) => Promise.all(core.places.of(council).map(async (place) => offerOf(core, place))),
    begin: async (request) => begin(core, request),
    share: async (request) => share(core, request),
    statusOf: async (id) => core.store.find(id),
    hearFamily: async (id, word) => hearFamily(core, id, word),
    decline: async (id) => (await make(core, id, { actor: FAMILY, events: () => [{ kind: 'decline' }] })).kind === 'changed',
    withdraw: async (id, why) => withdraw(core, id, why),
  }
}

async function offerOf(core: Core, place: Place): Promise<Offer> {
  const { organisation, name, isToMediation, isCouncil, phone, email, teamsChat } = place
  const { isOpen, closesAt, opensAt } = await hoursNow(core, place)
  const isThere = isOpen && (await isThereForChat(core, place))
  const isTaken = (route: Route): boolean => route !== 'live' || isThere
  const chat = teamsChat ? { teamsChat } : {}
  return {
    organisation,
    name,
    isToMediation,
    isCouncil,
    ...chat,
    routes: place.routes.filter(isTaken),
    isOpen,
    closesAt,
    opensAt,
    phone,
    email,
  }
}

async function begin(core: Core, { council, organisation, route, conversation, packVersion }: BeginRequest): Promise<string> {
  const place = core.places.of(council).find((each) => each.organisation === organisation)
  if (!place?.routes.includes(route)) throw new Error('nobody there to hand over to by this route')
  const now = core.now()
  const handoff: Handoff = {
    id: newId(),
    council,
    organisation,
    conversation,
    route,
    state: 'offered',
    version: 1,
    attempt: 0,
    decision: null,
    flags: [],
    actBy: null,
    actByClocks: [],
    isToMediation: place.isToMediation,
    contactMadeOn: null,
    acceptedBy: null,
    summaryHash: null,
    packVersion,
    createdAt: now,
    consentedAt: null,
    queuedAt: null,
    leaseUntil: null,
    lastWordAt: null,
    endedAt: null,
    endReason: null,
  }
  await core.store.insert(handoff, { kind: 'offer', actorKind: 'service', actorHash: null }, offerTimers(now))
  core.kick()
  return handoff.id
}

async function hearFamily(core: Core, id: string, { source, text }: Word): Promise<'relayed' | 'not-live'> {
  const handoff = await core.store.find(id)
  const key = handoff && (await relayKey(core, handoff))
  if (!handoff || !key) return 'not-live'
  const result = await make(core, id, {
    actor: FAMILY,
    events: () => [{ kind: 'word', from: 'family', staff: null }],
    extras: {
      // They have reached each other: the number that was given in case nobody would is not needed any more.
      ...(handoff.state === 'live' ? { shred: ['contact'] } : {}),
      line: {
        sender: 'family',
        source: `family:${source}`,
        seal: (seq) => sealRow(key, relayLabel(handoff), String(seq), text),
        deliver: null,
      },
    },
  })
  return result.kind === 'changed' || result.kind === 'repeated' ? 'relayed' : 'not-live'
}

async function withdraw(core: Core, id: string, why: 'withdrawn' | 'erased' | 'family-left'): Promise<boolean> {
  if (why === 'family-left') {
    const left = await make(core, id, { actor: FAMILY, events: () => [{ kind: 'end', reason: 'family-left', staff: null }] })
    return left.kind === 'changed'
  }
  const result = await make(core, id, {
    actor: FAMILY,
    events: () => [{ kind: why === 'erased' ? 'erase' : 'withdraw' }],
    extras: { shred: EVERYTHING, silence: 'family' },
  })
  if (result.kind === 'changed') await core.scrub()
  return result.kind === 'changed' || (result.kind === 'refused' && result.handoff.endReason === why)
}
