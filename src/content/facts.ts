// The facts of the five source documents, by number: S0-1 to S4-77.

const LAST_FACT: ReadonlyMap<string, number> = new Map([
  ['S0', 48],
  ['S1', 56],
  ['S2', 72],
  ['S3', 34],
  ['S4', 77],
])

/** The keys of the five source documents. */
export const SOURCE_DOCUMENTS: readonly string[] = [...LAST_FACT.keys()]

/** Whether there is a fact of that id: a source document, a hyphen and its number. */
export function isFact(id: string): boolean {
  const match = /^(S[0-4])-([1-9]\d?)$/.exec(id)
  return match !== null && Number(match[2]) <= (LAST_FACT.get(match[1] ?? '') ?? 0)
}
