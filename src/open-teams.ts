// Joins the bot for staff in Teams to this deployment: the service, the words, the desks, and who may link a channel.
import type { AdviceAdapter, Logic } from './channels/adapter'
import { openBindings, type Bindings } from './channels/teams/bindings'
import { relayChats } from './channels/teams/relay-chat'
import { createRoster } from './channels/teams/roster'
import { routeTeams } from './channels/teams/route-teams'
import { showCards } from './channels/teams/show-cards'
import { createStaffBot } from './channels/teams/staff-bot'
import type { StaffParts, TopicFound } from './channels/teams/staff-parts'
import { whoIsAsked } from './channels/teams/who-is-asked'
import { teamsWords } from './channels/teams/teams-words'
import type { CardWords } from './channels/teams/queue-card'
import { londonNow } from './clock'
import type { Config } from './config'
import type { Pack } from './content/pack'
import { openingHoursOf } from './content/schema/desk'
import { deskWords } from './desk/desk-words'
import type { Cards } from './handoff/cards'
import type { KeyRing } from './store/key-ring'
import type { Others } from './store/others-port'
import type { TeamsStore } from './store/teams-port'

export interface OpenTeamsParts {
  readonly config: Config
  readonly pack: Pack
  readonly store: TeamsStore
  /** Other instances on the same store. */
  readonly others?: Others
  readonly adapter: () => Pick<AdviceAdapter, 'connectorFor'>
  readonly publicUrl: () => string
  readonly now?: () => number
}

export interface OpenTeams {
  /** Where the outbox brings cards. */
  readonly cards: Cards
  readonly bindings: Bindings
  /** Both bots behind one logic. */
  route(parts: RouteGiven): Logic
  /** Deletes what has been kept long enough. */
  sweep(): Promise<number>
}

export interface RouteGiven {
  readonly family: Logic
  readonly handoffs: StaffParts['handoffs']
  readonly ring: KeyRing
  readonly findTopic: (text: string) => Promise<TopicFound>
}

/** Corrections are kept as long as the events of handoffs. */
const CORRECTIONS_KEPT = 395 * 24 * 3600 * 1000

export async function openTeams({ config, pack, store, others, adapter, publicUrl, now = Date.now }: OpenTeamsParts): Promise<OpenTeams> {
  const words: CardWords = {
    say: deskWords(pack),
    tell: teamsWords(pack),
    pack,
    london: (moment) => londonNow(new Date(moment)),
    now,
    publicUrl,
  }
  const bindings = await openBindings(store, others)
  const roster = createRoster(now)
  const staffName = (given: string): string => words.tell('adviser', { name: given }).replace(/^, /, '')
  const organisations = desksOf(pack)
  const connecting = { connectorFor: async (serviceUrl: string) => adapter().connectorFor(serviceUrl) }
  return {
    bindings,
    cards: {
      ...relayChats({ adapter: connecting, store, words, pack, now }),
      ...showCards({
        adapter: connecting,
        store,
        bindings,
        words,
        now,
        whoIsAsked: (binding, escalated) =>
          whoIsAsked({ store, leads: config.TEAMS_LEADS, unknown: words.tell('lead'), now }, binding, escalated),
      }),
    },
    route: ({ family, ...given }) => {
      const mayLink = (tenant: string): boolean => isTenantAllowed(config, tenant)
      const staff = createStaffBot({ ...given, store, bindings, roster, staffName, words, pack, organisations, mayLink, now })
      return routeTeams({ family, staff, store, bindings })
    },
    sweep: async () => store.sweep(now(), now() - CORRECTIONS_KEPT),
  }
}

function desksOf(pack: Pack): StaffParts['organisations'] {
  return [...pack.desks.values()].map((desk) => ({ id: desk.id, name: desk.name, hours: openingHoursOf(desk) }))
}

/** On one machine, where no tenant is set, any may be tried. */
function isTenantAllowed({ TEAMS_TENANTS: others, MicrosoftAppTenantId: own, PROFILE: profile }: Config, tenant: string): boolean {
  const allowed = [...others, ...(own === undefined ? [] : [own])].map((one) => one.toLowerCase())
  if (allowed.length === 0) return profile === 'local'
  return allowed.includes(tenant.toLowerCase())
}
