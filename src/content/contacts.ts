// Whom to ask, in words: every contact with where it was read and how old it is, an old one never as if it were current.
import { inWords, type CalendarDate } from '../rules/calendar-date'
import type { Pack } from './pack'
import type { ContactFact, Council, Organisation } from './schema/contact'
import { sourceLines, words, type SourceLine } from './wording'

/** The entry that stands for whichever SENDIASS is local; a council has its own. */
const LOCAL_SENDIASS = 'sendiass'

/** `current` may be used; `dated` is said with its age; `expired` was not looked at in time and is said with the day it was checked. */
export type FactStanding = 'current' | 'dated' | 'expired'

/** How a contact stands on a day. */
export function standingOfFact({ standing, reviewBy }: Pick<ContactFact, 'standing' | 'reviewBy'>, today: CalendarDate): FactStanding {
  if (standing === 'dated') return 'dated'
  return today > reviewBy ? 'expired' : 'current'
}

export interface Contacts {
  /** Markdown. */
  readonly text: string
  readonly sources: readonly SourceLine[]
}

/** The people for a council: mediation, SENDIASS and Local Offer, then what works everywhere. */
export function councilContacts(pack: Pack, council: Council, today: CalendarDate): Contacts {
  const { mediation, sendiass, localOffer, notes } = council
  const provider = mediation.provider === null ? undefined : pack.organisations.get(mediation.provider)
  const parts = [
    part(pack, provider?.name ?? phrase(pack, 'contact.heading-mediation'), mediation.say, mediation.contacts, today),
    part(pack, sendiass.name, sendiass.say, sendiass.contacts, today),
    part(pack, phrase(pack, 'contact.heading-local-offer'), localOffer.say, localOffer.contacts, today),
    ...notes,
    everywhereContacts(pack, today, [LOCAL_SENDIASS]),
  ]
  const keys = [...council.sources, ...[mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts.map(({ source }) => source))]
  return { text: parts.join('\n\n'), sources: sourceLines(pack, keys) }
}

/** Whom anyone in England may ask: the organisations that give advice, the Tribunal and the ombudsman. */
export function everywhereContacts(pack: Pack, today: CalendarDate = pack.lawReadOn, except: readonly string[] = []): string {
  const open = [...pack.organisations].filter(([id, { everywhere }]) => everywhere && !except.includes(id))
  return open.map(([, organisation]) => line(pack, organisation, today)).join('\n')
}

function part(pack: Pack, title: string, say: string, contacts: readonly ContactFact[], today: CalendarDate): string {
  return [`**${title}**`, say, contacts.map((fact) => `- ${factInWords(pack, fact, today)}`).join('\n')]
    .filter((text) => text !== '')
    .join('\n\n')
}

function line(pack: Pack, { name, what, contacts }: Organisation, today: CalendarDate): string {
  const ways = contacts.map((fact) => factInWords(pack, fact, today)).join('; ')
  return `- **${name}**: ${what}${ways === '' ? '' : ` ${ways}`}`
}

function factInWords(pack: Pack, fact: ContactFact, today: CalendarDate): string {
  const values: Readonly<Record<string, string>> = {
    value: fact.value,
    source: pack.sources.get(fact.source)?.title ?? fact.source,
    checked: inWords(fact.checkedOn),
    age: fact.sourceDate === null ? '' : inWords(fact.sourceDate),
  }
  const said = phrase(pack, messageFor(fact, today), values)
  return fact.note === undefined ? said : `${said}. ${fact.note}`
}

function messageFor(fact: ContactFact, today: CalendarDate): string {
  const standing = standingOfFact(fact, today)
  if (standing !== 'dated') return `contact.fact-${standing}`
  return fact.sourceDate === null ? 'contact.fact-undated' : 'contact.fact-dated'
}

function phrase(pack: Pack, id: string, vars: Readonly<Record<string, string>> = {}): string {
  return words(pack, id, { voice: 'parent', vars }).text
}
