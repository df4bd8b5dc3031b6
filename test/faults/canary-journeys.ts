// Every conversation that is written down, held with the built service, with a marked sentence before each line: in the chat's page and at the Bot Framework endpoint.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DirectLineClient } from '../direct-line-client'
import { readTranscript, type Transcript } from '../transcripts/transcript'
import type { MarkedWords } from './canary-figures'
import type { Canary } from './canary-tokens'

const FOLDER = join(__dirname, '../transcripts')
const AT_ONCE = 4

/** Says something, and gives the id of the last message of the answer. */
type Say = (text: string) => Promise<string>

interface Held {
  readonly say: Say
  readonly besides: readonly Canary[]
}

/** Where nothing can be sealed, choices and dates are kept: a date of birth that is typed where a letter's is asked for is taken for one. */
const DATES: readonly Canary[] = ['birthDate', 'birthDateInWords']

/** `share`: of the conversations, 1 for all. */
export async function everyJourney(url: string, words: MarkedWords, share: number): Promise<void> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.chat'))
  const left = files.sort().slice(0, Math.ceil(files.length * share))
  const some = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const transcript = readTranscript(readFileSync(join(FOLDER, file), 'utf8'))
      await hold(transcript, words, { say: await inThePage(url, transcript), besides: [] })
      await hold(transcript, words, { say: atTheEndpoint(url, transcript, file), besides: DATES })
      words.figures.journeys += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
}

/** Nobody lets a question be kept: with a yes its masked words may stand in the store. */
async function hold({ turns }: Transcript, words: MarkedWords, { say, besides }: Held): Promise<void> {
  for (const { user } of turns) {
    if (user === null) continue
    for (const text of [words.sentence(besides), user])
      if ((await say(words.note(text))) === 'question.ask-keep') await say(words.note('No'))
  }
}

async function inThePage(url: string, { header }: Transcript): Promise<Say> {
  const chat = await DirectLineClient.open(url, header['council'] ?? null)
  await chat.hear(1)
  return async (text) => String((await chat.say(text)).at(-1)?.advice?.['message'])
}

function atTheEndpoint(url: string, { header }: Transcript, name: string): Say {
  const channelId = header['channelId'] === 'msteams' ? 'msteams' : 'emulator'
  let count = 0
  return async (text) => {
    count += 1
    const shared = { type: 'message', id: `${name}-${count}`, channelId, serviceUrl: 'http://127.0.0.1:9/', deliveryMode: 'expectReplies' }
    const people = { from: { id: `user of ${name}` }, recipient: { id: 'bot' }, conversation: { id: `chat of ${name}` } }
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...shared, ...people, text }),
    })
    const answer = await response.text()
    if (response.status !== 200) throw new Error(`${response.status} at the Bot Framework endpoint`)
    const { activities = [] } = JSON.parse(answer) as { activities?: { channelData?: { advice?: { message?: string } } }[] }
    return String(activities.at(-1)?.channelData?.advice?.message)
  }
}
