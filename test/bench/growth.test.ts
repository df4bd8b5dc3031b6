// What a store is filled with before growth is measured is what the store itself would hold.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/open-store'
import { day } from '../holidays'
import { prefill } from './prefill'

const NOON = Date.parse('2026-11-22T12:00:00Z')
const QUESTIONS_FROM = day('2026-01-01')

test('as many conversations as asked for, of the last twelve hours, answered and with their logs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prefill-'))
  const path = join(folder, 'store.db')
  prefill(path, 7000, NOON)
  const store = openStore(path)
  const first = '0prefill-000000000-of-others'
  const last = '0prefill-000006999-of-others'
  expect(await store.conversations.standing([first, last])).toEqual([
    { id: first, lastSeq: 10, isWaiting: false },
    { id: last, lastSeq: 10, isWaiting: false },
  ])
  expect((await store.conversations.entriesAfter(last, 0, 500)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await store.conversations.state(last, 'conversation')).toMatchObject({ version: 3 })
  expect((await store.sweep(NOON - 12 * 3_600_000, QUESTIONS_FROM)).conversations).toBe(0)
  expect((await store.sweep(NOON, QUESTIONS_FROM)).conversations).toBe(7000)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
