// What a family may ask of staff: everything that is held of its case, and that it is deleted. Another organisation's case is the same as none.
import type { Handoff } from '../rules/handoff/handoff-types'
import { make, type Core } from './core'
import { EVERYTHING } from './family-side'
import type { Held, Rights, Staff } from './handoffs'
import { openCase } from './open-case'
import { ofTheirs } from './staff-side'

export function rights(core: Core): Rights {
  return {
    copyOf: async (staff, id) => copyOf(core, staff, id),
    erase: async (staff, id) => erase(core, staff, id),
  }
}

async function copyOf(core: Core, staff: Staff, id: string): Promise<Held | null> {
  const handoff = await ofTheirs(core, staff, id)
  if (!handoff) return null
  const at = core.now()
  for (const what of ['open', 'copy']) await core.store.audit({ staff: staff.id, handoff: id, what, at })
  const events = (await core.store.events(id)).map(({ kind, actorKind, at: when }) => ({ kind, actorKind, at: when }))
  return { ...(await openCase(core, handoff)), events, at }
}

async function erase(core: Core, staff: Staff, id: string): Promise<boolean> {
  const handoff: Handoff | null = await ofTheirs(core, staff, id)
  if (!handoff) return false
  const result = await make(core, id, {
    actor: { kind: 'staff', id: staff.id },
    events: () => [{ kind: 'erase' }],
    extras: { shred: EVERYTHING, silence: 'family' },
  })
  if (result.kind === 'changed') await core.scrub()
  await core.store.audit({ staff: staff.id, handoff: id, what: 'erase', at: core.now() })
  return result.kind === 'changed' || (result.kind === 'refused' && result.handoff.endReason === 'erased')
}
