// Whom to ask, in words: every contact with where it was read and how old it is, an old one never as if it were current.
import { inWords, type CalendarDate } from '../rules/calendar-date'
import type { Pack } from './pack'
import { fillPlaceholders } from './placeholders'
import type { ContactFact, Council, Organisation } from './schema/contact'
import { sourceLines, words, type SourceLine } from './wording'

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
    everywhereContacts(pack, today),
  ]
  const keys = [...council.sources, ...[mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts.map(({ source }) => source))]
  return { text: parts.join('\n\n'), sources: sourceLines(pack, keys) }
}

/** Whom anyone in England may ask: the organisations that give advice, the Tribunal and the ombudsman. */
export function everywhereContacts(pack: Pack, today: CalendarDate = pack.lawReadOn): string {
  const open = [...pack.organisations.values()].filter(({ everywhere }) => everywhere)
  return open.map((organisation) => line(pack, organisation, today)).join('\n')
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
  const standing = standingOfFact(fact, today)
  const source = pack.sources.get(fact.source)?.title ?? fact.source
  const values = {
    value: fact.value,
    source,
    checked: inWords(fact.checkedOn),
    age: fact.sourceDate === null ? '' : inWords(fact.sourceDate),
  }
  const id =
    standing === 'dated' && fact.sourceDate !== null
      ? 'contact.fact-dated'
      : standing === 'expired'
        ? 'contact.fact-expired'
        : 'contact.fact-current'
  const wanted = pack.messages.get(id)?.vars ?? []
  const message = pack.messages.get(id)
  const said = message
    ? fillPlaceholders(message.text, Object.fromEntries(Object.entries(values).filter(([name]) => wanted.includes(name))))
    : fact.value
  return fact.note === undefined ? said : `${said} ${fact.note}`
}

function phrase(pack: Pack, id: string): string {
  return words(pack, id, { voice: 'parent' }).text
}
