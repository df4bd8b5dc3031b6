// The reference that a family reads out and an adviser types: eight digits and a Damm check digit, said in threes.

/** Nine digits as they are read out: `412 298 334`. */
export function inThrees(digits: string): string {
  return digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ')
}

// A totally anti-symmetric quasigroup of order 10 with zeros on its diagonal (H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004).
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** Eight digits and their check digit. */
export function withCheckDigit(eight: string): string {
  return `${eight}${damm(eight)}`
}

/** Whether these nine digits end in their check digit: one wrong digit or two neighbours swapped are always noticed. */
export function hasCheckDigit(nine: string): boolean {
  return damm(nine) === '0'
}

export type ReadReference =
  | { readonly kind: 'digits'; readonly digits: string }
  /** Nine digits were typed, one of them wrongly or two the wrong way round. */
  | { readonly kind: 'wrong-check-digit' }
  | { readonly kind: 'none' }

// Digits and what stands between them when somebody types a number; a letter O is taken for nought.
const RUN = /(?<![\p{L}\p{N}])[\dOo]+(?:[\s.,\-\u2010-\u2015]+[\dOo]+)*(?![\p{L}\p{N}])/gu

/** The reference in what somebody typed, whatever stands around it. Of several nine-digit numbers the first that checks. */
export function readReference(typed: string): ReadReference {
  const runs = [...typed.normalize('NFKC').matchAll(RUN)].map(([run]) => run).filter((run) => /\d/.test(run))
  const nines = runs.map((run) => run.replace(/[Oo]/g, '0').replace(/\D/g, '')).filter(({ length }) => length === 9)
  const digits = nines.find(hasCheckDigit)
  if (digits !== undefined) return { kind: 'digits', digits }
  return { kind: nines.length > 0 ? 'wrong-check-digit' : 'none' }
}

function damm(digits: string): string {
  return [...digits].reduce((row, digit) => DAMM[Number(row)]?.[Number(digit)] ?? '', '0')
}
