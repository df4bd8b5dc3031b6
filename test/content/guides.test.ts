// The guides beside the dates: the two routes, the letter's checklist and what follows an agreement.
import { loadPack } from '../../src/content/load'
import { twoRoutes } from '../../src/content/two-routes'
import { contentDir } from '../../src/project-root'

const pack = loadPack(contentDir)

describe('the two routes side by side', () => {
  const { text, sources } = twoRoutes(pack, 'parent', 'lists')

  it('have the same nine points, mediation first in each', () => {
    const headings = [...text.matchAll(/^\*\*(.+)\*\*$/gm)].map((match) => match[1])
    expect(headings).toEqual([
      'Who it is for',
      'Which decisions',
      'Certificate',
      'Who must come',
      'Cost',
      'Privacy and its limit',
      'Time',
      'If it fails',
      'Effect on the clock',
    ])
    expect(text.match(/^- Mediation: /gm)).toHaveLength(9)
    expect(text.match(/^- Disagreement resolution: /gm)).toHaveLength(9)
  })

  it('are a table of three columns where a channel shows one', () => {
    const rows = twoRoutes(pack, 'young-person', 'table').text.split('\n')
    expect(rows).toHaveLength(2 + 9)
    expect(rows[0]).toBe('|   | Mediation | Disagreement resolution |')
    expect(rows.every((line) => (line.match(/\|/g) ?? []).length === 4)).toBe(true)
  })

  it('name the child protection exception for both, and that neither stops the clock', () => {
    expect(text.match(/child protection/g)).toHaveLength(2)
    expect(text.match(/does not stop the time to appeal/g)).toHaveLength(2)
    expect(sources.length).toBeGreaterThan(5)
  })
})

describe('what a decision letter must tell', () => {
  it('is regulation 32 and the notices that refer to it', () => {
    expect(pack.letterChecklist.items.map(({ id, law }) => [id, law])).toEqual([
      ['right-of-appeal', 'SEND Regs 2014 regs 5(3)(a), 10(3)(a), 31(3)(a)'],
      ['time-to-appeal', 'SEND Regs 2014 regs 5(3)(b), 10(3)(b), 31(3)(b)'],
      ['right-to-mediation', 'SEND Regs 2014 reg 32(a)'],
      ['certificate', 'SEND Regs 2014 reg 32(b)'],
      ['adviser-contact', 'SEND Regs 2014 reg 32(c)'],
      ['time-for-mediation', 'SEND Regs 2014 reg 32(d)'],
      ['tell-the-council', 'SEND Regs 2014 reg 32(e)'],
      ['council-contact', 'SEND Regs 2014 reg 32(f)'],
      ['disagreement-resolution', 'SEND Regs 2014 regs 5(3)(d)(i), 10(3)(d)(i), 31(3)(d)(i)'],
      ['information-and-advice', 'SEND Regs 2014 regs 5(3)(d)(ii), 10(3)(d)(ii), 31(3)(d)(ii)'],
    ])
    expect(pack.letterChecklist.missing).toMatch(/^Your dates stay the same, so do not wait\./)
  })
})

describe('after an agreement', () => {
  it('has a clock for each thing that may be agreed', () => {
    expect(pack.afterAgreement.rows.map(({ id, clocks }) => [id, ...clocks])).toEqual([
      ['assess', 't1'],
      ['assess-no-plan', 't2'],
      ['assess-plan', 't3'],
      ['make-a-plan', 't4'],
      ['amend-contents', 't5'],
      ['change-school', 't6'],
      ['keep-the-plan', 't7'],
      ['something-else', 'm11'],
      ['health-body', 'm12'],
      ['another-time', 'm13'],
    ])
  })
})
