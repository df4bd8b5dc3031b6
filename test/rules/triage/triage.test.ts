import { isProblem, rowOf, TRIAGE_ROWS } from '../../../src/rules/triage/rows'
import { problemOf, triage, type TriageFacts } from '../../../src/rules/triage/triage'
import { DECISIONS } from '../../../src/rules/decisions'

describe('from facts to a row of the table of routes', () => {
  it.each<[TriageFacts, number | null, string, string, string]>([
    [{ decision: 'refuse-assess' }, 1, 'appeal', 'needed', 'appellant'],
    [{ decision: 'refuse-issue' }, 2, 'appeal', 'needed', 'appellant'],
    [{ decision: 'plan-content' }, 3, 'appeal', 'needed', 'appellant'],
    [{ sections: ['B'] }, 3, 'appeal', 'needed', 'appellant'],
    [{ sections: ['F', 'K'] }, 3, 'appeal', 'needed', 'appellant'],
    [{ decision: 'plan-content', sections: ['B', 'F'] }, 3, 'appeal', 'needed', 'appellant'],
    [{ decision: 'plan-placement-only' }, 4, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ sections: ['I'] }, 4, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ decision: 'plan-content', sections: ['I'] }, 4, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ sections: ['I'], placement: 'named' }, 4, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ decision: 'plan-placement-only', placement: 'type' }, 5, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ sections: ['I'], placement: 'none' }, 6, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ sections: ['B', 'I'] }, 7, 'appeal', 'needed', 'appellant'],
    [{ sections: ['I', 'F', 'B'] }, 7, 'appeal', 'needed', 'appellant'],
    [{ decision: 'plan-placement-only', sections: ['F'] }, 7, 'appeal', 'needed', 'appellant'],
    [{ decision: 'refuse-amend' }, 8, 'appeal', 'needed', 'appellant'],
    [{ decision: 'refuse-amend', sections: ['I'] }, 8, 'appeal', 'needed', 'appellant'],
    [{ decision: 'refuse-reassess' }, 9, 'appeal', 'needed', 'appellant'],
    [{ decision: 'cease' }, 10, 'appeal', 'needed', 'appellant'],
    [{ decision: 'health-or-care' }, 11, 'appeal', 'check', 'appellant'],
    [{ sections: ['G'] }, 11, 'appeal', 'check', 'appellant'],
    [{ decision: 'health-or-care', sections: ['H1', 'I'] }, 11, 'appeal', 'check', 'appellant'],
    ...(['C', 'D', 'H', 'H1', 'H2', 'health', 'care'] as const).map((section): [TriageFacts, number, string, string, string] => [
      { sections: [section] },
      11,
      'appeal',
      'check',
      'appellant',
    ]),
    [{ decision: 'plan-placement-only', sections: ['I', 'K'] }, 4, 'appeal-no-certificate', 'not-needed', 'appellant'],
    [{ decision: 'health-or-care', sections: ['I', 'F'] }, 7, 'appeal', 'needed', 'appellant'],
    [{ decision: 'cease', sections: ['F'] }, 10, 'appeal', 'needed', 'appellant'],
    [{ against: 'college' }, null, 'none-yet', 'check', 'nobody-yet'],
    [{ sections: ['E'] }, 12, 'none-yet', 'not-needed', 'nobody-yet'],
    [{ decision: 'plan-content', sections: ['A', 'J'] }, 12, 'none-yet', 'not-needed', 'nobody-yet'],
    [{ decision: 'draft-plan' }, 13, 'none-yet', 'not-needed', 'nobody-yet'],
    [{ decision: 'sen-support' }, 14, 'resolution', 'not-needed', 'family'],
    [{ problem: 'sen-duties' }, 15, 'resolution', 'not-needed', 'family'],
    [{ problem: 'setting-provision' }, 16, 'resolution', 'not-needed', 'family'],
    [{ problem: 'health-care-in-process' }, 17, 'resolution', 'not-needed', 'family'],
    [{ problem: 'council-and-health-body' }, 18, 'resolution', 'not-needed', 'bodies-only'],
    [{ decision: 'discrimination' }, 19, 'discrimination-claim', 'not-needed', 'claimant'],
    [{ decision: 'discrimination', against: 'school' }, 19, 'discrimination-claim', 'not-needed', 'claimant'],
    [{ decision: 'discrimination', against: 'la-nursery' }, 19, 'discrimination-claim', 'not-needed', 'claimant'],
    [{ decision: 'discrimination', against: 'college' }, 20, 'court', 'not-needed', 'family'],
    [{ decision: 'discrimination', against: 'private-nursery' }, 20, 'court', 'not-needed', 'family'],
    [{ decision: 'discrimination', against: 'council' }, 20, 'court', 'not-needed', 'family'],
    [{ problem: 'discrimination-admission' }, 21, 'panel', 'not-needed', 'family'],
    [{ decision: 'exclusion' }, 22, 'panel', 'not-needed', 'family'],
    [{ problem: 'out-of-school' }, 23, 'complaint', 'not-needed', 'family'],
    [{ decision: 'la-late' }, 24, 'complaint', 'not-needed', 'family'],
    [{ decision: 'provision-not-delivered' }, 25, 'complaint', 'not-needed', 'family'],
    [{ problem: 'review-late' }, 26, 'complaint', 'not-needed', 'family'],
    [{ problem: 'agreement-broken' }, 27, 'complaint', 'not-needed', 'family'],
    [{ problem: 'order-not-followed' }, 28, 'complaint', 'not-needed', 'family'],
    [{ decision: 'transport' }, 29, 'complaint', 'not-needed', 'family'],
    [{ decision: 'personal-budget' }, 30, 'complaint', 'not-needed', 'family'],
    [{ decision: 'admission' }, 31, 'panel', 'not-needed', 'family'],
    [{ problem: 'health-complaint' }, 32, 'complaint', 'not-needed', 'family'],
    [{ decision: 'tribunal-decision' }, 33, 'court', 'not-needed', 'appellant'],
    [{ nation: 'wales', decision: 'refuse-assess' }, 34, 'elsewhere', 'not-needed', 'elsewhere'],
    [{ nation: 'scotland', problem: 'transport' }, 34, 'elsewhere', 'not-needed', 'elsewhere'],
    [{ nation: 'england', decision: 'cease' }, 10, 'appeal', 'needed', 'appellant'],
    [{ decision: 'none-yet' }, null, 'none-yet', 'not-needed', 'nobody-yet'],
    [{ decision: 'unsure' }, null, 'none-yet', 'check', 'nobody-yet'],
    [{}, null, 'none-yet', 'check', 'nobody-yet'],
    [{ sections: [] }, null, 'none-yet', 'check', 'nobody-yet'],
  ])('%j is row %s', (facts, row, route, certificate, who) => expect(triage(facts)).toMatchObject({ row, route, certificate, who }))

  it('has the 34 rows in order, and two answers that fit no row yet', () => {
    expect(TRIAGE_ROWS.map(({ row }) => row)).toEqual([...Array.from({ length: 34 }, (_, index) => index + 1), null, null])
    expect(new Set(TRIAGE_ROWS.map(({ problem }) => problem)).size).toBe(36)
  })

  it('finds the row of every problem and of every decision', () => {
    for (const { problem, row } of TRIAGE_ROWS) expect(triage({ problem })).toMatchObject({ problem, row })
    for (const decision of DECISIONS) expect(rowOf(problemOf(decision)).decision).toBe(decision)
    expect([isProblem('cease'), isProblem('row')]).toEqual([true, false])
  })
})
