// Compares what jest's runner (.stryker/agreement.json) and ours (.stryker/rules.json) made of the same mutants: `npm run mutation:agreement`.
import { readFileSync } from 'node:fs'

const NOTICED = new Set(['Killed', 'Timeout', 'RuntimeError'])

function readStatuses(report) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  const nameOf = (file, { location, mutatorName, replacement }) =>
    [file, ...Object.values(location).flatMap(Object.values), mutatorName, replacement].join(' ')
  return new Map(Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => [nameOf(file, mutant), mutant.status])))
}

const theirs = readStatuses('reports/mutation-agreement.json')
const ours = readStatuses('reports/mutation-rules.json')
const tally = new Map()
let apart = 0
for (const [name, status] of theirs) {
  const pair = `jest ${status}, in process ${ours.get(name)}`
  tally.set(pair, (tally.get(pair) ?? 0) + 1)
  if (NOTICED.has(status) === NOTICED.has(ours.get(name))) continue
  apart += 1
  console.log(`${pair}: ${name}`)
}
for (const [pair, times] of tally) console.log(`${times} x ${pair}`)
console.log(`${theirs.size} mutants, ${apart} of them judged differently`)
process.exitCode = apart === 0 ? 0 : 1
