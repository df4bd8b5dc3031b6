// The pack that is shipped loads; a broken one says everything that is wrong with it at once.
import { inOneLine, PackFaults } from '../../src/content/faults'
import { inspectPack, loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { copyOfPack } from './broken-pack'

describe('the pack that is shipped', () => {
  it('has no faults', () => {
    expect(inspectPack(contentDir).faults.map(inOneLine)).toEqual([])
  })

  it('holds everything under its id', () => {
    const pack = loadPack(contentDir)
    expect(pack).toMatchObject({ id: 'england', nation: 'england' })
    expect(pack.version).toMatch(/^2026\.11\.\d+$/)
    expect(pack.topics.get('mediation-cost')?.title).toBe('Does mediation cost anything?')
    expect([...pack.councils.keys()]).toEqual(expect.arrayContaining(['demo', 'hackney', 'manchester', 'not-listed', 'southend']))
    expect(pack.decisions.size).toBe(36)
    expect(pack.deadlines.warnings.size).toBe(20)
    expect(pack.myths.size).toBe(12 + 27)
    expect(pack.sources.get('R20')?.url).toBe('https://www.legislation.gov.uk/uksi/2008/2699/article/20/data.html')
    expect(pack.bankHolidays).toMatchObject({ from: '2018-01-01', until: '2028-12-31' })
    expect(pack.problemPhrases.get('refuse-assess')?.length).toBeGreaterThan(5)
  })

  it('answers every main topic that families were found to ask about', () => {
    const { topics } = loadPack(contentDir)
    const main = [...topics.values()].filter(({ partOf }) => partOf === undefined)
    expect(main.length).toBeGreaterThanOrEqual(76)
  })
})

describe('a broken pack', () => {
  const pack = copyOfPack()
  afterAll(() => pack.delete())

  it('lists every fault at once, with file and place', () => {
    pack.replace('pack.yaml', "'2026.11.1'", 'one')
    pack.replace('sources.yaml', '2026-11-22', '2026-02-30')
    pack.replace('topics/mediation-cost.md', 'confirm: auto', 'confirm: maybe\ncolour: red')
    pack.replace('topics/mediation-what.md', /^siblings: .*$/m, 'siblings: [no-such-topic]')
    pack.replace('topics/mediation-what.md', /^facts: .*$/m, 'facts: [S0-49]')
    pack.replace('topics/mediation-what.md', /^reviewBy: .*$/m, 'reviewBy: 2020-01-01')
    pack.replace('topics/dr-what.md', /^sources: .*$/m, 'sources: [NOWHERE]')
    pack.replace('topics/dr-what.md', /^corrects: .*$/m, 'corrects: [W99]')
    pack.replace('topics/ipsea.md', 'id: ipsea', 'id: ipseo')
    pack.replace('topics/sendiass.md', /\n---\n\n/, '\n---\n\n<b>Hello</b> [here](http://example.org)\n\n## Other heading\n\n')
    pack.write('topics/empty.md', 'no head')
    pack.replace('messages/contacts.yaml', '{{value}} (from: {{source}}', '{{value}} {{nobody}} (from: {{source}}')
    pack.replace('decisions.yaml', 'row: 1\n', 'row: 2\n')
    pack.replace('decisions.yaml', '  refuse-issue:\n', '  refuse-tissue:\n')
    pack.replace('deadlines.yaml', '  U20: ', '  U21: ')
    pack.replace('deadlines.yaml', '{{period}} before {{from}} is {{to}}.', '{{period}} before {{when}}')
    pack.replace('councils/southend.yaml', 'provider: kids', 'provider: kidz')
    pack.replace('councils/hackney.yaml', '020 7359 3635', 'old number')
    pack.replace('after-agreement.yaml', 'clocks: [t1]', 'clocks: [t99]')
    pack.replace('two-routes.yaml', 'id: clock', 'id: cost')
    pack.replace('bank-holidays.json', '2018-03-30', '2017-03-30')
    pack.replace('recognise.yaml', 'refuse-assess:', 'refuse-asses:')
    pack.replace('myths.yaml', 'topic: myth-60-days', 'topic: myth-61-days')
    pack.write('letter-checklist.yaml', 'items: [')
    pack.remove('glossary.yaml')
    const lines = inspectPack(pack.dir).faults.map(inOneLine)
    const expected = [
      'pack.yaml: version: must be written like 2026.11.1',
      'sources.yaml: S0.checkedOn: must be a day that exists, written YYYY-MM-DD',
      'topics/mediation-cost.md: does not know `colour`',
      'topics/mediation-what.md: siblings: there is no topic no-such-topic',
      'topics/mediation-what.md: facts: there is no fact S0-49',
      'topics/mediation-what.md: reviewBy: is before the day of the check',
      'topics/dr-what.md: sources: there is no source NOWHERE',
      'topics/dr-what.md: corrects: there is no entry of myths.yaml W99',
      'topics/ipsea.md: id: must be the name of the file, not ipseo',
      'topics/sendiass.md: answer: has HTML: <b>Hello</b> [here](http://example.org)',
      'topics/sendiass.md: answer: has a link that is not https: <b>Hello</b> [here](http://example.org)',
      'topics/sendiass.md: answer: has a heading other than "## young person": ## Other heading',
      'topics/empty.md: must begin with a head between two lines of ---',
      'messages: contact.fact-current: {{nobody}} is not listed in vars',
      'decisions.yaml: decisions.refuse-assess.row: must be 1, as in the table of routes',
      'decisions.yaml: decisions: there is no refuse-tissue',
      'decisions.yaml: decisions: has no words for refuse-issue',
      'deadlines.yaml: warnings: there is no U21',
      'deadlines.yaml: warnings: has no words for U20',
      'deadlines.yaml: steps.subtract: nothing fills {{when}}',
      'councils/southend.yaml: mediation.provider: there is no organisation kidz',
      'councils/hackney.yaml: mediation.contacts.0.value: must be a number in digits and spaces',
      'after-agreement.yaml: assess.clocks: there is no clock t99',
      'two-routes.yaml: points: has the same name twice',
      'two-routes.yaml: points: has no words for clock',
      'bank-holidays.json: days.1.date: must be later than the day before it',
      'bank-holidays.json: days.1.date: lies outside the coverage',
      'recognise.yaml: there is no refuse-asses',
      'myths.yaml: W1.topic: there is no topic myth-61-days',
      'glossary.yaml: is missing',
    ]
    expect(lines).toEqual(expect.arrayContaining(expected))
    expect(lines.some((line) => line.startsWith('letter-checklist.yaml: '))).toBe(true)
    expect(lines.some((line) => line.startsWith('topics/mediation-cost.md: confirm: '))).toBe(true)
    expect(() => loadPack(pack.dir)).toThrow(PackFaults)
    expect(() => loadPack(pack.dir)).toThrow(`The content pack has ${lines.length} faults:`)
  })
})

describe('an id that stands in two files of messages', () => {
  it('is a fault', () => {
    const pack = copyOfPack()
    pack.write('messages/zz.yaml', 'contact.fact-current: { kind: contact, text: Again }')
    const lines = inspectPack(pack.dir).faults.map(inOneLine)
    pack.delete()
    expect(lines).toContain('messages/zz.yaml: contact.fact-current: stands in messages/contacts.yaml already')
  })
})

describe('a name that two councils say is theirs', () => {
  it('is a fault, unless it is listed as shared', () => {
    const pack = copyOfPack()
    pack.replace('councils/southend.yaml', /^also: .*$/m, 'also: [LEEDS]')
    pack.replace('councils/hackney.yaml', /^also: .*$/m, 'also: [northumbria]')
    pack.replace('councils/manchester.yaml', /^also: .*$/m, 'also: [NORTHUMBRIA]')
    pack.replace('place-names.yaml', /^shared:$/m, 'shared:\n  - names: [northumbria]\n    councils: [hackney, manchester]')
    const lines = inspectPack(pack.dir).faults.map(inOneLine)
    pack.delete()
    expect(lines).toEqual(['councils/southend.yaml: also: LEEDS is a name of leeds too'])
  })
})

describe('a source that could not be read', () => {
  it('is not held against whoever names another', () => {
    const pack = copyOfPack()
    pack.write('sources.yaml', 'R20: [')
    const lines = inspectPack(pack.dir).faults.map(inOneLine)
    pack.delete()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^sources\.yaml: /)
  })
})

describe('a topic that is part of a part', () => {
  it('is a fault', () => {
    const pack = copyOfPack()
    const finer = [...loadPack(pack.dir).topics.values()].find(({ partOf }) => partOf !== undefined)
    if (!finer) throw new Error('there is no finer topic')
    pack.replace('topics/mediation-cost.md', 'confirm: auto', `confirm: auto\npartOf: ${finer.id}`)
    const lines = inspectPack(pack.dir).faults.map(inOneLine)
    pack.delete()
    expect(lines).toContain(`topics/mediation-cost.md: partOf: ${finer.id} is itself part of another topic`)
  })
})
