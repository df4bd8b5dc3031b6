// Sentence vectors as one bit a number (above the middle of all, or below), so that thousands are compared in less than a millisecond.

/** Known messages of two kinds, each by its signs: `bits` holds 32 signs a number, row after row; `isCrisis` is 1 or 0 by row. */
export interface KnownSigns {
  readonly middle: Float32Array
  readonly bits: Uint32Array
  readonly isCrisis: Uint8Array
}

const SIGNS = 32

/** The signs of a vector about the middle, 32 in a number. */
export function signsOf(vector: Float32Array, middle: Float32Array): Uint32Array {
  const signs = new Uint32Array(Math.ceil(vector.length / SIGNS))
  vector.forEach((value, place) => {
    if (value <= (middle[place] ?? 0)) return
    const at = Math.floor(place / SIGNS)
    signs[at] = (signs[at] as number) | (1 << (place % SIGNS))
  })
  return signs
}

/** How much more of its signs a vector shares with the nearest known crisis than with the nearest ordinary message: from -2 to 2. */
export function nearerToCrisis(vector: Float32Array, { middle, bits, isCrisis }: KnownSigns): number {
  const signs = signsOf(vector, middle)
  const fewest = [vector.length, vector.length]
  for (let row = 0; row < isCrisis.length; row++) {
    const kind = isCrisis[row] as number
    const most = fewest[kind] as number
    let unlike = 0
    for (let at = 0; at < signs.length && unlike < most; at++)
      unlike += ones((bits[row * signs.length + at] as number) ^ (signs[at] as number))
    if (unlike < most) fewest[kind] = unlike
  }
  return (2 * ((fewest[0] as number) - (fewest[1] as number))) / vector.length
}

/** How many of the 32 bits of a number are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
