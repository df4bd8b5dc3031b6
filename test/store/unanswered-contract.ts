// What every store must do with what could not be answered.
import type { Store } from '../../src/store/port'
import { day } from '../holidays'

const southend = (on: string) => ({ council: 'southend', day: day(on) })

export function unansweredContract(at: () => Store): void {
  test('what could not be answered is counted by day, council and kind', async () => {
    const { unanswered } = at()
    await unanswered.count(southend('2026-11-20'), 'not-sure')
    await unanswered.count(southend('2026-11-20'), 'not-sure')
    await unanswered.count(southend('2026-11-20'), 'none-of-these')
    await unanswered.count({ council: null, day: day('2026-11-20') }, 'not-sure')
    await unanswered.count(southend('2026-11-21'), 'not-sure')
    await unanswered.count(southend('2026-11-22'), 'not-sure')
    expect(await unanswered.counts(day('2026-11-20'), day('2026-11-21'))).toEqual([
      { council: null, day: '2026-11-20', kind: 'not-sure', count: 1 },
      { council: 'southend', day: '2026-11-20', kind: 'none-of-these', count: 1 },
      { council: 'southend', day: '2026-11-20', kind: 'not-sure', count: 2 },
      { council: 'southend', day: '2026-11-21', kind: 'not-sure', count: 1 },
    ])
  })

  test('a kept question is its words, its council and its day, twice where two people asked it', async () => {
    const { unanswered } = at()
    await unanswered.keep({ ...southend('2026-11-21'), text: 'b' })
    await unanswered.keep({ ...southend('2026-11-21'), text: 'a' })
    await unanswered.keep({ council: null, day: day('2026-11-20'), text: 'c' })
    await unanswered.keep({ ...southend('2026-11-21'), text: 'a' })
    expect(await unanswered.kept()).toEqual([
      { council: null, day: '2026-11-20', text: 'c' },
      { council: 'southend', day: '2026-11-21', text: 'a' },
      { council: 'southend', day: '2026-11-21', text: 'a' },
      { council: 'southend', day: '2026-11-21', text: 'b' },
    ])
  })

  test('a kept question goes with the sweep of its day; the counts stay', async () => {
    const { unanswered } = at()
    await unanswered.keep({ ...southend('2026-08-22'), text: 'old' })
    await unanswered.keep({ ...southend('2026-08-23'), text: 'young' })
    await unanswered.count(southend('2026-08-22'), 'not-sure')
    expect((await at().sweep(0, day('2026-08-22'))).questions).toBe(1)
    expect((await unanswered.kept()).map(({ text }) => text)).toEqual(['young'])
    expect(await unanswered.counts(day('2026-08-22'), day('2026-08-22'))).toHaveLength(1)
  })
}
