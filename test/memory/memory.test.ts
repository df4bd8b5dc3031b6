import { forget } from '../../src/memory/change-fact'
import { emptyMemory, readMemory } from '../../src/memory/memory'
import { day } from '../holidays'

const facts = {
  voice: 'parent',
  decision: 'refuse-assess',
  problem: 'refuse-assess',
  letterDate: day('2026-10-09'),
  certificate: 'yes',
  certificateDate: day('2026-11-16'),
  adviserInTime: 'yes',
} as const

describe('saved memory', () => {
  it('is empty when nothing was saved', () =>
    expect(readMemory(null, 'steps')).toEqual({ memory: emptyMemory('steps'), begunAgain: false }))

  it('goes on where it was', () => {
    const memory = { ...emptyMemory('steps'), facts, stack: { dialogStack: [{ id: 'main', state: {} }] } }
    expect(readMemory(JSON.stringify(memory), 'steps')).toEqual({ memory, begunAgain: false })
  })

  it.each([
    ['other steps', { ...emptyMemory('other'), facts }, facts],
    ['another version', { ...emptyMemory('steps'), version: 99, facts }, facts],
    ['an unknown key', { ...emptyMemory('steps'), more: 1, facts }, facts],
    [
      'a fact that no longer fits',
      { ...emptyMemory('steps'), facts: { ...facts, decision: 'refuse-everything' } },
      { ...facts, decision: undefined },
    ],
    [
      'a day that does not exist',
      { ...emptyMemory('steps'), facts: { ...facts, letterDate: '2026-02-30' } },
      { ...facts, letterDate: undefined },
    ],
    ['no facts', { version: 1 }, {}],
    ['no object', null, {}],
    ['a list', [], {}],
  ])('begins again with what still fits: %s', (_, saved, kept) => {
    const { memory, begunAgain } = readMemory(JSON.stringify(saved), 'steps')
    expect(begunAgain).toBe(true)
    expect(memory).toEqual({ ...emptyMemory('steps'), greeted: true, facts: JSON.parse(JSON.stringify(kept)) })
  })

  it('begins again when it is no JSON', () => expect(readMemory('{', 'steps').begunAgain).toBe(true))
})

describe('changing an answer', () => {
  it('drops what hangs on the decision', () => {
    expect(forget(facts, 'problem')).toEqual({
      facts: { voice: 'parent' },
      dropped: ['decision', 'letterDate', 'certificate', 'certificateDate', 'adviserInTime'],
    })
  })
  it('keeps a certificate when only the letter date changes', () => {
    expect(forget(facts, 'letterDate').facts).toMatchObject({ certificateDate: '2026-11-16' })
  })
  it('drops the date of a certificate with it', () =>
    expect(forget(facts, 'certificate').dropped).toEqual(['certificateDate', 'adviserInTime']))
  it('drops nothing that was not known', () => expect(forget({}, 'certificate')).toEqual({ facts: {}, dropped: [] }))
  it('drops nothing for what nothing hangs on', () =>
    expect(forget({ council: 'southend' }, 'council')).toEqual({ facts: {}, dropped: [] }))
})
