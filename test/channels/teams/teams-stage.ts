// Sets the stage for tests with Teams: the endpoint, both bots, the handoff service and a clock that is moved by hand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdapter } from '../../../src/channels/adapter'
import { createMessagesEndpoint } from '../../../src/channels/messages-endpoint'
import { createServer, type EdgeServer } from '../../../src/channels/server'
import type { TopicFound } from '../../../src/channels/teams/staff-parts'
import { loadConfig } from '../../../src/config'
import { loadPack } from '../../../src/content/load'
import type { Pack } from '../../../src/content/pack'
import { createHandoffs, type HandoffService } from '../../../src/handoff/create-handoffs'
import type { Route } from '../../../src/rules/handoff/handoff-types'
import { TryAgain } from '../../../src/handoff/delivery-faults'
import { NO_RECEIVERS } from '../../../src/handoff/receivers'
import { createLog } from '../../../src/log'
import { desksAsPlaces } from '../../../src/open-places'
import { openTeams, type OpenTeams } from '../../../src/open-teams'
import { contentDir } from '../../../src/project-root'
import { hashLinkCode, LINK_CODE_LIFE, newLinkCode } from '../../../src/store/link-code'
import { openStore } from '../../../src/store/open-store'
import type { Store } from '../../../src/store/port'
import { KEYS, NOON } from '../../handoff/stage'
import { SHOWN, SUMMARY } from '../../handoff/sample-summary'
import { call } from '../page'
import { FakeTeams, type Card, type Person } from './fake-teams'
import { cardOf, CHANNEL, sentFrom, TEAM, type Place } from './team'

export const pack = loadPack(contentDir)
export class TeamsStage {
  readonly clock = { now: NOON }
  readonly teams = new FakeTeams()
  readonly heardByFamilyBot: string[] = []
  readonly failures: unknown[] = []
  readonly folder = mkdtempSync(join(tmpdir(), 'teams-'))
  /** The pack that it runs with; by default no organisation talks from Teams. */
  pack: Pack = pack
  /** What the family's chat was told: the message, and what fills it. */
  readonly told: { readonly conversation: string; readonly message: string; readonly vars: Readonly<Record<string, string>> }[] = []
  /** The family's chat takes nothing. */
  isFamilyGone = false
  found: TopicFound = { kind: 'not-sure', topics: [], words: '' }
  store!: Store
  service!: HandoffService
  opened!: OpenTeams
  private edge!: EdgeServer
  private url = ''
  private count = 0

  async start(env: Record<string, string> = {}): Promise<this> {
    if (this.teams.url === '') await this.teams.start()
    const config = loadConfig({ PORT: '0', DATA_DIR: this.folder, ...env })
    const log = createLog({ write: () => undefined })
    this.store = openStore(join(this.folder, 'store.db'))
    const now = (): number => this.clock.now
    // For ever: the SDK leaves the timer of a request behind whose connection broke, and a worker would wait for it.
    const adapter = createAdapter({ config, timeout: 0, onTurnError: async (_, error) => void this.failures.push(error) })
    const publicUrl = 'https://advice.example'
    this.opened = await openTeams({
      config,
      pack: this.pack,
      store: this.store.teams,
      adapter: () => adapter,
      publicUrl: () => publicUrl,
      now,
    })
    this.service = createHandoffs({
      store: this.store.handoffs,
      outbox: this.store.outbox,
      scrub: async () => this.store.scrub(),
      ring: KEYS,
      places: desksAsPlaces(this.pack),
      receivers: NO_RECEIVERS,
      tellFamily: async (conversation, _key, _id, message, vars) => {
        if (this.isFamilyGone) throw new TryAgain('no-answer')
        this.told.push({ conversation, message: message.replace('handoff.', ''), vars })
      },
      mailer: null,
      noticeWords: () => null,
      cards: this.opened.cards,
      publicUrl,
      loopback: 'allowed',
      now,
      random: () => 0.5,
      report: (error) => this.failures.push(error),
    })
    const bot = this.opened.route({
      family: async (context) => void this.heardByFamilyBot.push(context.activity.text ?? context.activity.type),
      handoffs: this.service.handoffs,
      ring: KEYS,
      findTopic: async () => this.found,
    })
    const messages = createMessagesEndpoint({ config, store: this.store, adapter, bot, log })
    this.edge = createServer({ config, log, mounts: [messages.mount], upgrades: [] })
    this.url = await this.edge.listen()
    return this
  }

  /** Where Teams sends what happens there. */
  get endpoint(): string {
    return `${this.url}/api/messages`
  }

  /** The process goes; what is on disk and in Teams stays. */
  async halt(): Promise<void> {
    this.edge.restify.server.closeAllConnections()
    await this.edge.close()
    await this.store.close()
  }

  async stop(): Promise<void> {
    await this.halt()
    await this.teams.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A code, typed in the channel by Priya. */
  async linked(members: readonly Person[], organisation = 'demo-sendiass', place: Place = {}): Promise<void> {
    this.teams.members.set(place.team ?? TEAM, [...(this.teams.members.get(place.team ?? TEAM) ?? []), ...members])
    const [first] = members
    if (first) await this.say(first, `<at>Common Ground</at> link ${await this.code(organisation)}`, place)
  }

  async code(organisation = 'demo-sendiass'): Promise<string> {
    const code = newLinkCode()
    await this.store.teams.addCode(hashLinkCode(KEYS, code), organisation, this.clock.now + LINK_CODE_LIFE)
    return code
  }

  /** One that a family said yes to; its card is in the channel. Gives its id. */
  async waiting(
    route: Route = 'callback',
    summary: object = {},
    organisation = 'demo-sendiass',
  ): Promise<{ id: string; reference: string }> {
    const { handoffs } = this.service
    const leave = handoffs.present(organisation)
    const id = await handoffs.begin({ council: 'demo', organisation, route, conversation: null, packVersion: '2026.11.1' })
    const request = {
      id,
      summary: { ...SUMMARY, ...summary },
      shown: `${SHOWN} ${JSON.stringify(summary)}`,
      contact: '07700 900123',
      conversationKey: null,
    }
    const shared = await handoffs.share(request)
    leave()
    if (shared.kind !== 'shared') throw new Error(`not shared: ${shared.why}`)
    await this.settle()
    return { id, reference: shared.reference }
  }

  /** Everything that is due. */
  async settle(): Promise<void> {
    await this.service.worker.drain()
  }

  async pass(ms: number): Promise<void> {
    this.clock.now += ms
    await this.settle()
  }

  /** Types something; gives what the bot says to it. */
  async say(who: Person, text: string, place: Place = {}, more: object = {}): Promise<string> {
    const before = this.teams.texts().length
    const answer = await this.send(who, { type: 'message', text, ...more }, place)
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
    return this.teams.texts().slice(before).join('\n---\n')
  }

  /** Presses a button of the card that is shown now, or of one that was kept. */
  async press(
    who: Person,
    verb: string,
    place: Place = {},
    card: Card = this.card(),
  ): Promise<{ readonly said: string | null; readonly card: Card | null }> {
    const action = card.actions.find((one) => one.verb === verb)
    const value = { action: { type: 'Action.Execute', verb, data: action?.data }, trigger: 'manual' }
    const shown = this.teams.cards(CHANNEL)[0]
    const thread = shown && place.channel === undefined && !place.isPersonal ? { thread: shown.conversation } : {}
    const answer = await this.send(
      who,
      { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: shown?.id },
      { ...place, ...thread },
    )
    const body = JSON.parse(answer.text) as { type: string; value: unknown }
    await this.settle()
    return typeof body.value === 'string' ? { said: body.value, card: null } : { said: null, card: body.value as Card }
  }

  card(at = 0): Card {
    return cardOf(this.teams.cards(CHANNEL)[at]?.activity)
  }

  async send(who: Person, activity: object, place: Place) {
    this.count += 1
    const from = { ...sentFrom(who, place), id: `m${this.count}`, serviceUrl: this.teams.url }
    return call(`${this.url}/api/messages`, 'POST', null, { ...from, ...activity })
  }
}
