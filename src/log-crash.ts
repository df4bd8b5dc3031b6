// An error that nobody caught would be printed by the runtime, words and all. It is logged like any other failure instead.
import type { Log } from './log'

/** What nobody caught ends the process with 1 after it is logged; a promise that nobody waited for is only logged. */
export function logCrashes(log: Log, runtime: NodeJS.Process = process): void {
  runtime.on('uncaughtException', (error) => {
    log.failure('server', error)
    runtime.exit(1)
  })
  runtime.on('unhandledRejection', (error) => void log.failure('server', error))
}
