// `content`: check the pack, withdraw a topic and say it again.
import { checkContent } from './content-check'
import { switchTopic, SWITCH_USAGE } from './content-switch'

export async function content([what, ...rest]: readonly string[]): Promise<number> {
  if (what === 'withdraw' || what === 'restore') return switchTopic(what, rest)
  if (what !== 'check') {
    console.error(`content check | ${SWITCH_USAGE}`)
    return 2
  }
  const { lines, exitCode } = checkContent()
  for (const line of lines) console.log(line)
  return exitCode
}
