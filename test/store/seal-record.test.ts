// A sealed record opens at its own place with a key that is on the ring, and not otherwise; rotating keys leaves it as it is.
import fc from 'fast-check'
import { hashReference, recallReference, referenceFor, referenceHashes } from '../../src/store/handoff-reference'
import { parseKeys } from '../../src/store/key-ring'
import {
  newRecordKey,
  openRecord,
  openRecordKey,
  openRow,
  rewrap,
  sealRecord,
  sealRow,
  type RecordLabel,
} from '../../src/store/seal-record'
import { SealBroken } from '../../src/store/sealed-bytes'
import { hasCheckDigit } from '../../src/rules/handoff/reference'

const [one, two] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'))
const before = parseKeys(`k1:${one ?? ''}`)
const rotating = parseKeys(`k2:${two ?? ''},k1:${one ?? ''}`)
const after = parseKeys(`k2:${two ?? ''}`)
const label: RecordLabel = { organisation: 'demo-sendiass', handoff: 'h1', purpose: 'summary' }

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      expect(openRecord(before, label, sealRecord(before, label, text))).toBe(text)
    }),
  )
})

test('nothing sealed is readable, and no two are the same', () => {
  const [a, b] = [sealRecord(before, label, 'marked words'), sealRecord(before, label, 'marked words')]
  expect(Buffer.from(a.sealed).includes('marked')).toBe(false)
  expect(Buffer.from(a.sealed).equals(b.sealed)).toBe(false)
  expect(Buffer.from(a.wrappedKey).equals(b.wrappedKey)).toBe(false)
})

test.each<[string, RecordLabel]>([
  ['another organisation', { ...label, organisation: 'demo-mediation' }],
  ['another handoff', { ...label, handoff: 'h2' }],
  ['another purpose', { ...label, purpose: 'contact' }],
  ['parts that run together the same', { ...label, organisation: 'demo-sendiassh', handoff: '1' }],
])('it does not open for %s', (_what, other) => {
  const record = sealRecord(before, label, 'x')
  expect(() => openRecord(before, other, record)).toThrow(SealBroken)
  expect(() => rewrap(rotating, other, record)).toThrow(SealBroken)
  const theirs = sealRecord(before, other, 'y')
  expect(() => openRecord(before, label, { ...record, sealed: theirs.sealed })).toThrow(SealBroken)
  expect(() => openRecord(before, label, { ...record, wrappedKey: theirs.wrappedKey })).toThrow(SealBroken)
})

test('one flipped bit anywhere and it does not open', () => {
  const record = sealRecord(before, label, 'some words')
  for (const part of ['sealed', 'wrappedKey'] as const) {
    for (let bit = 0; bit < record[part].length * 8; bit += 1) {
      const changed = Uint8Array.from(record[part])
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => openRecord(before, label, { ...record, [part]: changed })).toThrow(SealBroken)
    }
  }
})

test('rotation wraps the key again, leaves the record as it is, and an older key may then be retired', () => {
  const record = sealRecord(before, label, 'kept')
  expect(openRecord(rotating, label, record)).toBe('kept')
  expect(() => openRecord(after, label, record)).toThrow(SealBroken)
  const rewrapped = { ...record, ...rewrap(rotating, label, record) }
  expect(rewrapped.kid).toBe('k2')
  expect(rewrapped.sealed).toBe(record.sealed)
  expect(openRecord(after, label, rewrapped)).toBe('kept')
  expect(() => openRecord(before, label, rewrapped)).toThrow(SealBroken)
  expect(() => openRecord(rotating, label, { ...rewrapped, kid: 'k1' })).toThrow(SealBroken)
})

test('rows of one record open under its key, each at its own place', () => {
  const relay: RecordLabel = { ...label, purpose: 'relay' }
  const { key, ...wrapped } = newRecordKey(before, relay)
  const sealed = sealRow(key, relay, '1', 'hello')
  const opened = openRecordKey(before, relay, wrapped)
  expect(openRow(opened, relay, '1', sealed)).toBe('hello')
  expect(() => openRow(opened, relay, '2', sealed)).toThrow(SealBroken)
})

test('a reference is made again the same, checks, and is another at the next attempt and for another handoff', () => {
  const made = referenceFor(before, 'h1', 0)
  expect(made).toMatch(/^\d{9}$/)
  expect(hasCheckDigit(made)).toBe(true)
  expect(referenceFor(before, 'h1', 0)).toBe(made)
  expect(new Set([made, referenceFor(before, 'h1', 1), referenceFor(before, 'h2', 0), referenceFor(after, 'h1', 0)]).size).toBe(4)
})

test('a stored hash tells nothing between organisations or keys, and is found while its key is on the ring', () => {
  const stored = hashReference(before, 'demo-sendiass', '412298334')
  expect(stored.includes('412298334')).toBe(false)
  expect(hashReference(before, 'demo-mediation', '412298334').equals(stored)).toBe(false)
  expect(referenceHashes(rotating, 'demo-sendiass', '412298334').map((hash) => hash.equals(stored))).toEqual([false, true])
  expect(referenceHashes(after, 'demo-sendiass', '412298334').some((hash) => hash.equals(stored))).toBe(false)
})

test('a reference that was given is recalled after a rotation and at a later attempt', () => {
  const given = referenceFor(before, 'h1', 2)
  const stored = hashReference(before, 'demo-sendiass', given)
  const recall = { organisation: 'demo-sendiass', handoff: 'h1', attempts: 3 }
  expect(recallReference(before, recall, stored)).toBe(given)
  expect(recallReference(rotating, recall, stored)).toBe(given)
  expect(recallReference(after, recall, stored)).toBeNull()
  expect(recallReference(before, { ...recall, attempts: 2 }, stored)).toBeNull()
  expect(recallReference(before, { ...recall, handoff: 'h2' }, stored)).toBeNull()
})
