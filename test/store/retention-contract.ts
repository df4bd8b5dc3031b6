// What every store's sweep has to keep apart, whichever database stands behind it: whose records they are, and what goes with what.
import type { Store } from '../../src/store/port'
import type { HandoffLimits } from '../../src/store/handoff-port'
import { OFFERED } from '../rules/handoff/handoff-stage'
import { day } from '../holidays'

const SERVICE = { kind: 'step', actorKind: 'service', actorHash: null } as const
const COUNCILS = ['southend', 'hackney', null] as const
const bytes = (text: string) => Buffer.from(text)
const YOUNGEST = day('2026-11-22')

export function retentionContract(open: () => Promise<Store>): void {
  let store: Store
  beforeEach(async () => void (store = await open()))
  afterEach(async () => store.close())

  async function fill(): Promise<void> {
    for (const council of COUNCILS) {
      const id = `chat-${council}`
      await store.conversations.begin({ id, council, keyCheck: null }, 10)
      await store.conversations.append(id, null, () => bytes('x'), 10)
      await store.states.write(id, { key: 'k', value: bytes('v'), expected: null }, 10)
      await store.unanswered.keep({ council, day: YOUNGEST, text: String(council) })
      await store.unanswered.count({ council, day: YOUNGEST }, 'not-sure')
    }
    await store.states.write('teams-chat', { key: 'k', value: bytes('v'), expected: null }, 10)
    await store.inbox.claim(bytes('activity'), 10)
    await store.inbox.finish(bytes('activity'), 10)
  }

  async function left(): Promise<Record<string, readonly unknown[]>> {
    const there = async (id: string) => (await store.conversations.find(id)) !== null
    const state = async (id: string) => (await store.states.read(id, 'k')) !== null
    const ids = COUNCILS.map((council) => `chat-${council}`)
    return {
      chats: await Promise.all(ids.map(there)),
      entries: await Promise.all(ids.map(async (id) => (await store.conversations.entriesAfter(id, 0, 9)).length)),
      states: await Promise.all([...ids, 'teams-chat'].map(state)),
      questions: (await store.unanswered.kept()).map(({ text }) => text).sort(),
      counts: (await store.unanswered.counts(YOUNGEST, YOUNGEST)).map(({ council }) => String(council)).sort(),
    }
  }

  test('one council only', async () => {
    await fill()
    const swept = await store.sweep(100, YOUNGEST, { whose: { only: ['southend'] }, countsUntil: YOUNGEST })
    expect(swept).toEqual({ conversations: 1, entries: 1, states: 1, activities: 0, questions: 1 })
    expect(await left()).toEqual({
      chats: [false, true, true],
      entries: [0, 1, 1],
      states: [false, true, true, true],
      questions: ['hackney', 'null'],
      counts: ['hackney', 'null'],
    })
  })

  test('everybody except two', async () => {
    await fill()
    const swept = await store.sweep(100, YOUNGEST, { whose: { except: ['southend', 'hackney'] }, countsUntil: YOUNGEST })
    expect(swept).toEqual({ conversations: 1, entries: 1, states: 2, activities: 1, questions: 1 })
    expect(await left()).toEqual({
      chats: [true, true, false],
      entries: [1, 1, 0],
      states: [true, true, false, false],
      questions: ['hackney', 'southend'],
      counts: ['hackney', 'southend'],
    })
  })

  test('everybody, the counts only where their last day is told', async () => {
    await fill()
    await store.sweep(100, YOUNGEST)
    expect(await left()).toMatchObject({ chats: [false, false, false], questions: [], counts: ['hackney', 'null', 'southend'] })
    await store.sweep(100, YOUNGEST, { countsUntil: day('2026-11-21') })
    expect(await left()).toMatchObject({ counts: ['hackney', 'null', 'southend'] })
    await store.sweep(100, YOUNGEST, { countsUntil: YOUNGEST })
    expect(await left()).toMatchObject({ counts: [] })
  })

  const LIMITS: HandoffLimits = { now: 0, unopenedBefore: 0, endedBefore: 0, linesBefore: 0, contactBefore: 0, eventsBefore: 0 }

  async function cases(): Promise<void> {
    for (const council of ['southend', 'hackney']) {
      const handoff = { ...OFFERED, id: council, council, createdAt: 5 }
      await store.handoffs.insert(handoff, SERVICE, [])
      await store.handoffs.change({
        id: council,
        now: 10,
        decide: (before) => ({
          changes: [{ handoff: { ...before, version: 2, state: 'ended', consentedAt: 10, endedAt: 20 }, event: SERVICE }],
          deliveries: [],
          timers: [],
          secrets: [{ purpose: 'summary', kid: 'k1', wrappedKey: bytes('w'), sealed: bytes('s') }],
          reference: { hash: bytes(council), expiresAt: 1000 },
        }),
      })
      await store.handoffs.audit({ staff: 's', handoff: council, what: 'open', at: 15 })
      await store.handoffs.askedAgain(handoff, ['wants'])
    }
    await store.handoffs.audit({ staff: 's', handoff: null, what: 'find', at: 15 })
  }

  test('of cases, one council only; what was asked again goes with its case', async () => {
    await cases()
    await store.handoffs.sweep({ ...LIMITS, endedBefore: 100, eventsBefore: 100, whose: { only: ['southend'] } })
    expect(await store.handoffs.find('southend')).toBeNull()
    expect(await store.handoffs.events('southend')).toEqual([])
    expect(await store.handoffs.secret('southend', 'summary')).toBeNull()
    expect(await store.handoffs.byReference(OFFERED.organisation, [bytes('southend')], 50)).toBeNull()
    expect((await store.handoffs.find('hackney'))?.council).toBe('hackney')
    expect(await store.handoffs.events('hackney')).toHaveLength(2)
    expect((await store.handoffs.secret('hackney', 'summary'))?.kid).toBe('k1')
    expect(await store.handoffs.byReference(OFFERED.organisation, [bytes('hackney')], 50)).toBe('hackney')
    expect(await store.handoffs.askedAgainCounts(OFFERED.organisation)).toEqual({ wants: 1 })
    expect([await store.handoffs.auditCount('s', 'open', 0), await store.handoffs.auditCount('s', 'find', 0)]).toEqual([1, 1])
  })

  test('of cases, everybody except one', async () => {
    await cases()
    await store.handoffs.sweep({ ...LIMITS, endedBefore: 100, eventsBefore: 100, whose: { except: ['southend'] } })
    expect(await store.handoffs.find('hackney')).toBeNull()
    expect((await store.handoffs.find('southend'))?.council).toBe('southend')
    expect((await store.handoffs.secret('southend', 'summary'))?.kid).toBe('k1')
    expect(await store.handoffs.askedAgainCounts(OFFERED.organisation)).toEqual({ wants: 1 })
    expect([await store.handoffs.auditCount('s', 'open', 0), await store.handoffs.auditCount('s', 'find', 0)]).toEqual([1, 0])
    await store.handoffs.sweep({ ...LIMITS, eventsBefore: 100 })
    expect(await store.handoffs.askedAgainCounts(OFFERED.organisation)).toEqual({})
  })
}
