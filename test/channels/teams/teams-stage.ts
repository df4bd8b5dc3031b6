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
import { createHandoffs, type HandoffService } from '../../../src/handoff/create-handoffs'
import type { Route } from '../../../src/rules/handoff/handoff-types'
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
import { FakeTeams, type Card, type Person, type Said } from './fake-teams'

export const pack = loadPack(contentDir)
export const TENANT = '11111111-1111-4111-8111-111111111111'
export const TEAM = '19:team@thread.tacv2'
export const CHANNEL = '19:queue@thread.tacv2'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: `29:${name.toLowerCase()}`,
  aadObjectId: `aad-${name.toLowerCase()}`,
  name: `${name} Example`,
  givenName: name,
  userPrincipalName: `${name.toLowerCase()}@example.org`,
  userRole: 'user',
  tenantId: TENANT,
  ...more,
})

/** Who is in the team; each test may change them. */
export function people(): Record<'priya' | 'tom' | 'guest', Person> {
  const guest = person('Gus', { userPrincipalName: 'gus_other.org#EXT#@example.org', userRole: 'guest' })
  return { priya: person('Priya'), tom: person('Tom'), guest }
}

export interface Place {
  readonly team?: string
  readonly channel?: string
  readonly tenant?: string
  /** A chat of their own. */
  readonly isPersonal?: boolean
}

export class TeamsStage {
  readonly clock = { now: NOON }
  readonly teams = new FakeTeams()
  readonly heardByFamilyBot: string[] = []
  readonly failures: unknown[] = []
  readonly folder = mkdtempSync(join(tmpdir(), 'teams-'))
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
    const adapter = createAdapter({ config, timeout: 1000, onTurnError: async (_, error) => void this.failures.push(error) })
    const publicUrl = 'https://advice.example'
    this.opened = await openTeams({ config, pack, store: this.store.teams, adapter: () => adapter, publicUrl: () => publicUrl, now })
    this.service = createHandoffs({
      store: this.store.handoffs,
      outbox: this.store.outbox,
      scrub: async () => this.store.scrub(),
      ring: KEYS,
      places: desksAsPlaces(pack),
      packVersion: pack.version,
      receivers: NO_RECEIVERS,
      tellFamily: async () => undefined,
      mailer: null,
      noticeWords: () => null,
      hub: null,
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
    const id = await handoffs.begin({ council: 'demo', organisation, route, conversation: null })
    const request = { id, summary: { ...SUMMARY, ...summary }, shown: SHOWN, contact: '07700 900123', conversationKey: null }
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
    const answer = await this.send(
      who,
      { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: this.teams.cards(CHANNEL)[0]?.id },
      place,
    )
    const body = JSON.parse(answer.text) as { type: string; value: unknown }
    await this.settle()
    return typeof body.value === 'string' ? { said: body.value, card: null } : { said: null, card: body.value as Card }
  }

  card(at = 0): Card {
    return cardOf(this.teams.cards(CHANNEL)[at]?.activity)
  }

  async send(who: Person, activity: object, { team = TEAM, channel = CHANNEL, tenant = TENANT, isPersonal = false }: Place) {
    this.count += 1
    const conversation = isPersonal
      ? { id: `a:${who.id}`, conversationType: 'personal', tenantId: tenant }
      : { id: `${channel};messageid=1`, conversationType: 'channel', isGroup: true, tenantId: tenant }
    const data = isPersonal ? { tenant: { id: tenant } } : { tenant: { id: tenant }, team: { id: team }, channel: { id: channel } }
    return call(`${this.url}/api/messages`, 'POST', null, {
      channelId: 'msteams',
      id: `m${this.count}`,
      serviceUrl: this.teams.url,
      conversation,
      from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
      recipient: { id: '28:bot', name: 'Common Ground' },
      channelData: data,
      ...activity,
    })
  }
}

export function cardOf(said: Said | undefined): Card {
  const content = said?.attachments?.[0]?.content
  if (!content) throw new Error('no card')
  return content
}

export function textOf(card: Card): string {
  return card.body.flatMap(({ inlines }) => inlines.map(({ text }) => text)).join('\n')
}

export function verbsOf(card: Card): readonly string[] {
  return card.actions.flatMap(({ verb }) => verb ?? [])
}
