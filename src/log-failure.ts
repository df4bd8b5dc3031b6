// What of an error may be written down: its kind and the places in our own code, never its message.

/** The class name of an error, or 'Error'. */
export function nameOf(error: unknown): string {
  const name = error instanceof Error ? error.constructor.name : 'Error'
  return /^[A-Z][A-Za-z]{1,40}$/.test(name) ? name : 'Error'
}

/** At most eight `file:line` of our own files. None where the message cannot be told from the frames. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return []
  const head = [`${error.name}: ${error.message}`, error.name].find((start) => error.stack?.startsWith(`${start}\n    at `))
  if (head === undefined) return []
  return error.stack
    .slice(head.length)
    .split('\n')
    .flatMap((line) => /[/\\]((?:src|dialogs)[/\\][\w./\\-]+\.[jt]s:\d+):\d+\)?$/.exec(line)?.[1] ?? [])
    .slice(0, 8)
}
