// The process: reads the settings, starts the app, prints the addresses, and stops cleanly when told to.
import { startApp } from './app'
import { PortTaken } from './channels/server'
import { EXIT_WRONG_SETTINGS, loadConfig, WrongSettings } from './config'
import { PackFaults } from './content/faults'

async function main(): Promise<void> {
  const app = await startApp(loadConfig(process.env))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void app.running.stop().finally(() => process.exit(0)))
  process.stdout.write(`${app.banner}\n`)
}

main().catch((fault: unknown) => {
  const isTold = fault instanceof WrongSettings || fault instanceof PackFaults || fault instanceof PortTaken
  process.stderr.write(isTold ? `${fault.message}\n` : `The service could not start.\n${stackOf(fault)}\n`)
  process.exit(isTold ? EXIT_WRONG_SETTINGS : 1)
})

/** Where it failed, without its words: they may hold a setting. */
function stackOf(fault: unknown): string {
  return fault instanceof Error ? [fault.name, ...(fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].join('\n') : ''
}
