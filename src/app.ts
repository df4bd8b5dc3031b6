// Joins the parts: settings, store, pack, rules, dialogs, channels and pages. The only file that knows them all.
import { createTalk } from '../dialogs/talk'
import type { TalkTools } from '../dialogs/visit'
import { createBot } from './bot/run-turn'
import type { DirectLine } from './channels/direct-line/direct-line'
import { createHealth } from './channels/health'
import { keepRunning, type Running } from './channels/keep-running'
import { createHandoffEndpoint } from './channels/handoff-endpoint'
import { createServer } from './channels/server'
import { londonNow } from './clock'
import type { Config } from './config'
import type { DeskDeps } from './desk/desk-deps'
import { mountDesk, type MountedDesk } from './desk/mount-desk'
import { openChannels } from './open-channels'
import { openDesk } from './open-desk'
import { openGround, type Ground } from './open-ground'
import { openMyInformation } from './open-my-information'
import { openTeams } from './open-teams'
import type { Handoffs } from './handoff/handoffs'
import { mountEditor } from './editor/mount-editor'
import { openEditor } from './open-editor'
import { openHandoffs } from './open-handoffs'
import { openMetrics } from './open-metrics'
import { projectRoot } from './project-root'
import { retentionOf } from './read-retention'
import { createTalkTools } from './talk-tools'
import { unansweredNotes } from './unanswered-notes'
import { findSoon, modeFor, openTopicFinder, type TopicFinder } from './topic-finder'
import { mountWeb } from './web/mount'
import { mountSecurityTxt } from './web/security-txt'
import { webDeps } from './web-deps'

export interface App {
  /** `http://127.0.0.1:3978` */
  readonly url: string
  /** What is printed when everything is ready. */
  readonly banner: string
  readonly running: Running
}

/** Starts everything and listens. @throws PackFaults, WrongSettings, WrongKeys, WrongReceivers, NoDatabase, PortTaken */
export async function startApp(config: Config): Promise<App> {
  const ground = await openGround(config)
  const { pack, log, store } = ground
  const publicUrl = (): string => config.PUBLIC_URL ?? url
  const teams = await openTeams({ config, pack, store: store.teams, others: store.others, adapter: () => channels.adapter, publicUrl })
  const { retained: retention, of: periods } = retentionOf(config.RETENTION_FILE, (id) => pack.councils.has(id))
  const directLineLater = (): DirectLine => channels.directLine
  const handoffs = openHandoffs({ config, pack, store, log, retention, directLine: directLineLater, publicUrl, cards: teams.cards })
  const mine = openMyInformation({ config, pack, handoffs: handoffs.handoffs, log, publicUrl })
  const open = (): Promise<TopicFinder> => openTopicFinder(pack, ground.model, modeFor(config.EMBEDDINGS))
  const finder = findSoon(open, (fault) => void log.failure('turn', fault))
  const family = createBot(createTalk(talkTools(ground, finder, { handoffs: handoffs.handoffs, eraseLink: mine.linkFor })))
  const channels = openChannels(config, ground, {
    family,
    everybody: teams.route({ family, handoffs: handoffs.handoffs, ring: handoffs.ring, findTopic: finder.findTopic }),
  })
  const desk = openDesk({ config, pack, handoffs: handoffs.handoffs, log, root: projectRoot })
  const editor = openEditor({ config, overlay: ground.overlay, unanswered: store.unanswered, log })
  let mountedDesk: MountedDesk | null = null
  const { directLine, messages } = channels
  const health = createHealth({ log, version: pack.version, isReady: async () => !running.isStopping && (await store.isWritable()) })
  const edge = createServer({
    config,
    log,
    mounts: [
      directLine.mount,
      messages.mount,
      createHandoffEndpoint({ log, readCase: handoffs.readCase, hubStatus: handoffs.hubStatus }).mount,
      health.mount,
      openMetrics(ground.metrics, { config, pack, store, directLine, messages }).mount,
      (server) =>
        mountWeb(server, webDeps({ config, pack, root: projectRoot, forms: directLine.forms, periods, today: () => londonNow().today })),
      mine.mount,
      (server) => mountSecurityTxt(server, config.SECURITY_CONTACT ?? null),
      (server) => void (mountedDesk = desk && mountDesk(server, desk)),
      (server) => void (editor && mountEditor(server, editor)),
    ],
    upgrades: [directLine.upgrade],
  })
  const besides = [handoffs, ground.overlay, { sweep: teams.sweep, stop: async () => mountedDesk?.close() }]
  const running: Running = keepRunning({ edge, directLine, messages, besides, store, retention, log, console: ground.console })
  const url = await edge.listen()
  handoffs.worker.start()
  finder.warm()
  return { url, banner: bannerOf(url, { desk: desk?.signIn, editor: editor?.signIn }, handoffs.keysMadeAt), running }
}

function talkTools(
  { pack, overlay: { editions }, crisisReader, log, store }: Ground,
  { findTopic, senseCrisis }: TopicFinder,
  { handoffs, eraseLink }: { readonly handoffs: Handoffs; readonly eraseLink: (id: string) => string },
): TalkTools {
  return createTalkTools({
    pack,
    editions,
    crisisReader,
    now: londonNow,
    findTopic,
    unanswered: unansweredNotes(store.unanswered, log),
    senseCrisis,
    people: { ...handoffs, eraseLink, londonAt: (moment) => londonNow(new Date(moment)) },
  })
}

type SignIn = DeskDeps['signIn'] | undefined

function bannerOf(url: string, { desk, editor }: { readonly desk: SignIn; readonly editor: SignIn }, keysMadeAt: string | null): string {
  return [
    'Common Ground is ready.',
    `  A sample Local Offer page with the chat   ${url}/`,
    `  The chat by itself                        ${url}/chat?council=demo`,
    `  The Bot Framework endpoint                ${url}/api/messages`,
    ...(desk?.kind === 'local' ? [`  The staff desk (one-time link, 10 minutes) ${desk.links.make(url)}`] : []),
    ...(editor?.kind === 'local' ? [`  The editor's page (the same)              ${editor.links.make(url)}`] : []),
    ...(keysMadeAt ? [`The keys for what families share are in ${keysMadeAt}. Set SEND_KEYS before real families use this.`] : []),
    'Stop it with Ctrl-C.',
  ].join('\n')
}
