// Desks of the pack: only the demonstration has any, their hours are as the rules want them, and a broken one stops the start.
import { inOneLine } from '../../src/content/faults'
import { inspectPack, loadPack } from '../../src/content/load'
import { openingHoursOf } from '../../src/content/schema/desk'
import { contentDir } from '../../src/project-root'
import { openingAt } from '../../src/rules/handoff/opening-hours'
import { day } from '../holidays'
import { copyOfPack } from './broken-pack'

const loaded = loadPack(contentDir)

function openingOf(id: string, today: string, time: string): ReturnType<typeof openingAt> {
  const desk = loaded.desks.get(id)
  if (desk === undefined) throw new Error(`no desk ${id}`)
  return openingAt(openingHoursOf(desk), loaded.bankHolidays, { today: day(today), time })
}

test('only a council that does not exist has desks, and none of them has a number that could ring', () => {
  for (const { demonstration, councils, contacts, name } of loaded.desks.values()) {
    expect(demonstration).toBe(true)
    expect(councils).toEqual(['demo'])
    expect(name).toContain('(demonstration)')
    for (const { value } of contacts) expect(value).toMatch(/^01632 960 \d{3}$/)
  }
  expect([...loaded.desks.keys()]).toEqual(['demo-closed', 'demo-mediation', 'demo-sendiass'])
})

test.each([
  ['demo-sendiass', '2026-11-22', '07:00', { isOpen: true, closesAt: '23:59' }],
  ['demo-sendiass', '2026-12-25', '23:59', { isOpen: false, opensAt: { on: '2026-12-26', at: '00:00' }, reason: null }],
  ['demo-mediation', '2026-11-22', '07:00', { isOpen: false, opensAt: { on: '2026-11-23', at: '09:00' }, reason: null }],
  ['demo-mediation', '2026-11-23', '16:59', { isOpen: true, closesAt: '17:00' }],
  [
    'demo-mediation',
    '2026-12-24',
    '10:00',
    { isOpen: false, opensAt: { on: '2027-01-04', at: '09:00' }, reason: 'Closed over Christmas.' },
  ],
])('%s on %s at %s', (id, today, time, opening) => {
  expect(openingOf(id, today, time)).toEqual(opening)
})

test('the closed one opens nobody knows when, and says why', () => {
  expect(openingOf('demo-closed', '2026-11-23', '11:00')).toMatchObject({ isOpen: false, opensAt: null, reason: /./ })
})

describe('a broken desk', () => {
  const pack = copyOfPack()
  afterAll(() => pack.delete())

  it('is refused with every fault at once', () => {
    const [sendiass, mediation, closed] = ['demo-sendiass', 'demo-mediation', 'demo-closed'].map((id) => `desks/${id}.yaml`) as [
      string,
      string,
      string,
    ]
    pack.replace(sendiass, 'councils: [demo]', 'councils: [demo, nowhere, southend]')
    pack.replace(sendiass, 'OFCOM-FICTION', 'NOWHERE')
    pack.replace(mediation, "until: '17:00'", "until: '25:00'")
    pack.replace(mediation, 'until: 2027-01-03', 'until: 2026-12-01')
    pack.replace(mediation, 'kind: mediation', 'kind: council')
    pack.replace(closed, 'routes: [live, callback]', 'routes: [live, phone, live]')
    pack.write('desks/other-name.yaml', 'id: demo-other\nopen: always\n')
    const faults = inspectPack(pack.dir).faults.map(inOneLine)
    expect(faults).toEqual(
      expect.arrayContaining([
        'desks/demo-sendiass.yaml: councils: there is no council nowhere',
        'desks/demo-sendiass.yaml: councils: cannot serve southend',
        'desks/demo-sendiass.yaml: contacts: there is no source NOWHERE',
        'desks/demo-mediation.yaml: hours.week.0.until: must be a time such as 09:00',
        'desks/demo-mediation.yaml: closures.0.until: must not be before from',
        'desks/demo-closed.yaml: routes: offers the phone and has no number',
        'desks/demo-closed.yaml: routes: has the same route twice',
        'desks/other-name.yaml: does not know `open`',
      ]),
    )
  })

  it('may not have hours that overlap, nor say that the council does not read what is its own', () => {
    const other = copyOfPack()
    other.replace('desks/demo-mediation.yaml', 'kind: mediation', 'kind: council')
    other.replace(
      'desks/demo-closed.yaml',
      "until: '15:00' }",
      "until: '15:00' }\n    - { days: [wednesday], from: '14:59', until: '16:00' }",
    )
    other.replace('desks/demo-sendiass.yaml', 'id: demo-sendiass', 'id: demo-advice')
    other.replace(
      'desks/demo-mediation.yaml',
      'routes: [live, ',
      'teamsChat: { employer: Northshire Charity, isCouncil: false }\nroutes: [',
    )
    const faults = inspectPack(other.dir).faults.map(inOneLine)
    other.delete()
    expect(faults).toEqual([
      'desks/demo-closed.yaml: hours.week: has hours that overlap',
      'desks/demo-mediation.yaml: councilReads: must be true for a desk of the council',
      'desks/demo-mediation.yaml: teamsChat: is for desks that offer a chat',
      'desks/demo-sendiass.yaml: id: must be the name of the file, not demo-advice',
    ])
  })
})
