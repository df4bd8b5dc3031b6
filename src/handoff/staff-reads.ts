// What staff may read: the queue, a case, a reference, what was given up. Who reads what about a family is written down first.
import { escalated } from '../rules/handoff/escalation'
import { readReference } from '../rules/handoff/reference'
import { byUrgency } from '../rules/handoff/queue-order'
import { SUMMARY_FIELDS } from '../rules/handoff/summary'
import { referenceHashes } from '../store/handoff-reference'
import type { Core } from './core'
import type { Case, Found, Staff, StaffSide } from './handoffs'
import { openCase } from './open-case'
import { ofTheirs } from './staff-side'

type Reads = Pick<StaffSide, 'queueOf' | 'escalatedOf' | 'open' | 'find' | 'askedAgain' | 'askedAgainCounts' | 'deadLetters' | 'retry'>

const LOOK_UPS = 10
const MINUTE = 60_000

export function staffReads(core: Core): Reads {
  const { store, outbox } = core
  return {
    queueOf: async ({ organisation }) => [...(await store.openAt(organisation))].sort(byUrgency),
    escalatedOf: async ({ organisation }) => escalatedAt(core, organisation),
    open: async (staff, id) => openForStaff(core, staff, id),
    find: async (staff, typed) => find(core, staff, typed),
    askedAgain: async (staff, id, fields) => {
      const handoff = await ofTheirs(core, staff, id)
      const known = fields.filter((field) => (SUMMARY_FIELDS as readonly string[]).includes(field))
      if (handoff) await store.askedAgain(handoff, known)
      return handoff !== null
    },
    askedAgainCounts: async ({ organisation }) => store.askedAgainCounts(organisation),
    deadLetters: async ({ organisation }) =>
      (await outbox.deadAt(organisation))
        .filter(({ kind }) => kind !== 'adviser-line')
        .map(({ dest, createdAt, ...dead }) => ({ ...dead, receiver: dest.replace(/:.*/, ''), at: createdAt })),
    retry: async ({ organisation }, id) => {
      const isRevived = await outbox.revive(id, organisation, core.now())
      if (isRevived) core.kick()
      return isRevived
    },
  }
}

async function escalatedAt({ store }: Core, organisation: string): Promise<ReadonlyMap<string, 'again' | 'lead'>> {
  const waiting = (await store.openAt(organisation)).filter(({ state, attempt }) => state === 'queued' && attempt > 1)
  const found = new Map<string, 'again' | 'lead'>()
  for (const { id } of waiting) {
    const { to } = escalated(await store.events(id))
    if (to !== 'no') found.set(id, to)
  }
  return found
}

async function openForStaff(core: Core, staff: Staff, id: string): Promise<Case | null> {
  const handoff = await ofTheirs(core, staff, id)
  if (!handoff) return null
  await core.store.audit({ staff: staff.id, handoff: id, what: 'open', at: core.now() })
  return openCase(core, handoff)
}

/** Each look-up is counted before it is made, those beyond the limit too: who goes on looking up stays shut out, and operators are told. */
async function find(core: Core, staff: Staff, typed: string): Promise<Found> {
  const read = readReference(typed)
  if (read.kind !== 'digits') return read
  const now = core.now()
  await core.store.audit({ staff: staff.id, handoff: null, what: 'find', at: now })
  if ((await core.store.auditCount(staff.id, 'find', now - MINUTE)) > LOOK_UPS) {
    core.onLookUpRefused(staff)
    return { kind: 'too-many' }
  }
  const id = await core.store.byReference(staff.organisation, referenceHashes(core.ring, staff.organisation, read.digits), now)
  if (id === null) return { kind: 'none' }
  await core.store.audit({ staff: staff.id, handoff: id, what: 'found', at: now })
  return { kind: 'found', id }
}
