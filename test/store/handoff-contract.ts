// What every store of handoffs has to keep, whichever database stands behind it.
import type { ChangePlan, Decide, NewDelivery } from '../../src/store/handoff-port'
import type { Store } from '../../src/store/port'
import type { Handoff } from '../../src/rules/handoff/handoff-types'
import { OFFERED } from '../rules/handoff/handoff-stage'

type Parts = Pick<Store, 'handoffs' | 'outbox' | 'close'>

const SERVICE = { actorKind: 'service', actorHash: null } as const
const delivery = (id: string, dest = 'webhook:calm-water', kind = 'handoff.created'): NewDelivery => ({
  id,
  dest,
  kind,
  vars: { version: 2 },
})
const LIMITS = { now: 0, unopenedBefore: 0, endedBefore: 0, linesBefore: 0, contactBefore: 0, eventsBefore: 0 }

function step(next: Partial<Handoff>, more: Partial<ChangePlan> = {}): Decide {
  return (handoff) => ({
    changes: [{ handoff: { ...handoff, ...next, version: handoff.version + 1 }, event: { kind: 'step', ...SERVICE } }],
    deliveries: [],
    timers: [],
    ...more,
  })
}

export function handoffContract(open: () => Promise<Parts>): void {
  let parts: Parts
  beforeEach(async () => {
    parts = await open()
    await parts.handoffs.insert(OFFERED, { kind: 'offer', ...SERVICE }, [{ timer: 'offer-lapses', dueAt: 500 }])
  })
  afterEach(async () => parts.close())
  const change = async (decide: Decide, now = 10) => parts.handoffs.change({ id: OFFERED.id, now, decide })

  test('what a conversation has said yes to since a moment is counted, whatever became of it', async () => {
    const since = async (moment: number) => parts.handoffs.sharedSince('chat-1', moment)
    await change(step({ conversation: 'chat-1' }))
    expect(await since(0)).toBe(0)
    await change(step({ consentedAt: 100, state: 'ended', endedAt: 200 }))
    expect([await since(100), await since(101), await parts.handoffs.sharedSince('chat-2', 0)]).toEqual([1, 0, 0])
  })

  test('a handoff comes back as it was put in', async () => {
    expect(await parts.handoffs.find(OFFERED.id)).toEqual(OFFERED)
    expect(await parts.handoffs.find('nobody')).toBeNull()
    const full: Partial<Handoff> = {
      state: 'live',
      flags: ['looked-after'],
      acceptedBy: { id: 's', name: 'Ann' },
      summaryHash: 'h',
      lastWordAt: 7,
    }
    expect((await change(step(full))).kind).toBe('changed')
    expect(await parts.handoffs.find(OFFERED.id)).toEqual({ ...OFFERED, ...full, version: 2 })
  })

  test('what is set for today is of one organisation, takes the place of what was set before, and is audited', async () => {
    const audit = { staff: 'ann', handoff: null, what: 'hours-closed', at: 10 }
    await parts.handoffs.setTodaysHours('calm-water', { openUntil: null, endsAt: 500 }, audit)
    await parts.handoffs.setTodaysHours('calm-water', { openUntil: 400, endsAt: 500 }, audit)
    expect(await parts.handoffs.todaysHours('calm-water')).toEqual({ openUntil: 400, endsAt: 500 })
    expect(await parts.handoffs.todaysHours('still-water')).toBeNull()
    await parts.handoffs.setTodaysHours('calm-water', null, audit)
    expect(await parts.handoffs.todaysHours('calm-water')).toBeNull()
    expect(await parts.handoffs.auditCount('ann', 'hours-closed', 0)).toBe(3)
  })

  test('a change is written with its event, deliveries, timers and secrets', async () => {
    const secret = { purpose: 'summary' as const, kid: 'k', wrappedKey: Buffer.from('w'), sealed: Buffer.from('s') }
    const more = { deliveries: [delivery('d1')], timers: [{ timer: 'expire' as const, dueAt: 20.6 }], secrets: [secret] }
    await change(step({ state: 'consented' }, more))
    expect((await parts.handoffs.events(OFFERED.id)).map(({ version, kind, at }) => [version, kind, at])).toEqual([
      [1, 'offer', OFFERED.createdAt],
      [2, 'step', 10],
    ])
    expect(await parts.outbox.pending()).toBe(1)
    expect(await parts.handoffs.dueTimers(21, 10)).toEqual([{ handoff: OFFERED.id, timer: 'expire', dueAt: 21 }])
    const kept = await parts.handoffs.secret(OFFERED.id, 'summary')
    expect([kept?.kid, Buffer.from(kept?.wrappedKey ?? []).toString(), Buffer.from(kept?.sealed ?? []).toString()]).toEqual(['k', 'w', 's'])
  })

  test('what is refused, or fails on the way, leaves nothing', async () => {
    expect(await change(() => ({ refused: 'taken', by: 'Ann' }))).toMatchObject({ kind: 'refused', refused: 'taken', by: 'Ann' })
    const twice = step({ state: 'consented' }, { deliveries: [delivery('d1'), delivery('d1')] })
    await expect(change(twice)).rejects.toThrow()
    expect([await parts.outbox.pending(), (await parts.handoffs.events(OFFERED.id)).length]).toEqual([0, 1])
    expect(await parts.handoffs.find(OFFERED.id)).toEqual(OFFERED)
    expect(await parts.handoffs.change({ id: 'nobody', now: 1, decide: twice })).toEqual({ kind: 'unknown' })
  })

  test('twenty changes at once are twenty versions', async () => {
    await Promise.all(Array.from({ length: 20 }, async () => change(step({}))))
    expect((await parts.handoffs.find(OFFERED.id))?.version).toBe(21)
    expect((await parts.handoffs.events(OFFERED.id)).map(({ version }) => version)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    )
  })

  test('a timer runs once, and not after it was moved', async () => {
    const timer = { handoff: OFFERED.id, timer: 'offer-lapses' as const, dueAt: 500 }
    await change(step({}, { timers: [{ timer: 'offer-lapses', dueAt: 600 }] }))
    expect(await parts.handoffs.change({ id: OFFERED.id, now: 500, timer, decide: step({}) })).toEqual({ kind: 'stale' })
    const moved = { ...timer, dueAt: 600 }
    const both = await Promise.all(
      [1, 2].map(async () => parts.handoffs.change({ id: OFFERED.id, now: 600, timer: moved, decide: step({}) })),
    )
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'stale'])
    expect(await parts.handoffs.dueTimers(1000, 10)).toEqual([])
  })

  test('a reference belongs to one handoff, and is given again once it has expired', async () => {
    await parts.handoffs.insert({ ...OFFERED, id: 'other' }, { kind: 'offer', ...SERVICE }, [])
    const reference = { hash: Buffer.from('hash'), expiresAt: 100 }
    await change(step({}, { reference }))
    const second = async (now: number) =>
      parts.handoffs.change({ id: 'other', now, decide: step({}, { reference: { ...reference, expiresAt: 900 } }) })
    expect(await second(50)).toEqual({ kind: 'reference-taken' })
    expect((await parts.handoffs.find('other'))?.version).toBe(1)
    expect(await parts.handoffs.byReference('calm-water', [Buffer.from('x'), reference.hash], 50)).toBe(OFFERED.id)
    expect(await parts.handoffs.byReference('another', [reference.hash], 50)).toBeNull()
    expect(await parts.handoffs.byReference('calm-water', [reference.hash], 100)).toBeNull()
    expect((await second(100)).kind).toBe('changed')
  })

  test('a line of one source is there once; they count from one', async () => {
    const line = (source: string): Partial<ChangePlan> => ({
      line: {
        sender: 'adviser',
        source,
        seal: (seq) => Buffer.from(`${source}${seq}`),
        deliver: (seq) => delivery(`l${seq}`, 'family', 'adviser-line'),
      },
    })
    await change(step({}, line('a')))
    expect((await change(step({}, line('a')))).kind).toBe('repeated')
    await change(step({}, line('b')))
    const lines = await parts.handoffs.lines(OFFERED.id)
    expect(lines.map(({ seq, sealed, delivery: stands }) => [seq, Buffer.from(sealed).toString(), stands])).toEqual([
      [1, 'a1', 'waiting'],
      [2, 'b2', 'waiting'],
    ])
    expect((await parts.handoffs.find(OFFERED.id))?.version).toBe(3)
  })

  test('shredded: no secret, no line, no reference, and nothing more for the family', async () => {
    const secrets = (['summary', 'relay'] as const).map((purpose) => ({
      purpose,
      kid: 'k',
      wrappedKey: Buffer.from('w'),
      sealed: Buffer.from('s'),
    }))
    const line = { sender: 'family' as const, source: 'a', seal: () => Buffer.from('x'), deliver: null }
    const reference = { hash: Buffer.from('hash'), expiresAt: 100 }
    await change(step({}, { secrets, line, reference, deliveries: [delivery('f', 'family', 'handoff.told-accepted'), delivery('w')] }))
    await change(step({}, { shred: ['summary', 'relay'], silence: 'family' }))
    expect(await parts.handoffs.secret(OFFERED.id, 'summary')).toBeNull()
    expect(await parts.handoffs.lines(OFFERED.id)).toEqual([])
    expect(await parts.handoffs.byReference('calm-water', [reference.hash], 50)).toBeNull()
    expect(await parts.outbox.claim('me', { now: 20, leaseMs: 10, limit: 9, lane: 'family' })).toEqual([])
    expect(await parts.outbox.deadAt('calm-water')).toEqual([])
    expect(await parts.outbox.pending()).toBe(1)
  })

  test('deliveries: first things first for each receiver, one worker each, again after the lease', async () => {
    await change(step({}, { deliveries: [delivery('a'), delivery('b'), delivery('m', 'mail:calm-water'), delivery('f', 'family')] }))
    const claim = async (owner: string, now: number) =>
      (await parts.outbox.claim(owner, { now, leaseMs: 100, limit: 9, lane: 'receivers' })).map(({ id, seq, attempts }) => [
        id,
        seq,
        attempts,
      ])
    expect((await claim('one', 10)).sort()).toEqual([['a', 1, 1], ['m', 1, 1]]) // prettier-ignore
    expect(await claim('two', 11)).toEqual([])
    expect(await parts.outbox.done('m', 'two', 12)).toBe(false)
    expect(await parts.outbox.done('m', 'one', 12)).toBe(true)
    expect(await claim('two', 111)).toEqual([['a', 1, 2]])
    expect(await parts.outbox.done('a', 'one', 112)).toBe(false)
    expect(await parts.outbox.again('a', 'two', 200.4, 'status-503')).toBe(true)
    expect(await claim('one', 199)).toEqual([])
    expect(await claim('one', 200)).toEqual([['a', 1, 3]])
    expect(await parts.outbox.dead('a', 'one', 'status-410', 201)).toBe(true)
    expect(await claim('one', 202)).toEqual([['b', 2, 1]])
    expect(await parts.outbox.stateOf(OFFERED.id, ['handoff.created'])).toHaveLength(4)
    expect(await parts.outbox.deadAt('calm-water')).toMatchObject([{ id: 'a', lastError: 'status-410', attempts: 3 }])
    expect(await parts.outbox.deadAt('another')).toEqual([])
    expect([await parts.outbox.revive('a', 'another', 300), await parts.outbox.revive('a', 'calm-water', 300)]).toEqual([false, true])
    expect(await claim('one', 303)).toEqual([['a', 1, 1]])
  })

  test('two workers at once never get the same delivery', async () => {
    for (let count = 0; count < 30; count += 1) await change(step({}, { deliveries: [delivery(`x${count}`, `webhook:${count}`)] }))
    const claims = await Promise.all(
      ['one', 'two'].map(async (owner) => parts.outbox.claim(owner, { now: 20, leaseMs: 9, limit: 20, lane: 'receivers' })),
    )
    const ids = claims.flat().map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([30, 30])
  })

  test('looks are counted for each adviser; what was asked again once for each handoff', async () => {
    for (const at of [10, 20, 30]) await parts.handoffs.audit({ staff: 's', handoff: null, what: 'find', at })
    await parts.handoffs.audit({ staff: 's', handoff: OFFERED.id, what: 'open', at: 30 })
    expect([await parts.handoffs.auditCount('s', 'find', 10), await parts.handoffs.auditCount('t', 'find', 0)]).toEqual([2, 0])
    await parts.handoffs.askedAgain(OFFERED, ['wants'])
    await parts.handoffs.askedAgain(OFFERED, ['wants', 'flags'])
    expect(await parts.handoffs.askedAgainCounts('calm-water')).toEqual({ flags: 1, wants: 1 })
  })

  test('an adviser who talks with one family is known to, the handoff itself left out', async () => {
    const hasLive: boolean[] = []
    await parts.handoffs.insert({ ...OFFERED, id: 'other' }, { kind: 'offer', ...SERVICE }, [])
    await change(step({ state: 'live', acceptedBy: { id: 's', name: 'Ann' } }))
    for (const [id, staff] of [
      [OFFERED.id, 's'],
      ['other', 's'],
      ['other', 't'],
    ] as const) {
      // prettier-ignore
      await parts.handoffs.change({ id, staff, now: 1, decide: (_, facts) => (hasLive.push(facts.staffHasLive), { refused: 'wrong-state' }) })
    }
    expect(hasLive).toEqual([false, true, false])
  })

  test('the sweep takes what is old, and only that', async () => {
    await change(step({ state: 'ended', endedAt: 100, consentedAt: 50 }))
    await parts.handoffs.sweep({ ...LIMITS, eventsBefore: 100 })
    expect(await parts.handoffs.find(OFFERED.id)).not.toBeNull()
    await parts.handoffs.sweep({ ...LIMITS, eventsBefore: 101 })
    expect(await parts.handoffs.find(OFFERED.id)).toBeNull()
  })
}
