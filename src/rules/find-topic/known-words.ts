// Which words exist, in little memory: a Bloom filter, which never forgets a word and rarely takes a wrong one for known.

/** The bits of a filter; its size is a power of two. */
export interface KnownWords {
  readonly bits: Uint8Array
}

const PROBES = 7

/** A filter holding these words, at 16 bits a word or more: about one unknown word in 2,000 passes for known. */
export function rememberWords(words: readonly string[]): KnownWords {
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, words.length * 16)))
  const bits = new Uint8Array(size / 8)
  for (const word of words) for (const place of places(word, size)) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
  return { bits }
}

/** Whether the word is (almost surely) one of those remembered. */
export function isKnownWord(word: string, { bits }: KnownWords): boolean {
  return places(word, bits.length * 8).every((place) => ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0)
}

function places(word: string, size: number): number[] {
  const first = hashText(word, 0x811c9dc5)
  const second = hashText(word, 0x01000193) | 1
  return Array.from({ length: PROBES }, (_, probe) => (first + Math.imul(probe, second)) & (size - 1))
}

/** FNV-1a with a final mix: a whole number from 0 to 2^32 - 1, the same on every machine. */
export function hashText(text: string, seed: number): number {
  let hash = seed
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash >>> 0
}
