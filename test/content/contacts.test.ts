// Whom to ask: an old number is said with its age, never as if it were current.
import { councilContacts, everywhereContacts, standingOfFact } from '../../src/content/contacts'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { day } from '../holidays'

const pack = loadPack(contentDir)
const today = day('2026-11-22')

function contactsOf(id: string, on = today): string {
  const council = pack.councils.get(id)
  if (!council) throw new Error(`there is no council ${id}`)
  return councilContacts(pack, council, on).text
}

describe('councilContacts', () => {
  it('says an old number with its age', () => {
    const said = contactsOf('hackney')
    expect(said).toMatch(/020 7359 3635 \(old: .*Monday 21 November 2016/)
    expect(said).toContain('use the number in your decision letter')
    expect(contactsOf('southend')).toMatch(/03330 062 835 \(old: .*Monday 9 January 2023/)
  })

  it('gives no number where no source does', () => {
    const said = contactsOf('manchester')
    expect(said).toContain('https://www.iasmanchester.org')
    expect(said).toContain('We have not found who runs mediation for Manchester. Use the number in your decision letter.')
    expect(said.slice(0, said.indexOf('IAS Manchester'))).not.toMatch(/\d{3} ?\d{3}/)
  })

  it('says when somebody is there where the page gives it, with how old that is, and not past its review', () => {
    const line = /0161 209 8356 \(.*it may have changed\)\. Hours given there: Monday to Friday, 8\.30am to 3\.30pm/
    expect(contactsOf('manchester')).toMatch(line)
    expect(contactsOf('manchester', day('2027-02-23'))).not.toContain('Hours given there')
    expect(contactsOf('southend')).not.toContain('Hours given there')
  })

  it('says closures and a note after the hours', () => {
    const council = pack.councils.get('manchester') as NonNullable<ReturnType<typeof pack.councils.get>>
    const [, phone] = council.sendiass.contacts
    if (!phone) throw new Error('no number')
    const contacts = [{ ...phone, hours: 'Mondays', closures: '24 December', note: 'Ask for Sam.' }]
    const { text } = councilContacts(pack, { ...council, sendiass: { ...council.sendiass, contacts } }, today)
    expect(text).toContain('Hours given there: Mondays. Closed: 24 December. Ask for Sam.')
  })

  it('says plainly that the demonstration does not exist', () => {
    const said = contactsOf('demo')
    expect(said).toContain('This is a demonstration. Northshire does not exist')
    expect(said.slice(0, said.indexOf('IPSEA'))).not.toMatch(/\d{3}|@/)
  })

  it('names the local SENDIASS once', () => {
    expect(contactsOf('southend')).not.toContain('Your local SENDIASS')
    expect(everywhereContacts(pack, today)).toContain('Your local SENDIASS')
  })

  it('does not say a contact that nobody looked at in time', () => {
    expect(everywhereContacts(pack, day('2027-02-22'))).toContain('01325 289 350 (from: GOV.UK')
    expect(everywhereContacts(pack, day('2027-02-23'))).not.toContain('01325 289 350')
    expect(everywhereContacts(pack, day('2027-02-23'))).toContain('**The SEND Tribunal**')
  })

  it('says only what holds for every council once nobody has looked at it in time', () => {
    const said = contactsOf('southend', day('2027-05-23'))
    expect(said).not.toMatch(/KIDS|03330 062 835|kids\.org\.uk|livewell@/)
    expect(said).toContain('Use the number for the mediation adviser in your decision letter.')
    expect(said).toContain('Nobody has checked it in time, so I do not give it.')
    expect(said).toContain('IPSEA')
  })

  it('has the sources of all it says', () => {
    const council = pack.councils.get('southend')
    const { sources } = councilContacts(pack, council as NonNullable<typeof council>, today)
    expect(sources.map(({ title }) => title)).toEqual([
      'Livewell Southend page, 9 January 2023',
      'Hackney page, 21 November 2016',
      'KIDS, SEND mediation',
      'Mediation and appeals - SENDIASS Southend',
    ])
  })
})

describe('standingOfFact', () => {
  it.each([
    ['current', '2026-11-22', 'current'],
    ['current', '2027-02-22', 'current'],
    ['current', '2027-02-23', 'expired'],
    ['dated', '2026-11-22', 'dated'],
    ['dated', '2027-02-22', 'dated'],
    ['dated', '2027-02-23', 'expired'],
  ] as const)('%s on %s is %s', (standing, on, expected) => {
    expect(standingOfFact({ standing, reviewBy: day('2027-02-22') }, day(on))).toBe(expected)
  })
})

describe('organisations', () => {
  it('are marked where the sources do not say which area they serve', () => {
    expect(pack.organisations.get('rani')?.area).toBeNull()
    expect(pack.organisations.get('s0-provider')?.area).toBeNull()
    expect(pack.organisations.get('rani')?.everywhere).toBe(false)
  })

  it('do not share a number', () => {
    const numbers = [...pack.organisations.values()].flatMap(({ contacts }) => contacts.map(({ value }) => value))
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
