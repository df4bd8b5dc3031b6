// `npm run fuzz`: a million inputs to every parser and endpoint. --count N, --seed N, --share 0.1 (of them to endpoints), --fresh. What was done is kept in reports/fuzz.json: the same command goes on where it stopped.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../src/project-root'
import { fuzz, noFigures, type Figures } from './fuzz'

const KEPT = join(projectRoot, 'reports', 'fuzz.json')

interface Kept {
  readonly seed: number
  readonly figures: Figures
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      share: { type: 'string', default: '0.1' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const [count, seed] = [Number(values.count), Number(values.seed)]
  const before = values.fresh ? null : kept(seed)
  const figures = before ?? noFigures()
  let isStopped = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void (isStopped = true))
  await fuzz(figures, { count, seed, share: Number(values.share), isStopped: () => isStopped, onBatch: (so) => save(seed, so) })
  console.log(JSON.stringify({ ...figures, faults: figures.faults.length }, null, 2))
  for (const fault of figures.faults.slice(0, 50)) console.log(fault)
  const grown = figures.lastMemory - figures.firstMemory
  console.log(
    `${figures.inputs} inputs to parsers, ${figures.requests} requests, ${figures.faults.length} faults, slowest ${figures.slowest.ms} ms, memory ${grown >= 0 ? '+' : ''}${grown} MB.`,
  )
  process.exitCode = figures.faults.length === 0 && !isStopped ? 0 : 1
}

function kept(seed: number): Figures | null {
  if (!existsSync(KEPT)) return null
  const found = JSON.parse(readFileSync(KEPT, 'utf8')) as Kept
  return found.seed === seed ? found.figures : null
}

function save(seed: number, figures: Figures): void {
  if (figures.batches % 50 === 0)
    console.log(
      `${figures.inputs + figures.requests} so far, ${figures.faults.length} faults, slowest ${figures.slowest.ms} ms, memory ${figures.lastMemory} MB`,
    )
  mkdirSync(join(projectRoot, 'reports'), { recursive: true })
  writeFileSync(KEPT, JSON.stringify({ seed, figures } satisfies Kept))
}

void main()
