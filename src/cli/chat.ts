// `chat`: a conversation in the terminal; `--save FILE` writes it down as a transcript.
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createTalk } from '../../dialogs/talk'
import { createBot } from '../bot/run-turn'
import { openTerminal, type Said } from '../channels/terminal'
import { londonNow } from '../clock'
import { loadLivePack } from './live-pack'
import { parseCalendarDate } from '../rules/calendar-date'
import { createTalkTools } from '../talk-tools'
import { buildPackModel, modeFor, openTopicFinder } from '../topic-finder'

const USAGE = 'chat [--council ID] [--today YYYY-MM-DD] [--save FILE]'

/** Talks until the end of input. Gives exit code 2 for wrong flags or an unknown council. */
export async function chat(args: readonly string[]): Promise<number> {
  const flags = readFlags(args)
  const pack = loadLivePack()
  const today = flags?.today === undefined ? null : parseCalendarDate(flags.today)
  const council = flags?.council ?? null
  if (flags === null || (flags.today !== undefined && today === null) || (council !== null && !pack.councils.has(council))) {
    console.error(`${USAGE}\nCouncils: ${[...pack.councils.keys()].join(', ')}`)
    return 2
  }
  const now = (): ReturnType<typeof londonNow> => (today === null ? londonNow() : { today, time: null })
  const finder = await openTopicFinder(pack, await buildPackModel(), modeFor(process.env['EMBEDDINGS']))
  const tell = openTerminal(createBot(createTalk(createTalkTools({ pack, now, ...finder }))), council)
  const lines = [`title=Conversation`, `today=${now().today}`, 'channelId=directline', ...(council ? [`council=${council}`] : []), '']
  for await (const { typed, said } of turns(tell)) {
    if (typed !== null) lines.push(`user: ${typed}`)
    for (const { text, choices } of said)
      lines.push(`bot: ${text.trim()}`, ...(choices.length > 0 ? [`[Suggestions=${choices.join('|')}]`] : []))
    lines.push('')
  }
  if (flags.save !== undefined) writeFileSync(flags.save, `${lines.join('\n').trimEnd()}\n`)
  await finder.close()
  return 0
}

async function* turns(
  tell: (typed: string | null) => Promise<readonly Said[]>,
): AsyncGenerator<{ typed: string | null; said: readonly Said[] }> {
  yield show(null, await tell(null))
  const input = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stdout : undefined, prompt: '> ' })
  if (process.stdin.isTTY) input.prompt()
  for await (const typed of input) {
    yield show(typed, await tell(typed))
    if (process.stdin.isTTY) input.prompt()
  }
}

function show(typed: string | null, said: readonly Said[]): { typed: string | null; said: readonly Said[] } {
  for (const { text, choices } of said) {
    process.stdout.write(`\n${text.trim().replaceAll('**', '')}\n`)
    choices.forEach((choice, index) => process.stdout.write(`  ${index + 1}  ${choice}\n`))
  }
  process.stdout.write('\n')
  return { typed, said }
}

function readFlags(args: readonly string[]): { council?: string; today?: string; save?: string } | null {
  try {
    return parseArgs({ args: [...args], options: { council: { type: 'string' }, today: { type: 'string' }, save: { type: 'string' } } })
      .values
  } catch {
    return null
  }
}
