// Joins the parts: settings, store, pack, rules, dialogs, channels and pages. The only file that knows them all.
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTalk } from '../dialogs/talk'
import { createBot } from './bot/run-turn'
import { createAdapter, type AdapterParts } from './channels/adapter'
import { createDirectLine } from './channels/direct-line/direct-line'
import { createHealth } from './channels/health'
import { keepRunning, type Running } from './channels/keep-running'
import { createMessagesEndpoint } from './channels/messages-endpoint'
import { createServer } from './channels/server'
import { londonNow } from './clock'
import type { Config } from './config'
import { tokenSecret } from './config-token-secret'
import { loadPack } from './content/load'
import { words } from './content/wording'
import { createLog } from './log'
import { captureConsole } from './log-console'
import { logCrashes } from './log-crash'
import { contentDir, projectRoot } from './project-root'
import { findCrisis } from './rules/crisis/find-crisis'
import { openStore } from './store/open-store'
import { createTalkTools } from './talk-tools'
import { unansweredNotes } from './unanswered-notes'
import { buildPackModel, modeFor, openTopicFinder } from './topic-finder'
import { mountWeb } from './web/mount'
import { webDeps } from './web-deps'

export interface App {
  /** `http://127.0.0.1:3978` */
  readonly url: string
  /** What is printed when everything is ready. */
  readonly banner: string
  readonly running: Running
}

/** Starts everything and listens. @throws PackFaults, PortTaken */
export async function startApp(config: Config): Promise<App> {
  const pack = loadPack(contentDir)
  const say = (id: string, vars: Record<string, string> = {}): string => words(pack, id, { voice: 'parent', vars }).text.trim()
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 })
  const log = createLog()
  const sdkConsole = captureConsole(log)
  logCrashes(log)
  const store = openStore(join(config.DATA_DIR, 'store.db'))
  const model = await buildPackModel()
  const finder = soon(() => openTopicFinder(pack, model, modeFor(config.EMBEDDINGS)))
  const bot = createBot(
    createTalk(
      createTalkTools({
        pack,
        now: londonNow,
        findTopic: async (text) => (await finder()).findTopic(text),
        unanswered: unansweredNotes(store.unanswered, log),
        senseCrisis: async (text, listed) => (await finder()).senseCrisis(text, listed),
      }),
    ),
  )
  const onTurnError: AdapterParts['onTurnError'] = async (context, error) => {
    await context.sendActivity(say('bot.sorry', { reference: log.failure('turn', error) }))
  }
  const adapter = createAdapter({ config, onTurnError })
  const directLine = createDirectLine({
    config,
    store,
    adapter,
    bot,
    log,
    secret: tokenSecret(config, () => randomBytes(32).toString('base64url')),
    isCouncil: (id) => pack.councils.has(id),
    withhold: (text) => findCrisis(text, pack.safeguarding.lists).level !== 'none',
    placeholder: say('bot.not-kept'),
  })
  const messages = createMessagesEndpoint({ config, store, adapter, bot, log })
  const health = createHealth({ log, version: pack.version, isReady: async () => !running.isStopping && (await store.isWritable()) })
  const edge = createServer({
    config,
    log,
    mounts: [directLine.mount, messages.mount, health.mount, (server) => mountWeb(server, webDeps(config, pack, projectRoot))],
    upgrades: [directLine.upgrade],
  })
  const running: Running = keepRunning({ edge, directLine, messages, store, log, console: sdkConsole })
  const url = await edge.listen()
  void finder()
  return { url, banner: bannerOf(url), running }
}

/** Made once, when it is first asked for: the encoder takes a second that nobody should wait for before the first word. */
function soon<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}

function bannerOf(url: string): string {
  return [
    'Common Ground is ready.',
    `  A sample Local Offer page with the chat   ${url}/`,
    `  The chat by itself                        ${url}/chat?council=demo`,
    `  The Bot Framework endpoint                ${url}/api/messages`,
    'Stop it with Ctrl-C.',
  ].join('\n')
}
