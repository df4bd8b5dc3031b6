// `npm run fuzz`: a million inputs to every parser and endpoint. --count N, --seed N, --share 0.1 (of them to endpoints), --fresh; --leak 50 keeps so many bytes of each input on purpose, to see it found. What was done is kept in reports/fuzz.json: the same command goes on where it stopped.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../src/project-root'
import { fuzz, noFigures, type Figures } from './fuzz'
import { keptPerInput, MOST_KEPT } from './memory'

const KEPT = join(projectRoot, 'reports', 'fuzz.json')
/** From here on a run has to tell whether memory grows. */
const LONG = 100_000

interface Kept {
  readonly seed: number
  readonly leak: number
  readonly figures: Figures
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      share: { type: 'string', default: '0.1' },
      leak: { type: 'string', default: '0' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const [count, seed, leak] = [Number(values.count), Number(values.seed), Number(values.leak)]
  const before = values.fresh ? null : kept(seed, leak)
  const figures = before ?? noFigures()
  let isStopped = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void (isStopped = true))
  const leaked = new Leak(leak)
  const onBatch = (so: Figures): void => {
    leaked.upTo(so.inputs + so.requests)
    save({ seed, leak, figures: so })
  }
  await fuzz(figures, { count, seed, share: Number(values.share), isStopped: () => isStopped, onBatch })
  process.exitCode = tell(figures) && !isStopped ? 0 : 1
}

/** Whether nothing was wrong. */
function tell(figures: Figures): boolean {
  const { inputs, requests, faults, slowest, memory } = figures
  console.log(JSON.stringify({ ...figures, faults: faults.length, memory: memory.length }, null, 2))
  for (const fault of faults.slice(0, 50)) console.log(fault)
  const perInput = keptPerInput(memory)
  const [first, last] = [memory[0], memory.at(-1)].map((sample) => Math.round((sample?.bytes ?? 0) / 1e6))
  console.log(
    `${inputs} inputs to parsers, ${requests} requests, ${faults.length} faults, slowest ${slowest.ms} ms, memory ${first} MB at first and ${last} MB at last, ` +
      (perInput === null
        ? 'too short to tell what an input leaves behind.'
        : `${perInput.toFixed(1)} bytes an input; up to ${MOST_KEPT} pass.`),
  )
  return faults.length === 0 && (perInput === null ? inputs + requests < LONG : perInput <= MOST_KEPT)
}

class Leak {
  private readonly held: number[][] = []
  private seen = 0

  constructor(private readonly bytesEach: number) {}

  upTo(inputs: number): void {
    // A number with a fraction is eight bytes in an array of its own kind.
    if (this.bytesEach > 0 && this.seen > 0) this.held.push(Array.from({ length: ((inputs - this.seen) * this.bytesEach) / 8 }, () => 0.5))
    this.seen = inputs
  }
}

function kept(seed: number, leak: number): Figures | null {
  if (!existsSync(KEPT)) return null
  const found = JSON.parse(readFileSync(KEPT, 'utf8')) as Kept
  return found.seed === seed && found.leak === leak ? found.figures : null
}

function save({ seed, leak, figures }: Kept): void {
  if (figures.batches % 50 === 0)
    console.log(
      `${figures.inputs + figures.requests} so far, ${figures.faults.length} faults, slowest ${figures.slowest.ms} ms, memory ${Math.round((figures.memory.at(-1)?.bytes ?? 0) / 1e6)} MB`,
    )
  mkdirSync(join(projectRoot, 'reports'), { recursive: true })
  writeFileSync(KEPT, JSON.stringify({ seed, leak, figures } satisfies Kept))
}

void main()
