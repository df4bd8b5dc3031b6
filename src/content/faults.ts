// What is wrong with a content pack: every fault at once, each with its file and the place in it.

export interface PackFault {
  /** Path inside the pack: `topics/mediation-cost.md`. */
  readonly file: string
  /** Where in the file: `utterances.3`; empty for the file as a whole. */
  readonly path: string
  readonly message: string
}

/** Thrown when a pack cannot be used. Holds every fault, in the order of files. */
export class PackFaults extends Error {
  override readonly name = 'PackFaults'
  constructor(readonly faults: readonly PackFault[]) {
    super(`The content pack has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:\n${faults.map(inOneLine).join('\n')}`)
  }
}

/** `topics/x.md: utterances.3: too short` */
export function inOneLine({ file, path, message }: PackFault): string {
  return [file, path, message].filter((part) => part !== '').join(': ')
}
