// What every store of staff in Teams has to keep, whichever database stands behind it.
import type { Store } from '../../src/store/port'
import type { TeamsBinding, TeamsStaff, TeamsStore } from '../../src/store/teams-port'
import { OFFERED } from '../rules/handoff/handoff-stage'

const NORTH: TeamsBinding = {
  organisation: 'north',
  tenant: 't1',
  team: 'team-1',
  channel: 'channel-1',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  bot: '28:bot',
  boundBy: 'p1',
  boundAt: 5,
  brokenAt: null,
}
const PRIYA: TeamsStaff = {
  tenant: 't1',
  person: 'p1',
  organisation: 'north',
  name: 'Priya, adviser',
  nameCheck: new Uint8Array([1, 2]),
  onDutyUntil: null,
}
const CODE = new Uint8Array([7, 7])

export function teamsContract(open: () => Promise<Pick<Store, 'teams' | 'handoffs' | 'close'>>): void {
  let store: Pick<Store, 'teams' | 'handoffs' | 'close'>
  let teams: TeamsStore
  beforeEach(async () => {
    store = await open()
    teams = store.teams
  })
  afterEach(async () => store.close())

  test('an organisation has one channel and a channel one organisation, the last that was bound', async () => {
    await teams.bind(NORTH)
    expect(await teams.bindings()).toEqual([NORTH])
    await teams.bind({ ...NORTH, channel: 'channel-2' })
    expect((await teams.bindings()).map(({ channel }) => channel)).toEqual(['channel-2'])
    await teams.bind({ ...NORTH, organisation: 'south', channel: 'channel-2' })
    expect((await teams.bindings()).map(({ organisation }) => organisation)).toEqual(['south'])
    await teams.bind({ ...NORTH, organisation: 'west', tenant: 't2', channel: 'channel-2' })
    expect((await teams.bindings()).map(({ organisation }) => organisation)).toEqual(['south', 'west'])
  })

  test('a binding moves and breaks, the first break counts, and binding again mends it', async () => {
    await teams.bind(NORTH)
    await teams.moved('north', 'https://smba.trafficmanager.net/emea/')
    await teams.broke('north', 10)
    await teams.broke('north', 20)
    expect(await teams.bindings()).toEqual([{ ...NORTH, serviceUrl: 'https://smba.trafficmanager.net/emea/', brokenAt: 10 }])
    await teams.bind(NORTH)
    expect((await teams.bindings())[0]?.brokenAt).toBeNull()
  })

  test('a code is good once, and until it expires', async () => {
    await teams.addCode(CODE, 'north', 100)
    expect(await teams.redeem(new Uint8Array([8]), 50)).toBeNull()
    expect(await teams.redeem(CODE, 100)).toBeNull()
    expect(await teams.redeem(CODE, 99)).toBe('north')
    expect(await teams.redeem(CODE, 99)).toBeNull()
  })

  test('the first record of a member of staff stays until the organisation is bound again', async () => {
    await teams.bind(NORTH)
    expect(await teams.addStaff(PRIYA)).toEqual(PRIYA)
    expect(await teams.addStaff({ ...PRIYA, name: 'Judge' })).toEqual(PRIYA)
    expect(await teams.staff('t1', 'p1')).toEqual(PRIYA)
    expect(await teams.staff('t2', 'p1')).toBeNull()
    await teams.bind(NORTH)
    expect(await teams.staff('t1', 'p1')).toBeNull()
    await teams.addStaff(PRIYA)
    await teams.forgetStaff('t1', 'p1')
    expect(await teams.staff('t1', 'p1')).toBeNull()
  })

  test('on duty until the moment that was said', async () => {
    await teams.bind(NORTH)
    await teams.addStaff(PRIYA)
    await teams.setDuty('t1', 'p1', 100)
    expect((await teams.onDuty('north', 99)).map(({ name, onDutyUntil }) => [name, onDutyUntil])).toEqual([['Priya, adviser', 100]])
    expect([await teams.onDuty('north', 100), await teams.onDuty('south', 99)]).toEqual([[], []])
    await teams.setDuty('t1', 'p1', null)
    expect(await teams.onDuty('north', 50)).toEqual([])
  })

  test('where a card stands', async () => {
    const sending = { handoff: OFFERED.id, serviceUrl: 'https://a/', at: 5, sends: 1, state: 'sending' } as const
    const shown = { ...sending, state: 'shown', conversation: 'c;messageid=1', activity: '1', version: 3 } as const
    expect(await teams.card(OFFERED.id)).toBeNull()
    await teams.putCard(sending)
    expect(await teams.card(OFFERED.id)).toEqual(sending)
    await teams.putCard(shown)
    expect(await teams.card(OFFERED.id)).toEqual(shown)
    await teams.dropCard(OFFERED.id)
    expect(await teams.card(OFFERED.id)).toBeNull()
  })

  test('in which chats staff talk about a case, one for each of them', async () => {
    const first = { handoff: OFFERED.id, tenant: 't1', person: 'p1', user: '29:p1', bot: '28:b', serviceUrl: 'https://a/', conversation: null, summary: null, lastSeq: -1, sending: null, at: 5 } // prettier-ignore
    const talking = { ...first, conversation: 'a:1', summary: '7', lastSeq: 3, sending: 4, at: 9_000_000_000_000 }
    expect(await teams.chats(OFFERED.id)).toEqual([])
    await teams.putChat({ ...first, person: 'p2' })
    await teams.putChat(first)
    await teams.putChat(talking)
    await teams.putChat({ ...first, handoff: 'another' })
    expect(await teams.chats(OFFERED.id)).toEqual([talking, { ...first, person: 'p2' }])
    await teams.dropChat({ handoff: OFFERED.id, tenant: 't1', person: 'p2' })
    await teams.dropChat({ handoff: OFFERED.id, tenant: 't2', person: 'p1' })
    expect(await teams.chats(OFFERED.id)).toEqual([talking])
  })

  test('codes, cards, chats and corrections go when their time is over, and not before', async () => {
    await store.handoffs.insert(OFFERED, { kind: 'offer', actorKind: 'service', actorHash: null }, [])
    const card = { serviceUrl: 'https://a/', at: 5, sends: 1, state: 'sending' } as const
    await teams.putCard({ ...card, handoff: OFFERED.id })
    await teams.putCard({ ...card, handoff: 'gone' })
    await teams.putChat({ handoff: 'gone', tenant: 't1', person: 'p1', user: 'u', bot: 'b', serviceUrl: 's', conversation: null, summary: null, lastSeq: -1, sending: null, at: 5 }) // prettier-ignore
    await teams.addCode(CODE, 'north', 100)
    const correction = { organisation: 'north', topic: 'mediation-cost', text: 'no', packVersion: '1' }
    await teams.addCorrection({ ...correction, at: 50 })
    await teams.addCorrection({ ...correction, topic: null, at: 60 })
    expect(await teams.sweep(99, 60)).toBe(3)
    expect([await teams.card('gone'), (await teams.card(OFFERED.id))?.handoff]).toEqual([null, OFFERED.id])
    expect(await teams.corrections()).toEqual([{ ...correction, topic: null, at: 60 }])
    expect([await teams.sweep(100, 0), await teams.redeem(CODE, 99)]).toEqual([1, null])
  })
}
