// Statements and rows of the keys of records, the same for every database.
import type { KeptKey, KeptReference } from './keys-port'

type Row = Readonly<Record<string, unknown>>

export const WRAPPED = 'SELECT kid, COUNT(*) AS n FROM handoff_secrets GROUP BY kid ORDER BY kid'
export const UNDER_OTHERS = `SELECT s.handoff, h.organisation, s.purpose, s.kid, s.wrapped_key FROM handoff_secrets s JOIN handoffs h ON h.id = s.handoff
  WHERE s.kid <> ? AND (s.handoff, s.purpose) > (?, ?) ORDER BY s.handoff, s.purpose LIMIT ?`
export const REWRAP =
  'UPDATE handoff_secrets SET kid = ?, wrapped_key = ? WHERE handoff = ? AND purpose = ? AND kid = ? AND wrapped_key = ?'
export const REFERENCES = 'SELECT hash, organisation, handoff FROM handoff_references WHERE hash > ? ORDER BY hash LIMIT ?'
export const REHASH = `UPDATE handoff_references SET hash = ? WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM handoff_references o WHERE o.hash = ?)`

export function countsOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map((row) => [String(row['kid']), Number(row['n'])]))
}

export function keyOf(row: Row): KeptKey {
  return {
    handoff: String(row['handoff']),
    organisation: String(row['organisation']),
    purpose: String(row['purpose']) as KeptKey['purpose'],
    kid: String(row['kid']),
    wrappedKey: row['wrapped_key'] as Uint8Array,
  }
}

export function keptReferenceOf(row: Row): KeptReference {
  return { hash: row['hash'] as Uint8Array, organisation: String(row['organisation']), handoff: String(row['handoff']) }
}
