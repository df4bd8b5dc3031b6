// The process: reads the settings, starts the app, prints the addresses, and stops cleanly when told to.
import { startApp } from './app'
import { NoDatabase } from './choose-store'
import { PortTaken } from './channels/server'
import { EXIT_WRONG_SETTINGS, loadConfig, WrongSettings } from './config'
import { PackFaults } from './content/faults'
import { WrongReceivers } from './handoff/receivers'
import { WrongRetention } from './read-retention'
import { saveMemory } from './save-memory'
import { WrongKeys } from './store/key-ring'

/** What is wrong with how it is set up: its words name the setting and hold no value. */
const TOLD = [WrongSettings, WrongRetention, PackFaults, PortTaken, WrongKeys, WrongReceivers, NoDatabase]

async function main(): Promise<void> {
  process.stdout.on('error', () => undefined) // whoever read the addresses may be gone
  const app = await startApp(loadConfig(process.env))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void app.running.stop().finally(() => process.exit(0)))
  process.stdout.write(`${app.banner}\n`)
  setTimeout(saveMemory, 200).unref() // after whoever waited for the first page
}

main().catch((fault: unknown) => {
  const told = fault instanceof Error && TOLD.some((kind) => fault instanceof kind) ? fault.message : null
  process.stderr.write(told !== null ? `${told}\n` : `The service could not start.\n${stackOf(fault)}\n`)
  process.exit(told !== null ? EXIT_WRONG_SETTINGS : 1)
})

/** Where it failed, without its words: they may hold a setting. */
function stackOf(fault: unknown): string {
  return fault instanceof Error ? [fault.name, ...(fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].join('\n') : ''
}
