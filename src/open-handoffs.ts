// Joins the handoff service to this deployment: its keys, its desks and receivers, its mail, and the chat in which families are told.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { DirectLine } from './channels/direct-line/direct-line'
import { WrongSettings, type Config } from './config'
import type { Pack } from './content/pack'
import { words } from './content/wording'
import { desksAsPlaces } from './open-places'
import { createHandoffs, type HandoffService } from './handoff/create-handoffs'
import type { Cards } from './handoff/cards'
import type { TellFamily } from './handoff/deliver'
import { Undeliverable } from './handoff/delivery-faults'
import { createMailer, type NoticeWords } from './handoff/mail'
import { NO_RECEIVERS, readReceivers, type Receivers } from './handoff/receivers'
import type { Log } from './log'
import type { Retained } from './rules/retention'
import type { KeyRing } from './store/key-ring'
import { openKeyRing } from './store/open-key-ring'
import type { Store } from './store/port'
import { toldActivity } from './channels/told-activity'

/** One for each service that a family may need; who needs more is given the number to ring. */
const SHARES_A_DAY = 3

export interface OpenHandoffParts {
  readonly config: Config
  readonly pack: Pack
  readonly store: Store
  readonly log: Log
  /** Where families are told: there is none before the channels are made. */
  readonly directLine: () => Pick<DirectLine, 'tell'>
  /** The address that links in mails begin with. */
  readonly publicUrl: () => string
  /** Where staff see cases besides the desk; null where nowhere. */
  readonly cards: Cards | null
  /** How long what is kept for whom. */
  readonly retention: readonly Retained[]
}

export interface OpenHandoffs extends HandoffService {
  /** Where the keys were made on this machine; null where they were set. */
  readonly keysMadeAt: string | null
  readonly ring: KeyRing
  /** Takes up no more deliveries and waits for those under way. */
  stop(): Promise<void>
}

/** @throws WrongKeys, WrongReceivers, WrongSettings */
export function openHandoffs({ config, pack, store, log, directLine, publicUrl, cards, retention }: OpenHandoffParts): OpenHandoffs {
  const { ring, madeAt } = openKeyRing({ keys: config.SEND_KEYS, profile: config.PROFILE, dataDir: config.DATA_DIR })
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = config
  const mailer = smtpUrl && from ? createMailer({ smtpUrl, from, host: mailHost(config) }) : null
  const tellFamily: TellFamily = async (conversation, key, deliveryId, messageId, vars) => {
    const isThere = await directLine().tell({ conversation, key }, deliveryId, toldActivity(pack, messageId, vars))
    if (!isThere) throw new Undeliverable('conversation-gone')
  }
  const service = createHandoffs({
    store: store.handoffs,
    outbox: store.outbox,
    others: store.others,
    ring,
    places: desksAsPlaces(pack),
    scrub: () => store.scrub(),
    receivers: receiversOf(config),
    tellFamily,
    mailer,
    noticeWords: (kind) => noticeWords(pack, kind),
    cards,
    retention,
    get publicUrl() {
      return publicUrl()
    },
    sharesADay: SHARES_A_DAY,
    loopback: config.PROFILE === 'local' ? 'allowed' : 'refused',
    onLookUpRefused: ({ id, organisation }) =>
      log.event('look-up-refused', { staff: log.hashed(id), organisation: log.hashed(organisation) }),
    report: (error) => void log.failure('handoff', error),
  })
  const stop = async (): Promise<void> => {
    service.stopHearing()
    await service.worker.stop()
    mailer?.close()
  }
  return { ...service, keysMadeAt: madeAt, ring, stop }
}

/** Who takes what is shared, from the file that the settings name. @throws WrongSettings, WrongReceivers */
export function receiversOf({ RECEIVERS_FILE: path, PROFILE: profile }: Config): Receivers {
  return path === undefined ? NO_RECEIVERS : readReceivers(inFile(path), profile)
}

function inFile(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    throw new WrongSettings(['RECEIVERS_FILE'])
  }
}

function mailHost({ PUBLIC_URL: url }: Config): string {
  return url === undefined ? 'localhost' : new URL(url).hostname
}

/** The words of the mail for a kind of delivery: one is sent when a family waits, and when it takes back what it shared; null for every other kind. */
export function noticeWords(pack: Pack, kind: string): NoticeWords | null {
  const message = { 'handoff.created': 'mail', 'callback.requested': 'mail', 'handoff.withdrawn': 'mail-withdrawn' }[kind]
  if (message === undefined) return null
  const say = (id: string, vars: Record<string, string> = {}): string => words(pack, id, { voice: 'parent', vars }).text.trim()
  const gaps = { reference: '{{reference}}', link: '{{link}}' }
  return { subject: say(`handoff.${message}-subject`), text: say(`handoff.${message}-text`, gaps) }
}
