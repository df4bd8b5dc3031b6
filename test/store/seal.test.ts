// A sealed text opens with its own key, at its own place, unchanged, and not otherwise.
import fc from 'fast-check'
import { keyCheck, newKey, seal, SealBroken, unseal, type SealLabel } from '../../src/store/seal'

const label: SealLabel = { conversation: 'c1', purpose: 'entry', row: '7' }
const key = newKey()

test('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      expect(unseal(key, label, seal(key, label, text))).toBe(text)
    }),
  )
})

test('the same text is never sealed the same, and is not readable in it', () => {
  const sealed = [seal(key, label, 'marked words'), seal(key, label, 'marked words')]
  expect(Buffer.compare(sealed[0] ?? Buffer.of(), sealed[1] ?? Buffer.of())).not.toBe(0)
  expect(Buffer.from(sealed[0] ?? []).includes('marked')).toBe(false)
})

test.each<[string, SealLabel]>([
  ['another conversation', { ...label, conversation: 'c2' }],
  ['another purpose', { ...label, purpose: 'state' }],
  ['another row', { ...label, row: '8' }],
  ['parts that run together the same', { ...label, conversation: 'c', row: '17' }],
])('it does not open in %s', (_what, other) => {
  expect(() => unseal(key, other, seal(key, label, 'x'))).toThrow(SealBroken)
})

test('it does not open with another key', () => {
  expect(() => unseal(newKey(), label, seal(key, label, 'x'))).toThrow(SealBroken)
})

test('one flipped bit anywhere, or a byte less, and it does not open', () => {
  const sealed = seal(key, label, 'some words')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Uint8Array.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => unseal(key, label, changed)).toThrow(SealBroken)
  }
  for (let length = 0; length < sealed.length; length += 1) expect(() => unseal(key, label, sealed.subarray(0, length))).toThrow(SealBroken)
})

test('the check tells keys and conversations apart', () => {
  expect(keyCheck(key, 'c1')).toEqual(keyCheck(key, 'c1'))
  expect(keyCheck(key, 'c1')).not.toEqual(keyCheck(key, 'c2'))
  expect(keyCheck(key, 'c1')).not.toEqual(keyCheck(newKey(), 'c1'))
})

test('no nonce comes twice, however many are had at once', () => {
  const key = newKey()
  const label = { conversation: 'c', purpose: 'entry', row: '1.1' } as const
  const nonces = Array.from({ length: 2000 }, () => Buffer.from(seal(key, label, 'x').subarray(1, 13)).toString('hex'))
  expect(new Set(nonces).size).toBe(2000)
})
