// What changed between two texts, line by line, for a reader: what was taken out and what came in.

export interface ChangedLine {
  readonly kind: 'out' | 'in'
  readonly line: string
}

/** The lines that only one of the texts has, in their order; empty where nothing changed. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const [from, to] = [before.split('\n'), after.split('\n')]
  const common = lengths(from, to)
  const changes: ChangedLine[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      i += 1
      j += 1
    } else if (j >= to.length || (i < from.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      changes.push({ kind: 'out', line: from[i] ?? '' })
      i += 1
    } else {
      changes.push({ kind: 'in', line: to[j] ?? '' })
      j += 1
    }
  }
  return changes
}

type Lengths = readonly (readonly number[])[]

const at = (lengths: Lengths, i: number, j: number): number => lengths[i]?.[j] ?? 0

/** How many lines the rests of both texts have in common, by where the rests begin. */
function lengths(from: readonly string[], to: readonly string[]): Lengths {
  const table = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      if (row) row[j] = from[i] === to[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  return table
}
