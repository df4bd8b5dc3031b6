// Replaces runs of words by the words they stand for, the longest run first.

/** A table of runs, ready for use. */
export interface RunTable {
  readonly runs: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

/** Prepares a table whose keys and values are words with spaces between. */
export function prepareRuns(table: Readonly<Record<string, string>>): RunTable {
  const runs = new Map(Object.entries(table).map(([from, to]) => [from, to.split(' ')]))
  return { runs, longest: Math.max(1, ...[...runs.keys()].map((run) => run.split(' ').length)) }
}

/** The words with every run of the table replaced; what was put in is not read again. */
export function replaceRuns(words: readonly string[], { runs, longest }: RunTable): string[] {
  const out: string[] = []
  for (let start = 0; start < words.length;) {
    const found = longestRun(words, start, runs, longest)
    if (found === null) out.push(words[start++] ?? '')
    else {
      out.push(...found.words)
      start += found.length
    }
  }
  return out
}

function longestRun(words: readonly string[], start: number, runs: RunTable['runs'], longest: number) {
  for (let length = Math.min(longest, words.length - start); length > 0; length--) {
    const found = runs.get(words.slice(start, start + length).join(' '))
    if (found !== undefined) return { words: found, length }
  }
  return null
}
