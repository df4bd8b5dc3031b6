// People who can always be reached, in every way, in Southend only, for tests that only want to get to them.
import type { Offered, People } from '../../dialogs/handoff-port'
import { day } from '../holidays'

const OFFERED: Offered = {
  organisation: 'sendiass',
  name: 'Southend SENDIASS',
  isToMediation: false,
  isCouncil: false,
  routes: ['live', 'phone', 'callback', 'email'],
  isOpen: true,
  closesAt: null,
  opensAt: null,
  phone: null,
}

export const PEOPLE: People = {
  offers: async (council) =>
    council === 'southend' ? [OFFERED, { ...OFFERED, organisation: 'mediation', name: 'Mediation', isToMediation: true }] : [],
  begin: async () => 'handoff',
  share: async () => ({ kind: 'shared', reference: '412 298 334', state: 'queued' }),
  statusOf: async () => null,
  hearFamily: async () => 'not-live',
  decline: async () => true,
  withdraw: async () => true,
  londonAt: () => ({ today: day('2026-11-20'), time: '10:00' }),
}
