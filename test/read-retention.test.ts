// A council's own periods: shorter as it likes, longer only with a reason; what is wrong is told by place, all at once.
import { join } from 'node:path'
import { readRetention, retentionOf, USUAL_RETENTION, WrongRetention } from '../src/read-retention'
import { PERIODS } from '../src/rules/retention'

const DAY = 86_400_000
const isCouncil = (id: string): boolean => ['southend', 'hackney'].includes(id)

function faultsOf(data: unknown): readonly string[] {
  try {
    readRetention(data, isCouncil)
  } catch (fault) {
    if (fault instanceof WrongRetention) return fault.faults
    throw fault
  }
  return []
}

test('nothing set: the usual periods for everybody', () => {
  expect(retentionOf(undefined, isCouncil)).toBe(USUAL_RETENTION)
  expect(readRetention({}, isCouncil)).toBe(USUAL_RETENTION)
  expect(USUAL_RETENTION.of('southend')).toBe(PERIODS)
})

test('shorter ones for one council; all others keep the usual ones', () => {
  const { retained, of } = readRetention({ southend: { conversationHours: 12, endedDays: 7 } }, isCouncil)
  const own = { ...PERIODS, conversation: DAY / 2, ended: 7 * DAY }
  expect(retained).toEqual([
    { whose: { except: ['southend'] }, periods: PERIODS },
    { whose: { only: ['southend'] }, periods: own },
  ])
  expect([of('southend'), of('hackney'), of(null)]).toEqual([own, PERIODS, PERIODS])
})

test.each<[unknown, readonly string[]]>([
  [{ southend: { endedDays: 31 } }, ['southend.endedDays is longer than usual, without longerBecause']],
  [
    { southend: { endedDays: 31, conversationHours: 25 }, hackney: { questionsDays: 91 } },
    [
      'southend.conversationHours is longer than usual, without longerBecause',
      'southend.endedDays is longer than usual, without longerBecause',
      'hackney.questionsDays is longer than usual, without longerBecause',
    ],
  ],
  [{ nowhere: { endedDays: 1 } }, ['nowhere is no council that is known here']],
  [{ southend: { endedDays: 0 } }, ['southend.endedDays is not understood']],
  [{ southend: { endedDays: 1.5 } }, ['southend.endedDays is not understood']],
  [{ southend: { endedDays: 31, longerBecause: 'because' } }, ['southend.longerBecause is not understood']],
  [{ southend: { ended: 3 } }, ['southend is not understood']],
  ['southend', ['the file is not understood']],
])('%j is refused', (data, faults) => {
  expect(faultsOf(data)).toEqual(faults)
})

test('longer with a reason', () => {
  const longerBecause = 'Decided by the data protection officer on 1 March 2026'
  expect(readRetention({ southend: { endedDays: 60, longerBecause } }, isCouncil).of('southend').ended).toBe(60 * DAY)
})

test('a file that is not there, or is none', () => {
  expect(() => retentionOf(join(__dirname, 'nowhere.yaml'), isCouncil)).toThrow(WrongRetention)
  expect(() => retentionOf(__filename, isCouncil)).toThrow(WrongRetention)
})
