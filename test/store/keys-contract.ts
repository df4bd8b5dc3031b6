// What every store has to keep of the keys of records, whichever database stands behind it.
import type { Store } from '../../src/store/port'
import type { Decide, Purpose } from '../../src/store/handoff-port'
import { OFFERED } from '../rules/handoff/handoff-stage'

const SERVICE = { kind: 'step', actorKind: 'service', actorHash: null } as const
const bytes = (text: string) => Buffer.from(text)

export function keysContract(open: () => Promise<Store>): void {
  let store: Store
  beforeEach(async () => void (store = await open()))
  afterEach(async () => store.close())

  async function keep(id: string, kid: string, purposes: readonly Purpose[], reference?: string): Promise<void> {
    await store.handoffs.insert({ ...OFFERED, id }, SERVICE, [])
    const decide: Decide = (handoff) => ({
      changes: [{ handoff: { ...handoff, version: 2 }, event: SERVICE }],
      deliveries: [],
      timers: [],
      secrets: purposes.map((purpose) => ({ purpose, kid, wrappedKey: bytes(`${id}-${purpose}`), sealed: bytes('sealed') })),
      ...(reference === undefined ? {} : { reference: { hash: bytes(reference), expiresAt: 100 } }),
    })
    await store.handoffs.change({ id, now: 1, decide })
  }

  test('how many records each key wraps', async () => {
    expect(await store.keys.wrapped()).toEqual({})
    await keep('a', 'k1', ['summary', 'contact'])
    await keep('b', 'k2', ['relay'])
    expect(await store.keys.wrapped()).toEqual({ k1: 2, k2: 1 })
  })

  test('those under other keys, a page at a time, each with where it belongs', async () => {
    await keep('a', 'k1', ['summary', 'contact'])
    await keep('b', 'k1', ['summary'])
    await keep('c', 'k2', ['summary'])
    const first = await store.keys.underOthers('k2', null, 2)
    expect(first.map(({ handoff, purpose }) => `${handoff} ${purpose}`)).toEqual(['a contact', 'a summary'])
    expect(first.map(({ organisation, kid, wrappedKey }) => [organisation, kid, bytes('').equals(wrappedKey)])).toEqual([
      [OFFERED.organisation, 'k1', false],
      [OFFERED.organisation, 'k1', false],
    ])
    const second = await store.keys.underOthers('k2', first[1] ?? null, 2)
    expect(second.map(({ handoff, purpose }) => `${handoff} ${purpose}`)).toEqual(['b summary'])
    expect(await store.keys.underOthers('k2', second[0] ?? null, 2)).toEqual([])
  })

  test('a key is wrapped again once: not for who read it before somebody else did', async () => {
    await keep('a', 'k1', ['summary'])
    const [kept] = await store.keys.underOthers('k2', null, 9)
    if (!kept) throw new Error('nothing kept')
    expect(await store.keys.rewrap(kept, { kid: 'k2', wrappedKey: bytes('new') })).toBe(true)
    expect(await store.keys.rewrap(kept, { kid: 'k3', wrappedKey: bytes('other') })).toBe(false)
    const secret = await store.handoffs.secret('a', 'summary')
    expect([secret?.kid, bytes('new').equals(secret?.wrappedKey ?? bytes('')), bytes('sealed').equals(secret?.sealed ?? bytes(''))]).toEqual(['k2', true, true]) // prettier-ignore
    expect(await store.keys.underOthers('k2', null, 9)).toEqual([])
  })

  test('references, a page at a time; one is put under another hash unless that is taken', async () => {
    await keep('a', 'k1', [], 'h1')
    await keep('b', 'k1', [], 'h2')
    const [one, two] = await store.keys.references(null, 9)
    if (!one || !two) throw new Error('too few')
    expect((await store.keys.references(one.hash, 9)).map(({ handoff }) => handoff)).toEqual(['b'])
    expect(await store.keys.references(two.hash, 9)).toEqual([])
    expect([one.handoff, one.organisation]).toEqual(['a', OFFERED.organisation])
    expect(await store.keys.rehash(one, bytes('h2'))).toBe(false)
    expect(await store.keys.rehash(one, bytes('h3'))).toBe(true)
    expect(await store.keys.rehash(one, bytes('h4'))).toBe(false)
    expect(await store.handoffs.byReference(OFFERED.organisation, [bytes('h3')], 50)).toBe('a')
    expect(await store.handoffs.byReference(OFFERED.organisation, [bytes('h1')], 50)).toBeNull()
    expect(await store.handoffs.byReference(OFFERED.organisation, [bytes('h3')], 100)).toBeNull()
  })
}
