// Councils by the ways people name them: nearly all are found, and none is ever taken for another without asking.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../../src/content/load'
import { contentDir, projectRoot } from '../../../src/project-root'
import { councilNames } from '../../../src/rules/find-council/council-names'
import { findCouncil, type CouncilFinding } from '../../../src/rules/find-council/find-council'

const { councilNames: names, councils } = loadPack(contentDir)
const { ways } = JSON.parse(readFileSync(join(projectRoot, 'test/open-set/council-names.json'), 'utf8')) as {
  readonly ways: readonly { readonly said: string; readonly means: string }[]
}

const FOUND = 0.98

function isFound(finding: CouncilFinding, means: string): boolean {
  switch (finding.kind) {
    case 'one':
      return finding.id === means
    case 'several':
      return means.split('|').every((id) => finding.ids.includes(id))
    case 'elsewhere':
      return means === `elsewhere:${finding.door}`
    default:
      return finding.kind === means
  }
}

describe('the ways in which people name a council', () => {
  const findings = ways.map(({ said, means }) => ({ said, means, finding: findCouncil(said, names) }))

  it('are at least 400, and what they mean is in the pack', () => {
    expect(ways.length).toBeGreaterThanOrEqual(400)
    expect(new Set(ways.map(({ said }) => said)).size).toBe(ways.length)
    const ids = ways.flatMap(({ means }) => means.split('|')).filter((id) => !/^(?:elsewhere:|area$|none$)/.test(id))
    expect(ids.filter((id) => !councils.has(id))).toEqual([])
  })

  it('are found, or lead to a choice that holds the right one', () => {
    const missed = findings.filter(({ means, finding }) => !isFound(finding, means)).map(({ said, finding }) => [said, finding])
    expect(missed.slice(Math.floor(ways.length * (1 - FOUND)))).toEqual([])
  })

  it('never lead to another council without asking', () => {
    expect(findings.filter(({ means, finding }) => finding.kind === 'one' && finding.id !== means)).toEqual([])
  })

  it('are mostly found without asking', () => {
    const one = findings.filter(({ means }) => councils.has(means))
    const asked = one.filter(({ finding }) => finding.kind === 'several')
    expect(asked.length / one.length).toBeLessThan(0.1)
  })

  it('takes little time, even where nothing is found', () => {
    const long = 'nobody here knows anything of that place at all '.repeat(400)
    const begun = performance.now()
    for (let times = 0; times < 5; times += 1) findCouncil(long, names)
    expect((performance.now() - begun) / 5).toBeLessThan(200)
  })
})

describe('every council of the pack', () => {
  it.each([...councils.values()].filter(({ code }) => code !== null).map(({ id, name }) => [name, id]))(
    '%s is found by its name',
    (name, id) => {
      expect(findCouncil(name, names)).toEqual({ kind: 'one', id })
      expect(findCouncil(`The letter is from ${name}.`, names)).toEqual({ kind: 'one', id })
    },
  )
})

describe('findCouncil', () => {
  const small = councilNames(
    [
      { id: 'north', name: 'Northshire Council', also: ['northshire'], places: ['Market Upton', 'Ford', 'Twinham'] },
      { id: 'south', name: 'Southshire Council', also: ['southshire'], places: ['Twinham', 'Lower Upton'] },
    ],
    {
      shared: [{ names: ['midshire'], councils: ['south', 'north'] }],
      areas: ['the shires'],
      elsewhere: { wales: ['wales', 'abercwm'] },
      ordinary: ['ford'],
      fillers: ['in', 'i', 'live', 'council', 'county'],
    },
  )
  it.each<[string, CouncilFinding]>([
    ['Northshire', { kind: 'one', id: 'north' }],
    ['I live in Market Upton', { kind: 'one', id: 'north' }],
    ['Twinham', { kind: 'several', ids: ['north', 'south'] }],
    ['Twinham in Southshire', { kind: 'one', id: 'south' }],
    ['midshire', { kind: 'several', ids: ['south', 'north'] }],
    ['Ford', { kind: 'one', id: 'north' }],
    ['I live in Ford', { kind: 'one', id: 'north' }],
    ['we can not afford a Ford', { kind: 'several', ids: ['north'] }],
    ['Northshire or Southshire', { kind: 'several', ids: ['north', 'south'] }],
    ['the Shires', { kind: 'area' }],
    ['Abercwm', { kind: 'elsewhere', door: 'wales' }],
    ['Twinham, Wales', { kind: 'elsewhere', door: 'wales' }],
    ['Nortshire', { kind: 'several', ids: ['north'] }],
    ['marketupton', { kind: 'several', ids: ['north'] }],
    ['nowhere', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('reads "%s"', (text, finding) => {
    expect(findCouncil(text, small)).toEqual(finding)
  })
})
