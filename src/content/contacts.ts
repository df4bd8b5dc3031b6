// Whom to ask, in words: every contact with where it was read and how old it is, an old one never as if it were current, one past its review not at all.
import { inWords, type CalendarDate } from '../rules/calendar-date'
import type { Pack } from './pack'
import type { ContactFact, Council, Organisation } from './schema/contact'
import { sourceLines, words, type SourceLine } from './wording'

/** The entry that stands for whichever SENDIASS is local; a council has its own. */
const LOCAL_SENDIASS = 'sendiass'

/** `current` may be used; `dated` is said with its age; `expired` was not looked at in time and is not said. */
export type FactStanding = 'current' | 'dated' | 'expired'

/** How a contact stands on a day. */
export function standingOfFact({ standing, reviewBy }: Pick<ContactFact, 'standing' | 'reviewBy'>, today: CalendarDate): FactStanding {
  return today > reviewBy ? 'expired' : standing
}

export interface Contacts {
  /** Markdown. */
  readonly text: string
  readonly sources: readonly SourceLine[]
}

/** The people for a council: mediation, SENDIASS and Local Offer, then what works everywhere. Past its review, only what holds for every council is said of it. */
export function councilContacts(pack: Pack, council: Council, today: CalendarDate): Contacts {
  const { mediation, sendiass, localOffer, notes } = inTime(council, today)
  const provider = mediation.provider === null ? undefined : pack.organisations.get(mediation.provider)
  const parts = [
    part(
      pack,
      provider?.name ?? phrase(pack, 'contact.heading-mediation'),
      mediation.say ?? phrase(pack, `contact.say-${provider ? 'provider' : 'mediation'}`),
      mediation,
    ),
    part(pack, sendiass.name ?? phrase(pack, 'contact.heading-sendiass'), sayOf(pack, 'contact.say-sendiass', sendiass), sendiass),
    part(pack, phrase(pack, 'contact.heading-local-offer'), sayOf(pack, 'contact.say-local-offer', localOffer), localOffer),
    ...notes,
    everywhereContacts(pack, today, [LOCAL_SENDIASS]),
  ]
  const facts = [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts)
  return { text: parts.join('\n\n'), sources: [...sourceLines(pack, [...council.sources, ...keysOf(facts)]), ...pagesOf(facts)] }
}

interface Part {
  readonly say?: string | undefined
  readonly contacts: readonly ContactFact[]
  /** Whether there were contacts that nobody looked at in time. */
  readonly hasLapsed: boolean
}

/** What may be said of a council on a day. */
function inTime({ mediation, sendiass, localOffer, notes, reviewBy }: Council, today: CalendarDate) {
  const wordsStand = reviewBy === null || today <= reviewBy
  const left = ({ say, contacts }: { readonly say?: string | undefined; readonly contacts: readonly ContactFact[] }): Part => {
    const inTime = contacts.filter((fact) => standingOfFact(fact, today) !== 'expired')
    return { say: wordsStand ? say : undefined, contacts: inTime, hasLapsed: inTime.length === 0 && contacts.length > 0 }
  }
  return {
    mediation: { ...left(mediation), provider: wordsStand ? mediation.provider : null },
    sendiass: { ...left(sendiass), name: wordsStand ? sendiass.name : null },
    localOffer: left(localOffer),
    notes: wordsStand ? notes : [],
  }
}

/** Whom anyone in England may ask: the organisations that give advice, the Tribunal and the ombudsman. */
export function everywhereContacts(pack: Pack, today: CalendarDate, except: readonly string[] = []): string {
  const open = [...pack.organisations].filter(([id, { everywhere }]) => everywhere && !except.includes(id))
  return open.map(([, organisation]) => line(pack, organisation, today)).join('\n')
}

/** A part's own words, or a message: how to find it, or what it is where there is a way to reach it. */
function sayOf(pack: Pack, id: string, { say, contacts }: Part): string {
  return say ?? phrase(pack, contacts.length > 0 ? `${id}-found` : id)
}

function part(pack: Pack, title: string, say: string, { contacts, hasLapsed }: Part): string {
  const ways = contacts.map((fact) => `- ${factInWords(pack, fact)}`).join('\n')
  return [`**${title}**`, say, ways, hasLapsed ? phrase(pack, 'contact.lapsed') : ''].filter((text) => text !== '').join('\n\n')
}

function line(pack: Pack, { name, what, contacts }: Organisation, today: CalendarDate): string {
  const inTime = contacts.filter((fact) => standingOfFact(fact, today) !== 'expired')
  const ways = inTime.map((fact) => factInWords(pack, fact)).join('; ')
  return `- **${name}**: ${what}${ways === '' ? '' : ` ${ways}`}`
}

function factInWords(pack: Pack, fact: ContactFact): string {
  const values: Readonly<Record<string, string>> = {
    value: fact.value,
    source: titleOf(pack, fact),
    checked: inWords(fact.checkedOn),
    age: fact.sourceDate === null ? '' : inWords(fact.sourceDate),
  }
  const said = phrase(pack, messageFor(fact), values)
  const { hours, closures, note } = fact
  const times = [
    hours === undefined ? '' : phrase(pack, 'contact.hours', { hours }),
    closures === undefined ? '' : phrase(pack, 'contact.closures', { closures }),
  ]
  return [said, ...times, note ?? ''].filter((text) => text !== '').join('. ')
}

function messageFor({ standing, sourceDate }: ContactFact): string {
  if (standing === 'current') return 'contact.fact-current'
  return sourceDate === null ? 'contact.fact-undated' : 'contact.fact-dated'
}

function titleOf(pack: Pack, { source, evidence }: ContactFact): string {
  return (source === undefined ? undefined : pack.sources.get(source)?.title) ?? evidence?.title ?? ''
}

function keysOf(facts: readonly ContactFact[]): readonly string[] {
  return facts.flatMap(({ source }) => source ?? [])
}

/** The public pages that contacts, and who runs the service, were read on, each once. */
function pagesOf(facts: readonly ContactFact[]): readonly SourceLine[] {
  const pages = facts.flatMap(({ source, evidence, checkedOn }) => (evidence && source === undefined ? [{ ...evidence, checkedOn }] : []))
  return [
    ...new Map(pages.map(({ title, url, checkedOn }) => [url, { title, url: url.startsWith('https:') ? url : null, checkedOn }])).values(),
  ]
}

function phrase(pack: Pack, id: string, vars: Readonly<Record<string, string>> = {}): string {
  return words(pack, id, { voice: 'parent', vars }).text.trim()
}
