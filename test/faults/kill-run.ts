// Families ask, share, talk and delete, an adviser takes and closes their cases, and the built service is killed at random moments all the while; then everything acknowledged is looked for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CONVERSATIONS, type Conversation } from '../cluster/conversations'
import { add, countFaults, NOTHING, type Counted } from '../cluster/count-faults'
import { Family } from '../cluster/family'
import { heldInQuiet, hold } from '../cluster/hold-conversation'
import { Service } from '../demo/service'
import { KilledDesk } from './kill-desk'
import { handleCase, lookAgain, type SharedCase } from './kill-cases'

export interface KillRun {
  readonly kills: number
  readonly folder: string
  /** Conversations at once, and cases at once. */
  readonly chats: number
  readonly cases: number
  /** Milliseconds that the service lives after it is ready, at most. */
  readonly life: number
  readonly onProgress: (line: string) => void
  readonly isStopped?: () => boolean
}

export interface KillResult extends Counted {
  readonly kills: number
  readonly conversations: number
  /** Messages of these conversations that were answered 200. */
  readonly messages: number
  /** Cases whose family was given a reference, and steps of the adviser. */
  readonly permissions: number
  readonly deleted: number
  readonly lives: number
  readonly steps: number
  /** What was acknowledged and is not so. */
  readonly lostCases: readonly string[]
  /** Who was not served, or not understood, in a minute. */
  readonly stuck: readonly string[]
  /** What SQLite says of its file at the end. */
  readonly integrity: string
}

export async function runKills(run: KillRun): Promise<KillResult> {
  const env = { MESSAGES_PER_MINUTE: '100000', CHATS_PER_MINUTE: '100000', COUNCIL_MESSAGES_PER_MINUTE: '1000000' }
  const service = new Service(run.folder, env)
  const desk = new KilledDesk(service)
  try {
    await service.start()
    await desk.queue()
    const quiet = await inQuiet(service, run.chats)
    const trouble = { kills: 0, isOver: false }
    const traffic = { counted: { ...NOTHING }, conversations: 0, messages: 0 }
    const shared: SharedCase[] = []
    const stuck: string[] = []
    const note = (error: unknown): void => void stuck.push(error instanceof Error ? error.message : 'unknown')
    const chatting = Array.from({ length: run.chats }, async (_, number) => {
      for (let round = 0; round === 0 || !trouble.isOver; round += 1)
        await chat(service, traffic, quiet, number + round * run.chats).catch(note)
    })
    const sharing = Array.from({ length: run.cases }, async (_, number) => {
      for (let round = 0; round === 0 || !trouble.isOver; round += 1)
        await handleCase({ service, desk, number: number + round * run.cases, mayTalk: number === 0 }).then((one) => shared.push(one), note)
    })
    await Promise.all([makeTrouble({ service, desk }, run, trouble), ...chatting, ...sharing])
    const lostCases = [...desk.lost, ...shared.flatMap(({ faults }) => faults), ...(await lookAgain(desk, shared))]
    desk.leave()
    const { counted, conversations, messages } = traffic
    const [deleted, lives] = [shared.filter(({ isDeleted }) => isDeleted).length, shared.filter(({ isLive }) => isLive).length]
    const { kills } = trouble
    const figures = { kills, conversations, messages, permissions: shared.length, deleted, lives, steps: desk.steps, lostCases, stuck }
    await service.end()
    return { ...counted, ...figures, integrity: integrityOf(run.folder) }
  } finally {
    desk.leave()
    await service.end()
  }
}

/** What is said to as many conversations as there are chats, at most all. */
async function inQuiet({ url }: Service, chats: number): Promise<ReadonlyMap<Conversation, readonly string[]>> {
  const said = new Map<Conversation, readonly string[]>()
  for (const one of CONVERSATIONS.slice(0, chats)) said.set(one, await heldInQuiet(new Family(url, `quiet-${one.council}`), one))
  return said
}

async function chat(
  { url }: Service,
  traffic: { readonly counted: Counted; conversations: number; messages: number },
  quiet: ReadonlyMap<Conversation, readonly string[]>,
  number: number,
): Promise<void> {
  const [conversation, answers] = [...quiet][number % quiet.size] ?? []
  if (!conversation || !answers) return
  const family = new Family(url, `family-${number}`)
  await hold(family, conversation)
  add(traffic.counted, countFaults(family.taken, answers, await family.log(), family.heard))
  family.close()
  traffic.conversations += 1
  traffic.messages += family.taken.length
}

/** Milliseconds from the start to being ready, on a machine that does nothing else. */
const USUAL_START = 1500

interface Killed {
  readonly service: Service
  readonly desk: KilledDesk
}

async function makeTrouble({ service, desk }: Killed, run: KillRun, trouble: { kills: number; isOver: boolean }): Promise<void> {
  try {
    let slowness = 1
    while (trouble.kills < run.kills && !run.isStopped?.()) {
      // On a busy machine pages take longer to come back, too: a life that is too short for that shows nothing.
      await new Promise((resolve) => setTimeout(resolve, run.life * slowness * Math.random()))
      await service.kill()
      trouble.kills += 1
      const began = Date.now()
      await service.start()
      slowness = Math.max(1, (Date.now() - began) / USUAL_START)
      if ((await fetch(`${service.url}/healthz/ready`)).status !== 200) throw new Error('The store did not open.')
      // A chat is offered only while an adviser is there.
      desk.queue().catch(() => undefined)
      if (trouble.kills % 10 === 0) run.onProgress(`${trouble.kills} of ${run.kills} kills; the store opened each time`)
    }
  } finally {
    trouble.isOver = true
  }
}

function integrityOf(folder: string): string {
  const file = join(folder, 'data', 'store.db')
  if (!existsSync(file)) return 'no file'
  const database = new DatabaseSync(file)
  const row = database.prepare('PRAGMA integrity_check').get()
  database.close()
  return String(row?.['integrity_check'])
}
