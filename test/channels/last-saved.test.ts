// What was saved a moment ago is known without asking the store; nothing older is, and never too much.
import { UnitOfWork } from '../../src/channels/direct-line/unit-of-work'
import { LastSaved } from '../../src/channels/last-saved'
import { clearStates } from '../../src/channels/clear-states'
import { openStore } from '../../src/store/open-store'

let clock = 0
const now = (): number => clock

test('it is known for five minutes, and gone after', () => {
  clock = 1_000_000
  const last = new LastSaved(now)
  last.set('a', 'memory', { value: '{}', version: 3 })
  clock += 299_999
  expect(last.get('a', 'memory')).toEqual({ value: '{}', version: 3, isOwn: true })
  expect([last.get('a', 'other'), last.get('b', 'memory')]).toEqual([null, null])
  clock += 1
  expect(last.get('a', 'memory')).toBeNull()
})

test('of more than five thousand the oldest are let go of', () => {
  const last = new LastSaved(now)
  for (let count = 0; count <= 5000; count += 1) last.set(`c${count}`, 'memory', { value: '{}', version: 1 })
  expect([last.get('c0', 'memory'), last.get('c1', 'memory')?.version, last.get('c5000', 'memory')?.version]).toEqual([null, 1, 1])
})

test('what somebody else saved meanwhile is found out by the write, and read after it', async () => {
  const store = openStore(':memory:')
  const last = new LastSaved(now)
  const { states } = clearStates(store.states, 'a', now, last)
  expect(await states.write('memory', 'mine', null)).toBe(true)
  expect(await states.read('memory')).toEqual({ value: 'mine', version: 1, isOwn: true })
  await clearStates(store.states, 'a', now).states.write('memory', 'theirs', 1)
  expect(await states.write('memory', 'mine again', 1)).toBe(false)
  expect(await states.read('memory')).toEqual({ value: 'theirs', version: 2 })
  await states.remove('memory')
  expect(await states.read('memory')).toBeNull()
  await store.close()
})

test('a turn that deleted everything and remembered nothing leaves nothing known', async () => {
  const store = openStore(':memory:')
  const last = new LastSaved(now)
  last.set('a', 'memory', { value: '{}', version: 1 })
  const work = new UnitOfWork({ id: 'a', user: 'u', key: Buffer.alloc(32) }, store.conversations, last)
  expect((await work.read('memory'))?.isOwn).toBe(true)
  work.erase()
  work.settle(false)
  expect(last.get('a', 'memory')).toBeNull()
  await store.close()
})
