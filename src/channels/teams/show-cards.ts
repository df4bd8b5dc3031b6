// Puts the card of a case into its organisation's channel once, and brings that one up to date from then on.
import type { Activity } from 'botframework-schema'
import type { CardHistory, Cards } from '../../handoff/cards'
import { TryAgain, Undeliverable } from '../../handoff/delivery-faults'
import type { Handoff } from '../../rules/handoff/handoff-types'
import type { TeamsBinding, TeamsCard, TeamsStore } from '../../store/teams-port'
import type { AdviceAdapter } from '../adapter'
import type { Bindings } from './bindings'
import { asAttachment, cardTitle, queueCard, replacedCard, type CardDrawn, type CardWords } from './queue-card'
import { faultOf, wasNotTaken } from './teams-faults'
import type { Asked } from './who-is-asked'

export interface CardParts {
  readonly adapter: Pick<AdviceAdapter, 'connectorFor'>
  readonly store: Pick<TeamsStore, 'card' | 'putCard' | 'dropCard' | 'onDuty'>
  readonly whoIsAsked: (binding: TeamsBinding, escalated: CardHistory['escalated']) => Promise<readonly Asked[]>
  readonly bindings: Bindings
  readonly words: CardWords
  readonly now: () => number
}

/** A second card of a case is sent only so long after the first, when nobody knows whether that came through. */
const UNCONFIRMED_FOR = 2 * 60_000
const SENDS = 2

export function showCards(parts: CardParts): Pick<Cards, 'isBound' | 'show' | 'isAnybodyOnDuty'> {
  return {
    isBound: (organisation) => parts.bindings.of(organisation) !== null,
    isAnybodyOnDuty: async (organisation) => (await parts.store.onDuty(organisation, parts.now())).length > 0,
    show: async (handoff, history) => {
      const binding = parts.bindings.of(handoff.organisation)
      if (!binding) throw new Undeliverable('no-receiver')
      const card = await parts.store.card(handoff.id)
      const asked = handoff.state === 'queued' ? await parts.whoIsAsked(binding, history.escalated) : []
      const drawn = { ...history, asked, maybeTwice: (card?.sends ?? 0) > 1 }
      try {
        if (card?.state !== 'shown') await create(parts, binding, handoff, card, drawn)
        else if (handoff.state === 'queued' && history.escalatedWith > card.version) await replace(parts, binding, handoff, card, drawn)
        else await update(parts, handoff, card, drawn)
      } catch (error) {
        throw await failed(parts, handoff, card, error)
      }
    },
  }
}

/** The message that carries the card. Its summary is what a notification shows. */
export function cardMessage(words: CardWords, handoff: Handoff, drawn: CardDrawn): Partial<Activity> {
  return { type: 'message', summary: cardTitle(words, handoff), attachments: [asAttachment(queueCard(words, handoff, drawn))] }
}

/** Doing it twice does no harm. */
async function update(parts: CardParts, handoff: Handoff, card: TeamsCard & { state: 'shown' }, drawn: CardDrawn): Promise<void> {
  if (card.version >= handoff.version) return
  const connector = await parts.adapter.connectorFor(card.serviceUrl)
  const message = { ...cardMessage(parts.words, handoff, drawn), id: card.activity }
  await connector.conversations.updateActivity(card.conversation, card.activity, message as Activity)
  await parts.store.putCard({ ...card, version: handoff.version, at: parts.now() })
}

/** A change of a card notifies nobody, so a new one comes in its place. Done again after a crash, the old one says the same. */
async function replace(
  parts: CardParts,
  binding: TeamsBinding,
  handoff: Handoff,
  card: TeamsCard & { state: 'shown' },
  drawn: CardDrawn,
): Promise<void> {
  const connector = await parts.adapter.connectorFor(card.serviceUrl)
  const message = { type: 'message', attachments: [asAttachment(replacedCard(parts.words))], id: card.activity }
  try {
    await connector.conversations.updateActivity(card.conversation, card.activity, message as Activity)
  } catch (error) {
    if (faultOf(error).kind !== 'gone') throw error
  }
  await create(parts, binding, handoff, null, drawn)
}

/** What is noted before it is sent outlives this process: then it counts as sent. */
async function create(
  parts: CardParts,
  binding: TeamsBinding,
  handoff: Handoff,
  before: TeamsCard | null,
  drawn: CardDrawn,
): Promise<void> {
  const now = parts.now()
  if (handoff.endedAt !== null) return
  if (before && before.sends >= SENDS) throw new Undeliverable('unconfirmed')
  if (before && now - before.at < UNCONFIRMED_FOR) throw new TryAgain('unconfirmed')
  const { serviceUrl } = binding
  const sends = (before?.sends ?? 0) + 1
  await parts.store.putCard({ handoff: handoff.id, serviceUrl, at: now, sends, state: 'sending' })
  const message = cardMessage(parts.words, handoff, { ...drawn, maybeTwice: sends > 1 })
  try {
    const connector = await parts.adapter.connectorFor(serviceUrl)
    const { id: conversation, activityId: activity } = await connector.conversations.createConversation({
      isGroup: true,
      bot: { id: binding.bot, name: '' },
      tenantId: binding.tenant,
      channelData: { channel: { id: binding.channel }, tenant: { id: binding.tenant } },
      activity: message as Activity,
      members: [],
    })
    if (!conversation || !activity) throw new TryAgain('unconfirmed')
    await parts.store.putCard({
      handoff: handoff.id,
      serviceUrl,
      at: now,
      sends,
      state: 'shown',
      conversation,
      activity,
      version: handoff.version,
    })
  } catch (error) {
    if (wasNotTaken(error)) await takeBack(parts, handoff, before)
    throw error
  }
}

/** Nothing came through: it stands as before. */
async function takeBack({ store }: CardParts, { id }: Handoff, before: TeamsCard | null): Promise<void> {
  if (before) await store.putCard(before)
  else await store.dropCard(id)
}

/** The delivery's fault; a channel in which the bot may not speak any more is not tried again. */
async function failed(
  { bindings, store, now }: CardParts,
  { id, organisation }: Handoff,
  card: TeamsCard | null,
  error: unknown,
): Promise<unknown> {
  const fault = faultOf(error)
  if (fault.kind === 'other') return fault.error
  if (fault.kind === 'gone' && card?.state === 'shown') {
    // Somebody deleted the card in Teams: a new one is made.
    await store.dropCard(id)
    return new TryAgain('card-deleted')
  }
  await bindings.broke(organisation, now())
  return new Undeliverable('binding-broken')
}
