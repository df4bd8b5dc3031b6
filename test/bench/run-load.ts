// `npm run load`: how much memory an open chat takes, how long a message to any of thousands waits, and (--replay) a tenth of a year of England's demand in minutes.
import { readdirSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPack } from '../../src/content/load'
import { A_TENTH_OF_A_YEAR, arrivals, chatsIn } from './demand'
import { tooFewDescriptors } from './descriptors'
import type { Figures } from './drive'
import { inTurn, mixedTraffic, openMany } from './many-chats'
import { replay } from './replay'
import { startOurs, type Subject } from './subjects'
import { openChat, type OpenChat } from './ways'

const ROOT = join(__dirname, '../..')
const COUNCILS = readdirSync(join(ROOT, 'content/councils')).map((file) => basename(file, '.yaml'))
const QUESTIONS = [...loadPack(join(ROOT, 'content')).topics.values()].flatMap(({ utterances }) => utterances)
const SETTLE = 5000
const MINUTE = 60_000
const AT_ONCE = 400

const say = (line: string): void => console.log(line)
const { values } = parseArgs({
  options: {
    chats: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    replay: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '6' },
    share: { type: 'string', default: '1' },
    embeddings: { type: 'string', default: 'on' },
  },
})

async function main(): Promise<void> {
  const chats = Number(values.chats)
  const fault = tooFewDescriptors(values.replay ? AT_ONCE : chats)
  if (fault !== null) throw new Error(fault)
  say(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`)
  say(`Server and load share the machine. Its load before the start: ${(loadavg()[0] ?? 0).toFixed(1)}. ${new Date().toISOString()}`)
  const subject = await startOurs({ EMBEDDINGS: values.embeddings, COUNCIL_MESSAGES_PER_MINUTE: '1000000' })
  try {
    await warmUp(subject)
    await (values.replay ? replayDemand(subject) : holdOpen(subject, chats))
  } finally {
    await subject.stop()
  }
}

/** What is loaded at the first question is not counted as a chat's. */
async function warmUp(subject: Subject): Promise<void> {
  const chat = await openChat(subject.url)
  for (const text of ['start again', 'do we have to pay for mediation', 'who comes to the meeting', 'start again']) await chat.say(text)
  chat.close()
  await settle()
}

async function holdOpen(subject: Subject, many: number): Promise<void> {
  const before = subject.megabytes()
  say(`started: ${before.toFixed(0)} MB`)
  const [began, used] = [performance.now(), subject.processorTime()]
  const faults = new Faults()
  const tell = (count: number): void => say(`${count} chats open, ${subject.megabytes().toFixed(0)} MB`)
  const opening = { side: 32, until: began + 10 * MINUTE, tell, onFault: faults.take }
  const { chats, failures } = await openMany(inTurn(subject.url, COUNCILS), many, opening)
  say(
    `${chats.length} chats opened and greeted in ${((performance.now() - began) / 1000).toFixed(0)} s, ${failures} failed${faults.told()}`,
  )
  const each = (whole: number): string => (whole / Math.max(1, chats.length)).toFixed(1)
  say(`processor time of the server to open one: ${each(subject.processorTime() - used)} ms`)
  await settle()
  say(`memory beyond the start: ${each((subject.megabytes() - before) * 1024)} kB for each open chat (bar: 60)`)
  await sendToAny(subject, chats)
  say(`memory after it: ${subject.megabytes().toFixed(0)} MB, ${each((subject.megabytes() - before) * 1024)} kB for each open chat`)
  for (const chat of chats) chat.close()
}

async function sendToAny(subject: Subject, chats: readonly OpenChat[]): Promise<void> {
  const [perSecond, milliseconds] = [Number(values.rate), Number(values.seconds) * 1000]
  const faults = new Faults()
  const [from, server, load] = [performance.now(), subject.processorTime(), process.cpuUsage()]
  const figures = await mixedTraffic(chats, { perSecond, milliseconds, questions: QUESTIONS, onFault: faults.take })
  const { user, system } = process.cpuUsage(load)
  say(`a message to any of them, ${perSecond} a second begun: ${told(figures)}${faults.told()} (bar: 200 for 99 of 100)`)
  const share = (time: number): string => (time / (performance.now() - from)).toFixed(2)
  say(`processors used: ${share(subject.processorTime() - server)} by the server, ${share((user + system) / 1000)} by the load`)
}

/** What went wrong, and how often. */
class Faults {
  private readonly counts = new Map<string, number>()
  readonly take = ({ message }: Error): void => void this.counts.set(message, (this.counts.get(message) ?? 0) + 1)
  told(): string {
    return [...this.counts].map(([message, times]) => `; ${times} times: ${message}`).join('')
  }
}

async function replayDemand(subject: Subject): Promise<void> {
  const demand = { ...A_TENTH_OF_A_YEAR, appeals: A_TENTH_OF_A_YEAR.appeals * Number(values.share) }
  const milliseconds = Number(values.minutes) * MINUTE
  say(`${chatsIn(demand)} chats of ${demand.days} days in ${values.minutes} minutes, three quarters of them in school-term evenings`)
  const run = { arrivals: arrivals(demand), milliseconds, atOnce: AT_ONCE, limit: 1.5 * milliseconds, questions: QUESTIONS, tell: say }
  const { turns, greetings, finished, left, mostAtOnce } = await replay(inTurn(subject.url, COUNCILS), run)
  say(
    `${finished} chats through, ${left} not begun within ${(1.5 * Number(values.minutes)).toFixed(1)} minutes, at most ${mostAtOnce} at once`,
  )
  say(`messages: ${told(turns)}`)
  say(`from arrival to greeting: ${told(greetings)}`)
  say(`memory: ${subject.megabytes().toFixed(0)} MB`)
}

function told({ turns, perSecond, median, p99, failures }: Figures): string {
  return `${turns} answered (${perSecond.toFixed(0)} a second), median ${median.toFixed(0)} ms, 99 of 100 within ${p99.toFixed(0)} ms, ${failures} failed`
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE))
}

void main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
})
