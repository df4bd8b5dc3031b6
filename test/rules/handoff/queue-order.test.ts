// The queue: who must act first stands first, and waiting longest decides only between equals.
import fc from 'fast-check'
import type { Flag, Handoff } from '../../../src/rules/handoff/handoff-types'
import { byUrgency } from '../../../src/rules/handoff/queue-order'
import { day } from '../../holidays'

type Waiting = Pick<Handoff, 'actBy' | 'flags' | 'queuedAt' | 'createdAt' | 'id'>
const waiting = (id: string, actBy: string | null, flags: readonly Flag[], queuedAt: number | null, createdAt = 0): Waiting => ({
  id,
  actBy: actBy === null ? null : day(actBy),
  flags,
  queuedAt,
  createdAt,
})

test('by date, then by flag, then by waiting, then always the same', () => {
  const right = [
    waiting('date first, though it came last', '2026-11-23', [], 900),
    waiting('late, the same date', '2026-12-09', ['possibly-late'], 800),
    waiting('flagged, the same date', '2026-12-09', ['deadline-within-5-working-days'], 700),
    waiting('longest waiting', '2026-12-09', ['looked-after'], 100),
    waiting('shorter waiting', '2026-12-09', [], 200),
    waiting('no date but late', null, ['possibly-late'], 600),
    waiting('not queued yet, made early', null, [], null, 50),
    waiting('same a', null, [], 60),
    waiting('same b', null, [], 60),
  ]
  expect([...right].reverse().sort(byUrgency)).toEqual(right)
  expect([...right].sort(byUrgency)).toEqual(right)
})

test('it is an order, whoever stands where', () => {
  const any = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    actBy: fc.constantFrom(null, day('2026-11-23'), day('2026-12-09')),
    flags: fc.subarray<Flag>(['possibly-late', 'deadline-within-5-working-days', 'looked-after']),
    queuedAt: fc.option(fc.integer({ min: 0, max: 3 })),
    createdAt: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(Math.sign(byUrgency(a, b)) + Math.sign(byUrgency(b, a))).toBe(0)
      if (byUrgency(a, b) <= 0 && byUrgency(b, c) <= 0) expect(byUrgency(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})
