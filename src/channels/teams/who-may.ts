// Whether somebody in Teams may act for an organisation. Whatever cannot be shown is refused.
import { createHash } from 'node:crypto'
import type { TurnContext } from 'botbuilder-core'
import type { Staff } from '../../handoff/handoffs'
import type { TeamsBinding, TeamsStaff, TeamsStore } from '../../store/teams-port'
import type { Bindings } from './bindings'
import type { Member, Roster } from './roster'
import { whereOf } from './where'

export type RefusedWho = 'not-linked' | 'not-member' | 'guest' | 'cannot-check' | 'renamed'
export type Who =
  | { readonly kind: 'staff'; readonly staff: Staff; readonly binding: TeamsBinding; readonly person: string }
  | { readonly kind: 'refused'; readonly why: RefusedWho }

export interface WhoMayParts {
  readonly store: TeamsStore
  readonly bindings: Bindings
  readonly roster: Roster
  /** What families are told of somebody with this first name. */
  readonly staffName: (given: string) => string
}

/**
 * The token was checked when the activity came in. Here: its tenant is the bound one; the sender is known to Entra, is no guest and belongs to
 * the bound team. Which handoffs are theirs the service decides by the organisation of the binding.
 */
export async function whoMay(parts: WhoMayParts, context: TurnContext): Promise<Who> {
  const { tenant, person } = whereOf(context.activity)
  const binding = await bindingFor(parts, context)
  if (!binding) return refuse('not-linked')
  if (person === null || tenant !== binding.tenant) return refuse('not-member')
  const membership = await parts.roster.memberOf(context, binding.team)
  if (membership.kind === 'cannot-check') return refuse('cannot-check')
  if (membership.kind !== 'member' || membership.member.person !== person) {
    await parts.store.forgetStaff(binding.tenant, person)
    return refuse('not-member')
  }
  const { member } = membership
  if (member.isGuest || (member.tenant !== null && member.tenant !== binding.tenant)) return refuse('guest')
  const record = await recordOf(parts, binding, member)
  if (record.organisation !== binding.organisation) return refuse('not-member')
  if (!Buffer.from(record.nameCheck).equals(nameCheck(member))) return refuse('renamed')
  const staff = { id: `entra:${binding.tenant}:${person}`, name: record.name, organisation: binding.organisation }
  return { kind: 'staff', staff, binding, person }
}

/** Of the channel it was said in; in a chat of their own, of the organisation whose channel they have used. */
async function bindingFor({ store, bindings }: WhoMayParts, { activity }: TurnContext): Promise<TeamsBinding | null> {
  const { isInTeam, tenant, team, channel, person } = whereOf(activity)
  if (tenant === null) return null
  if (isInTeam) {
    const binding = channel === null ? null : bindings.inChannel(tenant, channel)
    return binding?.team === team ? binding : null
  }
  const record = person === null ? null : await store.staff(tenant, person)
  return record && bindings.of(record.organisation)
}

/** Whether this is somebody's own chat who has used the bot in a bound channel: then it is the bot for staff that answers. */
export async function isKnownStaff({ store, bindings }: Pick<WhoMayParts, 'store' | 'bindings'>, context: TurnContext): Promise<boolean> {
  const { tenant, person } = whereOf(context.activity)
  const record = tenant === null || person === null ? null : await store.staff(tenant, person)
  return record !== null && bindings.of(record.organisation) !== null
}

/** Made from what Teams knows of them, never from what the message says they are called. */
async function recordOf({ store, staffName }: WhoMayParts, binding: TeamsBinding, member: Member): Promise<TeamsStaff> {
  const given = /^[\p{L}\p{M}'’-]{1,30}/u.exec(member.givenName.trim())?.[0] ?? ''
  const { tenant, organisation } = binding
  const name = staffName(given)
  return store.addStaff({ tenant, person: member.person, organisation, name, nameCheck: nameCheck(member), onDutyUntil: null })
}

function nameCheck({ person, name }: Member): Buffer {
  return createHash('sha256').update(`${person}|${name}`, 'utf8').digest()
}

function refuse(why: RefusedWho): Who {
  return { kind: 'refused', why }
}
