// Packages print to the console, key material and typed words among it. While the server runs, such lines are counted and not shown.
import type { Log } from './log'

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const

export interface CapturedConsole {
  /** Writes the count since the last time, when there is one. */
  report(): void
  restore(): void
}

export function captureConsole(log: Log, target: Console = globalThis.console): CapturedConsole {
  let lines = 0
  const originals = METHODS.map((method) => [method, target[method]] as const)
  for (const method of METHODS) target[method] = () => void (lines += 1)
  return {
    report: () => {
      if (lines > 0) log.event('sdk-console', { lines })
      lines = 0
    },
    restore: () => {
      for (const [method, original] of originals) target[method] = original
    },
  }
}
