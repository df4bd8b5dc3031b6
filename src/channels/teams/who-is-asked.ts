// Who is named on a card that nobody took: whoever is on duty, then the lead. Whoever is away is passed over while anybody is not.
import type { Escalated } from '../../rules/handoff/escalation'
import type { TeamsBinding, TeamsStore } from '../../store/teams-port'

export interface Lead {
  readonly organisation: string
  /** Entra's object id. */
  readonly person: string
}

/** Somebody whom Teams notifies, with the name that stands on the card. */
export interface Asked {
  readonly person: string
  readonly name: string
}

export interface WhoIsAskedParts {
  readonly store: Pick<TeamsStore, 'onDuty' | 'staff'>
  /** Of all organisations, each one's lead before its deputies. */
  readonly leads: readonly Lead[]
  /** What stands there for a lead whose name is not known yet. */
  readonly unknown: string
  readonly now: () => number
}

const AT_ONCE = 10

/** The first lead on duty; all of them where none is. */
export async function whoIsAsked(parts: WhoIsAskedParts, binding: TeamsBinding, escalated: Escalated): Promise<readonly Asked[]> {
  const { store, leads, unknown, now } = parts
  if (escalated === 'no') return []
  const there = await store.onDuty(binding.organisation, now())
  if (escalated === 'again') return there.slice(0, AT_ONCE).map(({ person, name }) => ({ person, name: firstName(name) }))
  const theirs = leads.filter(({ organisation }) => organisation === binding.organisation)
  const first = theirs.find((lead) => there.some(({ person }) => person === lead.person))
  return Promise.all(
    (first ? [first] : theirs.slice(0, AT_ONCE)).map(async ({ person }) => {
      const record = await store.staff(binding.tenant, person)
      return { person, name: record?.organisation === binding.organisation ? firstName(record.name) : unknown }
    }),
  )
}

function firstName(name: string): string {
  return name.replace(/,.*/s, '')
}
