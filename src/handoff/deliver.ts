// One delivery to where it belongs. What is deleted meanwhile is not sent; what is sent is read from the store as it goes out.
import { escalated } from '../rules/handoff/escalation'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Delivery } from '../store/outbox-port'
import { openRow } from '../store/seal-record'
import { LINE_GIVEN_UP } from './back-off'
import type { Cards } from './cards'
import type { Core } from './core'
import { Undeliverable } from './delivery-faults'
import { hubEvent } from './hub-event'
import { noticeText, type Mailer, type NoticeWords } from './mail'
import { openCase, openSecret, openSummary, relayKey, relayLabel } from './open-case'
import type { Receivers } from './receivers'
import type { LookUp } from './safe-address'
import { webhookBody } from './webhook-body'
import { sendWebhook, type WebhookTarget } from './webhook'

/**
 * Says something in the family's chat: once for each `deliveryId`, however often it is called.
 * An adviser's line is the message `handoff.adviser-line` with `name` and `text`.
 */
export type TellFamily = (
  conversation: string,
  key: Uint8Array,
  deliveryId: string,
  messageId: string,
  vars: Readonly<Record<string, string>>,
) => Promise<void>

export interface Ways {
  readonly receivers: Receivers
  readonly tellFamily: TellFamily
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null
  /** Null for a kind of which no mail is sent. */
  readonly noticeWords: (kind: string, route: Handoff['route']) => NoticeWords | null
  /** Null where staff have no channel besides the desk. */
  readonly cards: Cards | null
  /** Without a slash at its end. */
  readonly publicUrl: string
  readonly loopback: 'allowed' | 'refused'
  readonly lookUp?: LookUp
}

const HUB_KINDS = ['handoff.created', 'callback.requested']

/** @throws TryAgain, Undeliverable */
export async function deliver(core: Core, ways: Ways, delivery: Delivery): Promise<void> {
  const handoff = await core.store.find(delivery.handoff)
  if (!handoff) throw new Undeliverable('no-handoff')
  if (delivery.dest === 'family') return toFamily(core, ways, delivery, handoff)
  if (delivery.dest.startsWith('teams:')) return toCard(core, ways, handoff)
  if (delivery.dest.startsWith('teams-chat:')) return toChat(core, ways, handoff)
  const receiver = ways.receivers.get(handoff.organisation)
  const reference = async (): Promise<string | null> => (await openSummary(core, handoff))?.summary.reference ?? null
  const link = `${ways.publicUrl}/desk/case/${handoff.id}`
  if (delivery.dest.startsWith('webhook:')) {
    if (!receiver?.webhook) throw new Undeliverable('no-receiver')
    return post(
      core,
      ways,
      receiver.webhook,
      delivery.id,
      JSON.stringify(webhookBody(delivery, handoff, await reference(), ways.publicUrl)),
    )
  }
  if (delivery.dest.startsWith('mail:')) {
    const words = ways.noticeWords(delivery.kind, handoff.route)
    if (!words) return
    if (!receiver?.mail || !ways.mailer) throw new Undeliverable('no-receiver')
    return ways.mailer.send({
      id: delivery.id,
      to: receiver.mail.to,
      subject: words.subject,
      text: noticeText(words, await reference(), link),
    })
  }
  if (!HUB_KINDS.includes(delivery.kind)) return
  if (!receiver?.hub) throw new Undeliverable('no-receiver')
  const [words, told] = [ways.noticeWords(delivery.kind, handoff.route), await reference()]
  const message = words ? noticeText(words, told, link) : ''
  return post(core, ways, receiver.hub, delivery.id, JSON.stringify(hubEvent(delivery, handoff, { reference: told, link, message })))
}

async function post({ now }: Core, { loopback, lookUp }: Ways, target: WebhookTarget, id: string, body: string): Promise<void> {
  return sendWebhook(target, id, body, { loopback, now: now(), ...(lookUp ? { lookUp } : {}) })
}

/** Drawn as the case stands now, whatever it was that changed. */
async function toCard({ store }: Core, { cards }: Ways, handoff: Handoff): Promise<void> {
  if (!cards?.isBound(handoff.organisation)) throw new Undeliverable('no-receiver')
  const events = await store.events(handoff.id)
  const { to, version } = escalated(events)
  const wasTaken = events.some(({ kind }) => kind === 'accept')
  return cards.show(handoff, { wasTaken, escalated: to, escalatedWith: version })
}

/** Whoever holds it reads it there: that is written down as on the desk. */
async function toChat(core: Core, { cards }: Ways, handoff: Handoff): Promise<void> {
  const holder = handoff.acceptedBy?.id
  await cards?.bring(handoff, async () => {
    if (holder !== undefined) await core.store.audit({ staff: holder, handoff: handoff.id, what: 'open', at: core.now() })
    return openCase(core, handoff)
  })
}

/** With the organisation's number, which every message of a wait may name. What was deleted is not said any more, and that is not a failure. */
async function toFamily(core: Core, { tellFamily }: Ways, delivery: Delivery, handoff: Handoff): Promise<void> {
  const kept = await openSecret(core, handoff, 'conversation-key')
  if (kept === null || handoff.conversation === null) return
  const key = Buffer.from(kept, 'base64url')
  const place = core.places.find(handoff.organisation)
  if (delivery.kind !== 'adviser-line') {
    const told = Object.fromEntries(Object.entries(delivery.vars).map(([name, value]) => [name, String(value)]))
    return tellFamily(handoff.conversation, key, delivery.id, delivery.kind, {
      phone: place?.phone ?? '',
      ...(handoff.isToMediation && handoff.contactMadeOn === null ? { notContact: 'yes' } : {}),
      ...told,
    })
  }
  const seq = Number(delivery.vars['seq'])
  const [line, lineKey] = [await core.store.line(handoff.id, seq), await relayKey(core, handoff)]
  if (!line || !lineKey) return
  // Looked at last: another worker that found it too late may have told the family of what came after it.
  if (core.now() - delivery.createdAt > LINE_GIVEN_UP) throw new Undeliverable('too-late')
  const text = openRow(lineKey, relayLabel(handoff), String(seq), line.sealed)
  return tellFamily(handoff.conversation, key, delivery.id, 'handoff.adviser-line', { name: String(delivery.vars['name']), text })
}
