// `content check`: every fault of the pack at once.
import { checkContent } from './content-check'

export async function content(args: readonly string[]): Promise<number> {
  if (args[0] !== 'check') {
    console.error('content check')
    return 2
  }
  const { lines, exitCode } = checkContent()
  for (const line of lines) console.log(line)
  return exitCode
}
