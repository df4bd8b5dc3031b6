// The process: reads the settings, starts the app, prints the addresses, and stops cleanly when told to.
import { PackFaults } from './content/faults'
import { PortTaken } from './channels/server'
import { EXIT_WRONG_SETTINGS, loadConfig, WrongSettings } from './config'
import { startApp } from './app'

const STOP_WITHIN_MS = 9_000

async function main(): Promise<void> {
  const app = await startApp(loadConfig(process.env))
  process.stdout.write(`${app.banner}\n`)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
      void app.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

main().catch((fault: unknown) => {
  const isTold = fault instanceof WrongSettings || fault instanceof PackFaults || fault instanceof PortTaken
  process.stderr.write(`${isTold ? fault.message : 'The service could not start.'}\n`)
  if (!isTold)
    process.stderr.write(`${fault instanceof Error ? `${fault.name}\n${(fault.stack ?? '').split('\n').slice(1).join('\n')}` : ''}\n`)
  process.exit(isTold ? EXIT_WRONG_SETTINGS : 1)
})
