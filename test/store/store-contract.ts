// What every store must do, whichever database stands behind it.
import { day } from '../holidays'
import { unansweredContract } from './unanswered-contract'
import type { Commit, FinishedTurn, SealAt, Store } from '../../src/store/port'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const textOf = (value: Uint8Array | undefined): string | undefined => (value ? Buffer.from(value).toString('utf8') : undefined)
const seal =
  (text: string): SealAt =>
  ({ seq, at }) =>
    bytes(`${text}@${seq}/${at}`)
const DAY = 24 * 60 * 60 * 1000

const begin = (store: Store, id: string, now = 1000) =>
  store.conversations.begin({ id, council: 'southend', keyCheck: bytes('check') }, now)
const turn = (conversation: string, answers: number | null, more: Partial<FinishedTurn> = {}): FinishedTurn => ({
  conversation,
  answers,
  erased: false,
  replies: [],
  states: [],
  ...more,
})

export function storeContract(open: () => Promise<Store>): void {
  let store: Store
  beforeEach(async () => void (store = await open()))
  afterEach(() => store.close())

  conversations(() => store)
  commits(() => store)
  erasing(() => store)
  standing(() => store)
  statesAndInbox(() => store)
  sweeping(() => store)
  unansweredContract(() => store)
}

function conversations(at: () => Store): void {
  test('a conversation is begun once', async () => {
    const first = await begin(at(), 'a')
    expect(first).toEqual({ id: 'a', council: 'southend', keyCheck: expect.anything(), greeted: false, lastSeq: 0 })
    const again = await at().conversations.begin({ id: 'a', council: 'hackney', keyCheck: bytes('other') }, 2000)
    expect([again.council, textOf(again.keyCheck ?? undefined)]).toEqual(['southend', 'check'])
    expect(await at().conversations.find('b')).toBeNull()
  })

  test('entries get places without gaps or doubles, and times that only grow', async () => {
    await begin(at(), 'a', 5000)
    const times = [6000, 6000, 5000, 9000]
    const places = []
    for (const now of times) places.push(await at().conversations.append('a', null, seal('x'), now))
    expect(places).toEqual([
      { seq: 1, at: 6000, isNew: true },
      { seq: 2, at: 6001, isNew: true },
      { seq: 3, at: 6002, isNew: true },
      { seq: 4, at: 9000, isNew: true },
    ])
    expect((await at().conversations.entriesAfter('a', 1, 2)).map(({ seq, sealed }) => [seq, textOf(sealed)])).toEqual([
      [2, 'x@2/6001'],
      [3, 'x@3/6002'],
    ])
  })

  test('a retry finds the first, in its own conversation only', async () => {
    await begin(at(), 'a')
    await begin(at(), 'b')
    const first = await at().conversations.append('a', bytes('id1'), seal('one'), 2000)
    const retry = await at().conversations.append('a', bytes('id1'), seal('again'), 3000)
    const elsewhere = await at().conversations.append('b', bytes('id1'), seal('other'), 3000)
    expect([retry, elsewhere?.isNew]).toEqual([{ ...first, isNew: false }, true])
    expect(await at().conversations.entriesAfter('a', 0, 10)).toHaveLength(1)
  })

  test('what is told waits for no answer, and is told once', async () => {
    await begin(at(), 'a')
    const first = await at().conversations.tell('a', bytes('delivery'), seal('joined'), 2000)
    const repeat = await at().conversations.tell('a', bytes('delivery'), seal('joined'), 3000)
    expect([first, repeat]).toEqual([
      { seq: 1, at: 2000, isNew: true },
      { seq: 1, at: 2000, isNew: false },
    ])
    expect(await at().conversations.unanswered('a', 'memory')).toMatchObject({ entries: [] })
    expect(await at().conversations.tell('nowhere', bytes('delivery'), seal('x'), 1)).toBeNull()
  })

  test('nothing is appended to a conversation that is not there', async () => {
    expect(await at().conversations.append('nowhere', null, seal('x'), 1)).toBeNull()
    expect(await at().conversations.commit(turn('nowhere', null, { replies: [seal('r')] }), 1)).toEqual({ outcome: 'answered-already' })
  })

  test('twenty appends at once all find a place', async () => {
    await begin(at(), 'a')
    const places = await Promise.all(Array.from({ length: 20 }, () => at().conversations.append('a', null, seal('x'), 2000)))
    expect(new Set(places.map((place) => place?.seq))).toEqual(new Set(Array.from({ length: 20 }, (_, index) => index + 1)))
  })
}

function commits(at: () => Store): void {
  const asked = async (): Promise<number> => {
    await begin(at(), 'a')
    return (await at().conversations.append('a', null, seal('question'), 2000))?.seq ?? 0
  }

  test('an answer is committed with its state, once', async () => {
    const answers = await asked()
    const before = await at().conversations.unanswered('a', 'k')
    expect([before.entries.map(({ seq }) => seq), before.state]).toEqual([[answers], null])
    const done = turn('a', answers, { replies: [seal('r1'), seal('r2')], states: [{ key: 'k', value: bytes('v'), expected: null }] })
    const first = await at().conversations.commit(done, 3000)
    expect(first).toEqual({
      outcome: 'committed',
      places: [
        { seq: 2, at: 3000 },
        { seq: 3, at: 3001 },
      ],
    } satisfies Commit)
    expect(await at().conversations.commit(done, 4000)).toEqual({ outcome: 'answered-already' })
    expect(await at().conversations.entriesAfter('a', 0, 10)).toHaveLength(3)
    const state = await at().conversations.state('a', 'k')
    expect(state && [Buffer.from(state.value), state.version]).toEqual([bytes('v'), 1])
    expect(await at().conversations.unanswered('a', 'k')).toEqual({ entries: [], state })
    expect(await at().conversations.unanswered('a', 'other')).toEqual({ entries: [], state: null })
  })

  test('the greeting is committed once', async () => {
    await begin(at(), 'a')
    expect((await at().conversations.commit(turn('a', 0, { replies: [seal('hello')] }), 2000)).outcome).toBe('committed')
    expect((await at().conversations.commit(turn('a', 0, { replies: [seal('hello')] }), 2000)).outcome).toBe('answered-already')
    expect((await at().conversations.find('a'))?.greeted).toBe(true)
    expect(await at().conversations.entriesAfter('a', 0, 10)).toHaveLength(1)
  })

  test('when somebody else saved the state, nothing at all is written', async () => {
    const answers = await asked()
    await at().conversations.commit(turn('a', null, { states: [{ key: 'k', value: bytes('theirs'), expected: null }] }), 2500)
    const mine = turn('a', answers, { replies: [seal('r')], states: [{ key: 'k', value: bytes('mine'), expected: null }] })
    expect(await at().conversations.commit(mine, 3000)).toEqual({ outcome: 'state-conflict' })
    expect(textOf((await at().conversations.state('a', 'k'))?.value)).toBe('theirs')
    expect(
      [(await at().conversations.unanswered('a', 'memory')).entries, await at().conversations.entriesAfter('a', 0, 9)].map(
        ({ length }) => length,
      ),
    ).toEqual([1, 1])
    const again = turn('a', answers, { states: [{ key: 'k', value: bytes('mine'), expected: 1 }] })
    expect((await at().conversations.commit(again, 3000)).outcome).toBe('committed')
    expect((await at().conversations.state('a', 'k'))?.version).toBe(2)
  })

  test('a seal that fails takes everything back', async () => {
    const answers = await asked()
    const broken: SealAt = () => {
      throw new Error('broken')
    }
    await expect(at().conversations.commit(turn('a', answers, { replies: [seal('r'), broken] }), 3000)).rejects.toThrow('broken')
    expect((await at().conversations.unanswered('a', 'memory')).entries).toHaveLength(1)
    expect((await at().conversations.append('a', null, seal('next'), 4000))?.seq).toBe(2)
  })
}

function erasing(at: () => Store): void {
  test('what was typed and remembered goes, what came after the wish stays', async () => {
    await begin(at(), 'a')
    await begin(at(), 'b')
    await at().conversations.append('b', null, seal('untouched'), 2000)
    await at().conversations.append('a', null, seal('before'), 2000)
    await at().conversations.commit(
      turn('a', 1, { replies: [seal('reply')], states: [{ key: 'k', value: bytes('v'), expected: null }] }),
      2100,
    )
    const wish = await at().conversations.append('a', bytes('wish'), seal('delete'), 2200)
    await at().conversations.append('a', null, seal('after'), 2300)
    const done = turn('a', wish?.seq ?? 0, {
      erased: true,
      replies: [seal('gone')],
      states: [{ key: 'k', value: bytes('new'), expected: null }],
    })
    expect((await at().conversations.commit(done, 2400)).outcome).toBe('committed')
    const left = await at().conversations.entriesAfter('a', 0, 10)
    expect(left.map(({ sealed }) => textOf(sealed)?.split('@')[0])).toEqual(['after', 'gone'])
    expect(await at().conversations.state('a', 'k')).toEqual({ value: expect.anything(), version: 1 })
    expect((await at().conversations.append('a', bytes('wish'), seal('retry'), 2500))?.isNew).toBe(false)
    expect(await at().conversations.entriesAfter('b', 0, 10)).toHaveLength(1)
  })
}

function standing(at: () => Store): void {
  test('it says how conversations stand: what came last, and whether somebody waits', async () => {
    for (const id of ['new', 'asked', 'answered']) await begin(at(), id)
    for (const id of ['asked', 'answered']) await at().conversations.commit(turn(id, 0, { replies: [seal('hello')] }), 2000)
    for (const id of ['asked', 'answered']) await at().conversations.append(id, null, seal('question'), 3000)
    await at().conversations.commit(turn('answered', 2, { replies: [seal('answer')] }), 4000)
    const stands = await at().conversations.standing(['answered', 'nowhere', 'new', 'asked'])
    expect([...stands].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: 'answered', lastSeq: 3, isWaiting: false },
      { id: 'asked', lastSeq: 2, isWaiting: true },
      { id: 'new', lastSeq: 0, isWaiting: true },
    ])
    expect(await at().conversations.standing([])).toEqual([])
  })
}

function statesAndInbox(at: () => Store): void {
  test('states are compared before they are set', async () => {
    const { states } = at()
    expect(await states.read('s', 'k')).toBeNull()
    expect(await states.write('s', { key: 'k', value: bytes('1'), expected: null }, 1)).toBe(true)
    expect(await states.write('s', { key: 'k', value: bytes('2'), expected: null }, 2)).toBe(false)
    expect(await states.write('s', { key: 'k', value: bytes('2'), expected: 7 }, 2)).toBe(false)
    expect(await states.write('s', { key: 'k', value: bytes('2'), expected: 1 }, 2)).toBe(true)
    const kept = await states.read('s', 'k')
    expect([textOf(kept?.value), kept?.version]).toEqual(['2', 2])
    expect(await states.read('other', 'k')).toBeNull()
    expect(await states.write('s', { key: 'k', value: null, expected: 1 }, 3)).toBe(false)
    expect(await states.write('s', { key: 'k', value: null, expected: 2 }, 3)).toBe(true)
    expect(await states.read('s', 'k')).toBeNull()
  })

  test('of ten writers at once one wins', async () => {
    const wins = await Promise.all(
      Array.from({ length: 10 }, (_, writer) => at().states.write('s', { key: 'k', value: bytes(`${writer}`), expected: null }, 1)),
    )
    expect(wins.filter(Boolean)).toHaveLength(1)
  })

  test('an activity is taken in once, unless its turn failed', async () => {
    const { inbox } = at()
    expect([await inbox.claim(bytes('a'), 1), await inbox.claim(bytes('a'), 2)]).toEqual([true, false])
    await inbox.release(bytes('a'))
    expect(await inbox.claim(bytes('a'), 3)).toBe(true)
    await inbox.finish(bytes('a'), 4)
    await inbox.release(bytes('a'))
    expect(await inbox.claim(bytes('a'), 5)).toBe(false)
  })

  test('of many that are taken in at once each is taken in once', async () => {
    const { inbox } = at()
    const ids = ['c', 'b', 'b', 'a', 'c', 'c', 'd']
    const taken = await Promise.all(ids.map(async (id) => ((await inbox.claim(bytes(id), 1)) ? [id] : [])))
    expect(taken.flat().sort()).toEqual(['a', 'b', 'c', 'd'])
    await Promise.all(['a', 'b', 'c'].map((id) => inbox.finish(bytes(id), 2)))
    await Promise.all(['a', 'd'].map((id) => inbox.release(bytes(id))))
    expect(await Promise.all(['a', 'd'].map((id) => inbox.claim(bytes(id), 3)))).toEqual([false, true])
  })

  test('states that are read at once are each told their own', async () => {
    const { states } = at()
    await Promise.all(['k', 'l'].map((key) => states.write('s', { key, value: bytes(`of ${key}`), expected: null }, 1)))
    const read = await Promise.all([states.read('s', 'l'), states.read('t', 'k'), states.read('s', 'k'), states.read('s', 'l')])
    expect(read.map((kept) => kept && Buffer.from(kept.value).toString())).toEqual(['of l', null, 'of k', 'of l'])
  })
}

function sweeping(at: () => Store): void {
  test('what is older than the line goes, what is younger stays', async () => {
    await begin(at(), 'old', 0)
    await at().conversations.append('old', null, seal('x'), 10)
    await begin(at(), 'used', 0)
    await at().conversations.append('used', null, seal('early'), 10)
    await at().conversations.append('used', null, seal('late'), DAY + 10)
    await at().states.write('old', { key: 'k', value: bytes('v'), expected: null }, 10)
    await at().states.write('used', { key: 'k', value: bytes('v'), expected: null }, DAY + 10)
    await at().inbox.claim(bytes('old'), 10)
    await at().inbox.finish(bytes('old'), 10)
    await at().inbox.claim(bytes('new'), DAY + 10)
    await at().inbox.finish(bytes('new'), DAY + 10)
    expect(await at().sweep(DAY, day('2026-01-01'))).toEqual({ conversations: 1, entries: 2, states: 1, activities: 1, questions: 0 })
    expect(await at().conversations.find('old')).toBeNull()
    expect((await at().conversations.entriesAfter('used', 0, 10)).map(({ seq }) => seq)).toEqual([2])
    expect([await at().states.read('old', 'k'), (await at().states.read('used', 'k'))?.version]).toEqual([null, 1])
    expect(await at().inbox.claim(bytes('new'), DAY + 11)).toBe(false)
  })

  test('it says that it can be written', async () => {
    expect(await at().isWritable()).toBe(true)
  })
}
