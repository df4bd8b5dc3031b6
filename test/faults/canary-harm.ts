// What goes wrong, with marked words in it: bad requests to every address, a database that is held by somebody else, a kill in the middle of turns, and an error that nobody catches.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PATHS } from '../fuzz/paths'
import { DirectLineClient } from '../direct-line-client'
import type { TalkScene } from './canary-talk'

type Scene = Pick<TalkScene, 'service' | 'patience' | 'words'>

/** Set where the service starts: SIGUSR2 then throws these words where nobody catches them. */
export const CRASH = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { throw new Error(process.env.CRASH_WORDS) })",
)}`

/** In the address, the header, the cookie and the body, each broken in its own way. */
export async function refusedRequests({ service, words }: Scene): Promise<void> {
  for (const path of PATHS) {
    const [mark, other] = [words.note(words.sentence()), words.note(words.sentence())]
    const query = `${path.includes('?') ? '&' : '?'}watermark=${encodeURIComponent(mark)}&once=${encodeURIComponent(mark)}`
    const headers = { authorization: `Bearer ${encodeURIComponent(mark)}`, cookie: `desk=${encodeURIComponent(other)}` }
    const bodies = [
      `{"text": "${mark}`,
      `{"type":"message","text":${JSON.stringify(other)}}`,
      new URLSearchParams({ text: mark }).toString(),
    ]
    const address = service.url + path.replace('CHAT', encodeURIComponent(mark)).replace('ID', encodeURIComponent(other)) + query
    for (const body of bodies) {
      const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'
      const response = await fetch(address, { method: 'POST', redirect: 'manual', headers: { ...headers, 'content-type': type }, body })
      await response.body?.cancel()
      if (response.status >= 500) throw new Error(`${response.status} at ${path}`)
      words.figures.refused += response.status >= 400 ? 1 : 0
    }
  }
}

/** Families type while nothing can be written, and once more when it can. */
export async function heldDatabase({ service, patience, words }: Scene): Promise<void> {
  const chat = await DirectLineClient.open(service.url, 'demo')
  await chat.hear(1)
  const other = new DatabaseSync(join(service.folder, 'data', 'store.db'))
  other.exec('BEGIN IMMEDIATE')
  const sends = Array.from({ length: 4 }, async () => chat.send(words.note(words.sentence())).catch(() => 0))
  await patience.pause(8000)
  other.exec('ROLLBACK')
  other.close()
  await Promise.all(sends)
  await patience.until('it to answer again', async () => (await chat.send(words.note(words.sentence()))) === 200)
}

/** SIGKILL with eight turns under way. */
export async function killedInTurns({ service, words }: Scene): Promise<void> {
  const chats = await Promise.all(Array.from({ length: 8 }, async () => DirectLineClient.open(service.url, 'demo')))
  const sends = chats.map(async (chat) => chat.send(words.note(words.sentence())).catch(() => 0))
  await sends[0]
  await service.kill()
  words.figures.kills += 1
  await Promise.all(sends)
  await service.start()
}

/** It says why it ended, without the words, and is started again. */
export async function crashed({ service, patience, words }: Scene): Promise<void> {
  const before = service.output()
  service.signal('SIGUSR2')
  await patience.until('it to end', async () => fetch(`${service.url}/version`).then(() => false, () => true)) // prettier-ignore
  if (service.output() === before) throw new Error('A crash that says nothing proves nothing.')
  words.figures.crashes += 1
  await service.start()
}
