// Contacts of councils: each stands in the sentence of the page that it was read on; a number without one is refused.
import { unprovenContacts } from '../../../src/content/check/check-contacts'
import { inOneLine } from '../../../src/content/faults'
import { loadPack } from '../../../src/content/load'
import type { Pack } from '../../../src/content/pack'
import type { ContactFact, Council } from '../../../src/content/schema/contact'
import { contentDir } from '../../../src/project-root'
import { day } from '../../holidays'

const pack = loadPack(contentDir)
const real = [...pack.councils.values()].filter(({ code }) => code !== null)

const page = { url: 'https://www.northshire.gov.uk/send/mediation', title: 'Mediation', sentence: 'Ring Kids Mediation on 0161 496 0000.' }
const dates = { sourceDate: null, checkedOn: day('2026-11-22'), reviewBy: day('2027-02-22'), standing: 'dated' as const }
const phone: ContactFact = { kind: 'phone', value: '0161 496 0000', evidence: page, ...dates }

const open: ContactFact = {
  ...phone,
  evidence: { ...page, sentence: 'Ring 0161 496 0000 Mon - Fri 08:30 to 3:00pm, not on 24 December.' },
}

function faultsOf(changes: Partial<Council>): readonly string[] {
  const base = pack.councils.get('slough') as Council
  const made: Council = { ...base, id: 'made', reviewBy: day('2027-02-22'), mediation: { provider: null, contacts: [] }, ...changes }
  return unprovenContacts({ ...pack, councils: new Map([['made', made]]) } as Pack).map(inOneLine)
}

describe('the councils of the pack', () => {
  it('are all 153 of England, each with a code of its own', () => {
    expect(real).toHaveLength(153)
    expect(new Set(real.map(({ code }) => code)).size).toBe(153)
    const kinds = ['E06', 'E08', 'E09', 'E10'].map((kind) => real.filter(({ code }) => code?.startsWith(kind)).length)
    expect(kinds).toEqual([63, 36, 33, 21])
  })

  it('give no contact that its evidence does not give', () => {
    expect(unprovenContacts(pack).map(inOneLine)).toEqual([])
    for (const { mediation, sendiass } of real)
      for (const { kind, value, evidence } of [...mediation.contacts, ...sendiass.contacts])
        if (kind === 'phone' && evidence) expect(evidence.sentence.replaceAll(/\D/g, '')).toContain(value.replaceAll(' ', ''))
  })

  it('name a provider and a SENDIASS that can be reached for at least 60', () => {
    const both = real.filter(({ mediation, sendiass }) => mediation.provider !== null && sendiass.contacts.length > 0)
    expect(both.length).toBeGreaterThanOrEqual(60)
  })

  it('say of undated pages that they are', () => {
    for (const { mediation, sendiass, localOffer } of real)
      for (const { evidence, sourceDate, standing } of [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts))
        if (evidence && sourceDate === null) expect(standing).toBe('dated')
  })
})

describe('a council with faults', () => {
  it.each<[string, Partial<Council>, string[]]>([
    ['a number with its sentence', { mediation: { provider: null, contacts: [phone] } }, []],
    [
      'a number of another line',
      { mediation: { provider: null, contacts: [{ ...phone, value: '0161 496 0001' }] } },
      ['councils/made.yaml: 0161 496 0001: does not stand in its evidence'],
    ],
    [
      'no number of this country',
      { mediation: { provider: null, contacts: [{ ...phone, value: '161 496 0000' }] } },
      ['councils/made.yaml: 161 496 0000: is no number of a UK line'],
    ],
    [
      'a number from memory',
      { mediation: { provider: null, contacts: [{ ...phone, evidence: undefined, source: 'KIDS' }] } },
      ['councils/made.yaml: 0161 496 0000: has no evidence'],
    ],
    ['a number of a source document', { mediation: { provider: null, contacts: [{ ...phone, evidence: undefined, source: 'S1' }] } }, []],
    ['a provider that its page names', { mediation: { provider: 'kids', named: page, contacts: [] } }, []],
    [
      'a provider that another page names',
      { mediation: { provider: 'collis', named: page, contacts: [] } },
      ['councils/made.yaml: mediation.provider: no page names it'],
    ],
    [
      'a provider from memory',
      { mediation: { provider: 'kids', contacts: [] } },
      ['councils/made.yaml: mediation.provider: no page names it'],
    ],
    [
      'words without a day of review',
      { reviewBy: null, notes: ['It is so.'] },
      ['councils/made.yaml: reviewBy: must say when its words are to be looked at again'],
    ],
    [
      'hours that its sentence gives, in another spelling',
      { mediation: { provider: null, contacts: [{ ...open, hours: 'Monday to Friday, 8.30am to 3pm', closures: '24 December' }] } },
      [],
    ],
    [
      'hours and closures that its sentence does not give',
      { mediation: { provider: null, contacts: [{ ...open, hours: 'Saturday, 8.30am to 4pm', closures: '25 December' }] } },
      [
        'councils/made.yaml: 0161 496 0000: hours: "16:00" does not stand in its evidence',
        'councils/made.yaml: 0161 496 0000: hours: "saturday" does not stand in its evidence',
        'councils/made.yaml: 0161 496 0000: closures: "25" does not stand in its evidence',
      ],
    ],
    [
      'hours without a sentence',
      { mediation: { provider: null, contacts: [{ ...phone, evidence: undefined, source: 'S1', hours: 'Mondays' }] } },
      ['councils/made.yaml: 0161 496 0000: hours: "monday" does not stand in its evidence'],
    ],
    [
      'hours of no day',
      { mediation: { provider: null, contacts: [{ ...open, hours: 'Whenever you like' }] } },
      ['councils/made.yaml: 0161 496 0000: hours: name no day and no time'],
    ],
    [
      'an address of the page',
      { localOffer: { contacts: [{ kind: 'web', value: 'https://www.northshire.gov.uk/send', evidence: page, ...dates }] } },
      [],
    ],
    [
      'an address of another page',
      { localOffer: { contacts: [{ kind: 'web', value: 'https://www.southshire.gov.uk', evidence: page, ...dates }] } },
      ['councils/made.yaml: https://www.southshire.gov.uk: does not stand in its evidence'],
    ],
    [
      'an e-mail of another page',
      { sendiass: { name: 'It', contacts: [{ kind: 'email', value: 'a@b.example', evidence: page, ...dates }] } },
      ['councils/made.yaml: a@b.example: does not stand in its evidence'],
    ],
  ])('%s', (_what, changes, faults) => {
    expect(faultsOf({ sendiass: { name: null, contacts: [] }, localOffer: { contacts: [] }, notes: [], ...changes })).toEqual(faults)
  })
})
