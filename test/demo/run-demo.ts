// `npm run demo`: tells what happens on each side of a handoff, line by line, while it happens. Exit code 1 when something was lost, doubled or out of order.
import { runDemo } from './demo'

const WIDTH = 108
const INDENT = 20

async function main(): Promise<void> {
  console.log(
    'A family, an adviser, a case system that fails, and a server that is killed. All of it on this machine only. About half a minute.\n',
  )
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort(new Error('Stopped.')))
  const { checks } = await runDemo({ tell: (seconds, who, text) => console.log(line(seconds, who, text)), signal: stop.signal })
  console.log('\nWhat was checked')
  for (const { isWell, text } of checks) console.log(`  ${isWell ? 'yes' : 'NO '}  ${text}`)
  const wrong = checks.filter(({ isWell }) => !isWell).length
  console.log(
    wrong === 0 ? '\nNothing was lost, nothing came twice, nothing came out of order.' : `\n${wrong} of ${checks.length} checks failed.`,
  )
  process.exitCode = wrong === 0 ? 0 : 1
}

/** ` 12.3 s  family    ...`, broken where it is too long. */
function line(seconds: number, who: string, text: string): string {
  const head = `${seconds.toFixed(1).padStart(5)} s  ${who.padEnd(9)} `.padEnd(INDENT)
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? ''
    if (last !== '' && last.length + word.length >= WIDTH - INDENT) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return head + lines.join(`\n${' '.repeat(INDENT)}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
