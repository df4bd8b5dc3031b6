// Whether memory grows with the inputs: the usual slope over a stretch of the run, so that what is loaded once is no growth and what is kept of each input is.

/** Bytes that one input may leave behind, by the slope of a run's later half. What machine code V8 still makes is within it: 1.5 measured over a million, 60 with `--leak 50`. */
export const MOST_KEPT = 20
const FEWEST = 8

export interface Sample {
  /** Which process of a run that was broken off and went on: each begins with a memory of its own. */
  readonly process: number
  readonly inputs: number
  /** In use on the heap and beside it, garbage taken out. */
  readonly bytes: number
}

export function sampleOf(begun: number, inputs: number): Sample {
  for (let times = 0; times < 2; times += 1) global.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return { process: begun, inputs, bytes: heapUsed + external }
}

/**
 * The median of the slopes over a fifth of the later half of each process, in bytes an input; null when there are too few samples to tell.
 * What is loaded once lies within a fifth of them, whenever it is.
 */
export function keptPerInput(samples: readonly Sample[]): number | null {
  const slopes = processesOf(samples)
    .map((own) => own.slice(Math.ceil(own.length / 2)))
    .filter((later) => later.length >= FEWEST)
    .flatMap((later) => slopesOver(Math.ceil(later.length / 5), later))
    .sort((a, b) => a - b)
  return slopes[Math.floor(slopes.length / 2)] ?? null
}

function slopesOver(stretch: number, samples: readonly Sample[]): readonly number[] {
  return samples.slice(stretch).map((to, at) => {
    const from = samples[at] ?? to
    return (to.bytes - from.bytes) / (to.inputs - from.inputs)
  })
}

function processesOf(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  return [...new Set(samples.map(({ process }) => process))].map((number) => samples.filter(({ process }) => process === number))
}
