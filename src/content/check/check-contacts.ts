// Checks on contacts: none is said that no list has, and each of a council stands in the sentence of the page that it was read on.
import { SOURCE_DOCUMENTS } from '../facts'
import type { PackFault } from '../faults'
import type { Pack } from '../pack'
import type { ContactFact, Council } from '../schema/contact'
import { faultsOfHours } from './check-hours'
import type { SaidText } from './said-texts'

const PHONE = /(?<![\d£/.-])(?:\+44 ?\d|0\d|116 ?\d)[\d ]{3,12}\d(?![\d/-])|(?<![\d£/.-])\b(?:999|111|101|85258)\b(?![\d/-])/g
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Phone numbers and e-mail addresses that no organisation, council or safeguarding contact of the pack has. */
export function unknownContacts(texts: readonly SaidText[], pack: Pack): readonly PackFault[] {
  const known = knownContacts(pack)
  return texts.flatMap(({ file, path, text }) =>
    [...(text.match(PHONE) ?? []), ...(text.match(EMAIL) ?? [])].flatMap((contact) =>
      known.has(bare(contact)) ? [] : [{ file, path, message: `${contact.trim()} stands in no list of contacts` }],
    ),
  )
}

function knownContacts({ organisations, councils, desks, safeguarding }: Pack): ReadonlySet<string> {
  const facts = [
    ...[...organisations.values(), ...desks.values()].flatMap(({ contacts }) => contacts),
    ...[...councils.values()].flatMap(({ mediation, sendiass, localOffer }) =>
      [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts),
    ),
  ]
  const crisis = Object.values(safeguarding.contacts).flatMap(({ call, email }) => [call, email])
  return new Set([...facts.map(({ value }) => value), ...crisis].flatMap((value) => (value ? [bare(value)] : [])))
}

function bare(contact: string): string {
  return contact.replaceAll(' ', '').toLowerCase()
}

/** Contacts of councils without evidence, or whose evidence does not give them; and providers and SENDIASS that no page names. */
export function unprovenContacts({ councils, organisations }: Pick<Pack, 'councils' | 'organisations'>): readonly PackFault[] {
  return [...councils.values()].flatMap((council) => {
    const fault = (path: string, message: string): PackFault => ({ file: `councils/${council.id}.yaml`, path, message })
    const facts = factsOf(council).flatMap((fact) => faultsOfFact(fact).map((message) => fault(fact.value, message)))
    const { provider, named } = council.mediation
    const name = provider === null ? undefined : organisations.get(provider)?.name
    const isNamed = restsOnDocument(council.sources) || (named !== undefined && name !== undefined && names(named, name))
    return [
      ...facts,
      ...(provider === null || council.demonstration || isNamed ? [] : [fault('mediation.provider', 'no page names it')]),
      ...(council.reviewBy === null && hasOwnWords(council)
        ? [fault('reviewBy', 'must say when its words are to be looked at again')]
        : []),
    ]
  })
}

function factsOf({ mediation, sendiass, localOffer }: Council): readonly ContactFact[] {
  return [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts)
}

function hasOwnWords({ demonstration, mediation, sendiass, localOffer, notes }: Council): boolean {
  const said = [mediation.provider, mediation.say, sendiass.name, sendiass.say, localOffer.say, ...notes]
  return !demonstration && said.some((words) => words !== null && words !== undefined)
}

function restsOnDocument(sources: readonly string[]): boolean {
  return sources.some((source) => SOURCE_DOCUMENTS.includes(source))
}

function faultsOfFact(fact: ContactFact): readonly string[] {
  const { kind, value, source, evidence } = fact
  const faults = [...faultsOfHours(fact)]
  if (kind === 'phone' && !/^0[12378]\d{8,9}$/.test(bare(value))) faults.push('is no number of a UK line')
  if (evidence === undefined) return [...faults, ...(source && restsOnDocument([source]) ? [] : ['has no evidence'])]
  return gives(kind, value, evidence) ? faults : [...faults, 'does not stand in its evidence']
}

type Evidence = NonNullable<ContactFact['evidence']>

/** Whether a page gives a contact: in the sentence, or, for an address, by being of it. */
function gives(kind: ContactFact['kind'], value: string, { url, sentence }: Evidence): boolean {
  if (kind === 'phone') return sentence.replaceAll(/\D/g, '').includes(bare(value))
  if (kind === 'web')
    return `${withoutScheme(url)}/`.startsWith(`${withoutScheme(value)}/`) || sentence.toLowerCase().includes(withoutScheme(value))
  return sentence.toLowerCase().includes(value.toLowerCase())
}

function withoutScheme(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/+$/, '')
}

/** Whether a page names an organisation: by the first word of its name that is not "the". */
function names({ url, title, sentence }: Evidence, name: string): boolean {
  const [first = ''] = name.toLowerCase().replace(/^the /, '').split(' ')
  return `${url} ${title} ${sentence}`.toLowerCase().includes(first)
}
