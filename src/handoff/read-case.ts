// GET /api/handoffs/{id}: a receiver fetches a case of its own organisation with its own credential; each time is written down.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Summary } from '../rules/handoff/summary'
import type { Core } from './core'
import { openCase } from './open-case'
import type { Receivers } from './receivers'

export type ReadCase =
  | { readonly kind: 'case'; readonly summary: Summary }
  /** No such credential. */
  | { readonly kind: 'not-authenticated' }
  /** No such handoff for this credential, not shared, or deleted: all the same. */
  | { readonly kind: 'unknown' }

/** The summary, send-handoff/1, with the contact value as long as it is kept. `credential` as it stands behind `Bearer `. @throws SealBroken */
export async function readCase(core: Core, receivers: Receivers, credential: string, id: string): Promise<ReadCase> {
  const organisation = organisationOf(receivers, credential)
  if (organisation === null) return { kind: 'not-authenticated' }
  const handoff = await core.store.find(id)
  if (handoff?.organisation !== organisation || handoff.consentedAt === null) return { kind: 'unknown' }
  await core.store.audit({ staff: `receiver:${organisation}`, handoff: id, what: 'open', at: core.now() })
  const { summary, contact } = await openCase(core, handoff)
  return summary ? { kind: 'case', summary: { ...summary, contactValue: contact } } : { kind: 'unknown' }
}

/** All are compared, so that the time does not tell which. */
export function organisationOf(receivers: Receivers, credential: string): string | null {
  const given = createHash('sha256').update(credential, 'utf8').digest()
  let found: string | null = null
  for (const [organisation, { credentials }] of receivers) {
    for (const hash of credentials) if (timingSafeEqual(given, Buffer.from(hash, 'hex'))) found = organisation
  }
  return found
}
