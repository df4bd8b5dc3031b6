// Cuts letters that were run together ('iwanttodie') into words that are known.

export interface KnownWords {
  readonly words: ReadonlySet<string>
  /** Every beginning of every known word, so that a search can stop early. */
  readonly beginnings: ReadonlySet<string>
}

const priceOfALetterPassedOver = 3

/** Makes the words searchable by their beginnings. */
export function knowWords(words: ReadonlySet<string>): KnownWords {
  const beginnings = new Set<string>()
  for (const word of words) for (let end = 1; end <= word.length; end++) beginnings.add(word.slice(0, end))
  return { words, beginnings }
}

/** Fewest known words that cover the run, a letter that no word covers standing alone; time grows with the length only. */
export function cutApart(run: string, known: KnownWords): string[] {
  const price: number[] = [0]
  const cameFrom: number[] = []
  const offer = (from: number, to: number, step: number): void => {
    const offered = (price[from] as number) + step
    if (offered >= (price[to] ?? Infinity)) return
    price[to] = offered
    cameFrom[to] = from
  }
  for (let start = 0; start < run.length; start++) {
    offer(start, start + 1, priceOfALetterPassedOver)
    for (let end = start + 1; end <= run.length; end++) {
      const piece = run.slice(start, end)
      if (!known.beginnings.has(piece)) break
      if (known.words.has(piece)) offer(start, end, 1)
    }
  }
  const words: string[] = []
  for (let end = run.length; end > 0; end = cameFrom[end] as number) words.push(run.slice(cameFrom[end] as number, end))
  return words.reverse()
}
