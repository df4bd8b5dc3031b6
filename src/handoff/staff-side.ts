// The staff's side of the service: what they may change. Another organisation's handoff is the same as none.
import type { BackInQueue, Handoff, HandoffEvent, Outcome, Refused } from '../rules/handoff/handoff-types'
import type { ChangePlan, ChangeResult } from '../store/handoff-port'
import { sealRow } from '../store/seal-record'
import { make, newId, type Actor, type Core } from './core'
import { escalating } from './escalating'
import type { Done, Staff, StaffSide, Word } from './handoffs'
import { waitEnds } from './hours-now'
import { relayKey, relayLabel } from './open-case'

type Changes = Pick<StaffSide, 'accept' | 'tell' | 'putBack' | 'end' | 'outcome' | 'contactMade'>
type Events = (handoff: Handoff, facts: { readonly staffHasLive: boolean }) => readonly HandoffEvent[] | Refused

export function staffChanges(core: Core): Changes {
  const queue = async (staff: Staff) => {
    const closesAt = await waitEnds(core, staff.organisation)
    const then = await escalating(core, staff.organisation)
    return (handoff: Handoff): BackInQueue => ({ closesAt, ...then(handoff) })
  }
  return {
    accept: async (staff, id, version) =>
      byStaff(core, staff, id, (_, { staffHasLive }) => [{ kind: 'accept', staff, version, staffHasLive }], {}),
    tell: async (staff, id, word) => tell(core, staff, id, word),
    putBack: async (staff, id) => {
      const back = await queue(staff)
      return byStaff(core, staff, id, (handoff) => [{ kind: 'put-back', staff: staff.id, ...back(handoff) }], {})
    },
    end: async (staff, id, reason) => byStaff(core, staff, id, () => [{ kind: 'end', reason, staff: staff.id }], {}),
    outcome: async (staff, id, outcome) => {
      const back = await queue(staff)
      return byStaff(core, staff, id, (handoff) => [{ kind: 'outcome', staff, outcome, ...back(handoff) }], afterCall(outcome))
    },
    contactMade: async (staff, id, on) => byStaff(core, staff, id, () => [{ kind: 'contact-made', staff: staff.id, on }], {}),
  }
}

/** Once somebody was reached, the number is not needed any more. */
function afterCall(outcome: Outcome): Pick<ChangePlan, 'shred'> {
  return outcome === 'no-answer' ? {} : { shred: ['contact'] }
}

async function byStaff(core: Core, staff: Staff, id: string, events: Events, extras: Pick<ChangePlan, 'line' | 'shred'>): Promise<Done> {
  const actor: Actor = { kind: 'staff', id: staff.id }
  const known = await ofTheirs(core, staff, id)
  if (!known) return { kind: 'refused', why: 'unknown' }
  return doneOf(staff, await make(core, id, { actor, events, extras }))
}

/** A second click of the winner is not a refusal. */
function doneOf(staff: Staff, result: ChangeResult): Done {
  if (result.kind === 'changed' || result.kind === 'repeated') return { kind: 'done', handoff: result.handoff }
  if (result.kind !== 'refused') return { kind: 'refused', why: 'unknown' }
  if (result.refused === 'taken' && result.handoff.acceptedBy?.id === staff.id) return { kind: 'done', handoff: result.handoff }
  return { kind: 'refused', why: result.refused, ...(result.by === undefined ? {} : { by: result.by }) }
}

async function tell(core: Core, staff: Staff, id: string, { source, text }: Word): Promise<Done> {
  const handoff = await ofTheirs(core, staff, id)
  const key = handoff && (await relayKey(core, handoff))
  if (!handoff) return { kind: 'refused', why: 'unknown' }
  if (!key || handoff.conversation === null) return { kind: 'refused', why: 'wrong-state' }
  const events: Events = ({ state }) =>
    state === 'accepted' ? [{ kind: 'first-word', staff: staff.id }] : [{ kind: 'word', from: 'adviser', staff: staff.id }]
  return byStaff(core, staff, id, events, {
    line: {
      sender: 'adviser',
      source: `adviser:${source}`,
      seal: (seq) => sealRow(key, relayLabel(handoff), String(seq), text),
      deliver: (seq) => ({ id: newId(), dest: 'family', kind: 'adviser-line', vars: { seq, name: staff.name } }),
    },
  })
}

/** Null for another organisation's, and for one that nobody has said yes to. */
export async function ofTheirs(core: Core, { organisation }: Staff, id: string): Promise<Handoff | null> {
  const handoff = await core.store.find(id)
  return handoff?.organisation === organisation && handoff.consentedAt !== null ? handoff : null
}
