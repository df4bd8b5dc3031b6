// A whole server with a small bot, for the tests of channels: echo, choices, typing, memory, failure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TurnContext } from 'botbuilder-core'
import { MessageFactory } from 'botbuilder-core'
import type { Server } from 'restify'
import { TURN, type Turn } from '../../src/bot/state-port'
import { createAdapter, type AdviceAdapter, type Logic } from '../../src/channels/adapter'
import { createDirectLine, type DirectLine } from '../../src/channels/direct-line/direct-line'
import type { AuthenticationOverrides } from '../../src/channels/authentication'
import { createHealth } from '../../src/channels/health'
import { keepRunning } from '../../src/channels/keep-running'
import { createMessagesEndpoint } from '../../src/channels/messages-endpoint'
import { createServer, type EdgeServer } from '../../src/channels/server'
import { loadConfig, type Config } from '../../src/config'
import { createLog, type Log } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/port'

export interface TestServer {
  readonly url: string
  readonly folder: string
  readonly config: Config
  readonly store: Store
  readonly adapter: AdviceAdapter
  readonly directLine: DirectLine
  readonly edge: EdgeServer
  readonly log: Log
  readonly logged: string[]
  readonly clock: { now: number | null }
  stop(): Promise<boolean>
}

export interface TestServerOptions {
  readonly env?: Record<string, string>
  readonly folder?: string
  readonly bot?: Logic
  readonly secret?: string
  readonly overrides?: AuthenticationOverrides
  readonly mount?: (server: Server) => void
  /** In place of one in the folder; closed with the server. */
  readonly store?: Store
}

export const PLACEHOLDER = '(words not kept)'

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'channels-'))
  const config = loadConfig({ PORT: '0', DATA_DIR: folder, ...options.env })
  const logged: string[] = []
  const log = createLog({ write: (line) => void logged.push(line) })
  const clock: { now: number | null } = { now: null }
  const store = options.store ?? openStore(join(folder, 'store.db'))
  const adapter = createAdapter({
    config,
    timeout: 500,
    ...(options.overrides ? { overrides: options.overrides } : {}),
    onTurnError: async (context) => void (await context.sendActivity('Sorry, that went wrong.')),
  })
  const directLine = createDirectLine({
    config,
    store,
    adapter,
    bot: options.bot ?? testBot,
    log,
    secret: options.secret ?? 'a secret for tests only, 32 or more',
    isCouncil: (id) => id === 'southend',
    isLanguage: (tag) => tag === 'ar',
    withhold: (text) => /want to die/i.test(text),
    placeholder: PLACEHOLDER,
    now: () => clock.now ?? Date.now(),
  })
  const messages = createMessagesEndpoint({ config, store, adapter, bot: options.bot ?? testBot, log })
  const isReady = async () => !running.isStopping && (await store.isWritable())
  const health = createHealth({ log, version: '1.2.3', isReady })
  const mounts = [directLine.mount, messages.mount, health.mount, ...(options.mount ? [options.mount] : [])]
  const edge = createServer({ config, log, mounts, upgrades: [directLine.upgrade] })
  const url = await edge.listen()
  const running = keepRunning({ edge, directLine, messages, store, log })
  const stop = async () => {
    const isClean = await running.stop()
    if (!options.folder) rmSync(folder, { recursive: true, force: true })
    return isClean
  }
  return { url, folder, config, store, adapter, directLine, edge, log, logged, clock, stop }
}

/** Counts what it hears and echoes it; a few words make it do more. */
async function testBot(context: TurnContext): Promise<void> {
  const turn = context.turnState.get(TURN) as Turn
  if (context.activity.type === 'conversationUpdate') {
    await context.sendActivity(MessageFactory.suggestedActions(['Red', 'Blue'], `Hello from ${turn.council ?? 'nowhere'}`))
    return
  }
  if (context.activity.type !== 'message') return
  const text = context.activity.text
  if (text === 'fail') throw new Error('the word fail was typed')
  if (text === 'kill') process.kill(process.pid, 'SIGKILL')
  if (text === 'delete') turn.erase()
  if (text === 'typing') await context.sendActivity({ type: 'typing' })
  if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 300))
  const saved = text === 'delete' ? null : await turn.states.read('memory')
  const count = saved ? (JSON.parse(saved.value) as { count: number }).count + 1 : 1
  await turn.states.write('memory', JSON.stringify({ count, last: text }), saved?.version ?? null)
  const dropped = (context.activity.channelData as { attachmentsDropped?: number } | undefined)?.attachmentsDropped
  await context.sendActivity(`${count}: ${text}${dropped ? ` (${dropped} files dropped)` : ''}`)
}
