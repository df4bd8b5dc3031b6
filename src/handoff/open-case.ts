// A handoff with everything that is sealed of it, as far as it is still there.
import { z } from 'zod'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Summary } from '../rules/handoff/summary'
import type { Purpose } from '../store/handoff-port'
import { openRecord, openRecordKey, openRow } from '../store/seal-record'
import { LINE_GIVEN_UP } from './back-off'
import type { Core } from './core'
import type { Case, RelayLine } from './handoffs'
import { summarySchema } from './summary-schema'

const keptSummary = z.strictObject({ summary: summarySchema, shown: z.string() })

/** What is sealed as 'summary': the fields, and the very text that was shown. */
export function writeSummary(summary: Summary, shown: string): string {
  return JSON.stringify(keptSummary.parse({ summary, shown }))
}

/** What `writeSummary` wrote. */
export function readKeptSummary(text: string): { readonly summary: Summary; readonly shown: string } {
  return keptSummary.parse(JSON.parse(text))
}

/** @throws SealBroken */
export async function openCase(core: Core, handoff: Handoff): Promise<Case> {
  const kept = await openSummary(core, handoff)
  return {
    handoff,
    summary: kept?.summary ?? null,
    shown: kept?.shown ?? null,
    reference: kept?.summary.reference ?? null,
    contact: await openSecret(core, handoff, 'contact'),
    relay: await openLines(core, handoff),
  }
}

export async function openSummary(core: Core, handoff: Handoff): Promise<{ readonly summary: Summary; readonly shown: string } | null> {
  const text = await openSecret(core, handoff, 'summary')
  return text === null ? null : readKeptSummary(text)
}

/** Null when it is not there (any more). @throws SealBroken */
export async function openSecret({ store, ring }: Core, handoff: Handoff, purpose: Exclude<Purpose, 'relay'>): Promise<string | null> {
  const secret = await store.secret(handoff.id, purpose)
  return secret && openRecord(ring, { organisation: handoff.organisation, handoff: handoff.id, purpose }, secret)
}

/** The key of the lines of this chat; null when they are gone. @throws SealBroken */
export async function relayKey({ store, ring }: Core, handoff: Handoff): Promise<Uint8Array | null> {
  const secret = await store.secret(handoff.id, 'relay')
  return secret && openRecordKey(ring, relayLabel(handoff), secret)
}

export function relayLabel({ organisation, id }: Handoff): { organisation: string; handoff: string; purpose: 'relay' } {
  return { organisation, handoff: id, purpose: 'relay' }
}

async function openLines(core: Core, handoff: Handoff): Promise<readonly RelayLine[]> {
  const key = await relayKey(core, handoff)
  if (key === null) return []
  const lines = await core.store.lines(handoff.id)
  const tooLate = core.now() - LINE_GIVEN_UP
  return lines.map(({ sealed, delivery, ...line }) => ({
    ...line,
    delivery: delivery === 'waiting' && line.at < tooLate ? 'not-delivered' : delivery,
    text: openRow(key, relayLabel(handoff), String(line.seq), sealed),
  }))
}
