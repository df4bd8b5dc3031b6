// The database goes away while families type, and comes back: what they are told meanwhile, and whether everything is there afterwards, without anybody starting anything anew.
import { OutageChat, unanswered } from './outage-chat'

export interface Outage {
  /** The service's instances: chats are held on the first, their streams on the last. */
  readonly urls: readonly string[]
  readonly begin: () => Promise<void> | void
  readonly end: () => Promise<void> | void
}

export interface OutageRun {
  readonly seconds: number
  readonly chats: number
  readonly onProgress: (line: string) => void
}

export interface OutageResult {
  /** While it was away: messages, and those of them that were refused. */
  readonly tried: number
  readonly refused: number
  /** Refusals without words, or with other than a failure's or a limit's status. */
  readonly wordless: number
  readonly slowestMs: number
  /** The page, and the page of a chat without a script, while it was away. */
  readonly pages: readonly number[]
  /** Answers of `/healthz/ready` while it was away, by status; the slowest. */
  readonly ready: Readonly<Record<string, number>>
  readonly slowestReadyMs: number
  /** Answers of `/healthz/live` other than 200. */
  readonly notLive: number
  /** From its return until every instance was ready. */
  readonly recoveredMs: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly unanswered: number
  /** Chats whose stream on the last instance did not hear what was said on the first after the return. */
  readonly unheard: number
}

export async function runOutage({ urls, begin, end }: Outage, { seconds, chats: count, onProgress }: OutageRun): Promise<OutageResult> {
  const [first = '', last = ''] = [urls[0], urls.at(-1)]
  const chats = await Promise.all(Array.from({ length: count }, async () => OutageChat.open(first, last)))
  await Promise.all(chats.map(async (chat, number) => chat.say(`before ${number}`)))
  await begin()
  onProgress(`The database is away for ${seconds} s.`)
  const away = await whileAway(urls, chats, seconds)
  await end()
  const returned = Date.now()
  for (const url of urls) await readyAgain(url)
  const recoveredMs = Date.now() - returned
  onProgress(`It is back, and everything is ready ${recoveredMs} ms later.`)
  for (const chat of chats) await chat.sayAgain()
  for (const chat of chats) await chat.openAgain()
  await Promise.all(chats.map(async (chat, number) => chat.say(`after ${number}`)))
  const counted = { acknowledged: 0, lost: 0, doubled: 0, unanswered: 0, unheard: 0 }
  for (const [number, chat] of chats.entries()) {
    const log = await chat.log()
    for (const [text, isTaken] of chat.said) {
      const times = log.filter((one) => one.from.role === 'user' && one.text === text).length
      counted.acknowledged += isTaken ? 1 : 0
      counted.lost += times === 0 ? 1 : 0
      counted.doubled += times > 1 ? 1 : 0
    }
    counted.unanswered += unanswered(log).length
    counted.unheard += (await hears(chat, `after ${number}`)) ? 0 : 1
    chat.stream.close()
  }
  return { ...away, recoveredMs, ...counted }
}

type Away = Pick<OutageResult, 'tried' | 'refused' | 'wordless' | 'slowestMs' | 'pages' | 'ready' | 'slowestReadyMs' | 'notLive'>

async function whileAway(urls: readonly string[], chats: readonly OutageChat[], seconds: number): Promise<Away> {
  const [until, ready, pages] = [Date.now() + seconds * 1000, {} as Record<string, number>, new Set<number>()]
  let [slowestReadyMs, notLive] = [0, 0]
  const before = chats.map(({ answers }) => answers.length)
  const typing = chats.map(async (chat, number) => {
    for (let round = 0; Date.now() < until; round += 1) {
      await chat.say(`during ${number} ${round}`)
      await pause()
    }
  })
  const asking = urls.map(async (url) => {
    while (Date.now() < until) {
      const began = Date.now()
      const status = await statusOf(`${url}/healthz/ready`)
      slowestReadyMs = Math.max(slowestReadyMs, Date.now() - began)
      ready[status] = (ready[status] ?? 0) + 1
      notLive += (await statusOf(`${url}/healthz/live`)) === 200 ? 0 : 1
      for (const cookie of ['', `chat=${chats[0]?.chat.token ?? ''}`]) pages.add(await statusOf(`${url}/chat`, cookie))
      await pause()
    }
  })
  await Promise.all([...typing, ...asking])
  const answers = chats.flatMap((chat, at) => chat.answers.slice(before[at]))
  const refused = answers.filter(({ status }) => status !== 200)
  return {
    tried: answers.length,
    refused: refused.length,
    wordless: refused.filter(({ status, text }) => ![429, 500, 503].includes(status) || !/\w+ \w+ \w+/.test(text)).length,
    slowestMs: Math.max(0, ...answers.map(({ ms }) => ms)),
    pages: [...pages].sort(),
    ready,
    slowestReadyMs,
    notLive,
  }
}

const pause = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))

async function statusOf(url: string, cookie = ''): Promise<number> {
  const asked = fetch(url, { headers: cookie === '' ? {} : { cookie } })
  return asked.then(async (response) => {
    await response.text()
    return response.status
  }, () => 0) // prettier-ignore
}

async function readyAgain(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await statusOf(`${url}/healthz/ready`)) === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not recover within half a minute.')
}

/** Instances find each other again a few seconds after their database. */
async function hears({ stream }: OutageChat, text: string): Promise<boolean> {
  const isHeard = (): boolean => stream.heard.some((one) => one.text === text)
  for (let tries = 0; tries < 150 && !isHeard(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100))
  return isHeard()
}
