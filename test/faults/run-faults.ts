// `npm run faults`: ten thousand handoffs with faults. --count N, --minutes M, --folder F (the same folder goes on where it stopped),
// --database postgres (instead of a file; begins anew each time), --workers N, --speed N (of the clock), --kill-share 0.01 (of deliveries), --service-life 5000 (milliseconds at most).
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../store/postgres'
import { runHandoffFaults } from './handoff-faults'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      minutes: { type: 'string', default: '60' },
      workers: { type: 'string', default: '4' },
      speed: { type: 'string', default: '10' },
      'kill-share': { type: 'string', default: '0.01' },
      'service-life': { type: 'string', default: '5000' },
      folder: { type: 'string' },
      database: { type: 'string', default: 'sqlite' },
    },
  })
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'handoff-faults-'))
  if (values.database === 'sqlite') console.log(`Everything is kept in ${folder}; give it as --folder to go on after a stop.`)
  const { count, minutes, workers } = { count: Number(values.count), minutes: Number(values.minutes), workers: Number(values.workers) }
  const speed = Number(values.speed)
  const postgres = values.database === 'postgres' ? await startPostgres() : null
  let isStopped = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void (isStopped = true))
  const result = await runHandoffFaults({
    count,
    minutes,
    workers,
    speed,
    killShare: Number(values['kill-share']),
    serviceLife: Number(values['service-life']),
    folder,
    database: postgres ? await postgres.newDatabase() : null,
    onProgress: (line) => console.log(line),
    isStopped: () => isStopped,
  })
  await postgres?.stop()
  console.log(JSON.stringify(result, null, 2))
  const isWell = result.isFinished && result.handoffs === count && result.delivered + result.familyTold === count
  process.exitCode = isWell && result.lost + result.seenTwice + result.outOfOrder + result.familyOutOfOrder + result.forged === 0 ? 0 : 1
}

void main()
