// Brings what is new of a case into the chat of whoever holds it: the case itself, then each line of the family, and of their own that was typed at the desk, once and in order, then the end.
import type { Cards } from '../../handoff/cards'
import { Undeliverable } from '../../handoff/delivery-faults'
import { TYPED_THERE, type Case, type RelayLine } from '../../handoff/handoffs'
import { inThrees } from '../../rules/handoff/reference'
import type { Handoff } from '../../rules/handoff/handoff-types'
import type { TeamsChat } from '../../store/teams-port'
import { riskLine } from '../../desk/handoff-lines'
import { caseLink } from './queue-card'
import { isAgreed, isChosen, isWith, type RelayParts } from './relay-parts'
import { changeInChat, sayInChat } from './say-in-chat'
import { faultOf } from './teams-faults'

/** A pause after which a line says again whose it is. */
const PAUSE = 10 * 60_000
/** Somebody presses Accept, and it is theirs a moment later: so long what is prepared for that is left alone. */
const PREPARED_FOR = 60_000

/** Marks of what is being said that is no line of the family's; those have their own number, from 1. */
const [HELLO, GOODBYE] = [-2, -3]

export function relayChats(parts: RelayParts): Pick<Cards, 'mayTalk' | 'bring' | 'notDelivered'> {
  return {
    mayTalk: (organisation) => isChosen(parts.pack, organisation),
    bring: async (handoff, read) => {
      for (const chat of await parts.store.chats(handoff.id)) {
        try {
          await (isWith(handoff, chat) ? goOn(parts, handoff, chat, await read()) : leave(parts, handoff, chat))
        } catch (error) {
          const fault = faultOf(error)
          throw fault.kind === 'other' ? fault.error : new Undeliverable('chat-gone')
        }
      }
    },
    notDelivered: async (handoff) => {
      const chats = (await parts.store.chats(handoff.id)).filter((chat) => isWith(handoff, chat) && chat.lastSeq >= 0)
      for (const chat of chats) await sayInChat(parts, chat, null, parts.words.tell('relay-not-delivered')).catch(() => undefined)
    },
  }
}

async function goOn(parts: RelayParts, handoff: Handoff, before: TeamsChat, seen: Case): Promise<void> {
  let chat = before
  if (chat.lastSeq < 0) {
    if (!isAgreed(parts.pack, seen)) return refuse(parts, handoff, chat)
    chat = await begin(parts, handoff, chat, seen)
  }
  const lines = seen.relay.filter(({ source, seq }) => !source.startsWith(TYPED_THERE) && seq > chat.lastSeq)
  for (const line of lines) {
    const { chat: said } = await sayInChat(parts, chat, line.seq, textOf(parts, chat, seen, line))
    chat = { ...said, lastSeq: line.seq, sending: null, at: line.at }
    await parts.store.putChat(chat)
  }
}

/** The family was asked before the organisation chose this, or is with an organisation that has not: the desk is where they talk. */
async function refuse(parts: RelayParts, { id }: Handoff, chat: TeamsChat): Promise<void> {
  await sayInChat(parts, chat, HELLO, parts.words.tell('relay-at-desk', { link: caseLink(parts.words.publicUrl(), id) }))
  await parts.store.dropChat(chat)
}

async function begin(parts: RelayParts, handoff: Handoff, chat: TeamsChat, seen: Case): Promise<TeamsChat> {
  const { tell, publicUrl } = parts.words
  const vars = { family: familyOf(parts, seen), risk: riskLine(parts.words, handoff), link: caseLink(publicUrl(), handoff.id) }
  const { chat: said, id } = await sayInChat(parts, chat, HELLO, `${tell('relay-begun', vars)}\n\n${seen.shown ?? ''}`.trim())
  const begun = { ...said, summary: id, lastSeq: 0, sending: null, at: 0 }
  await parts.store.putChat(begun)
  return begun
}

function textOf(parts: RelayParts, chat: TeamsChat, seen: Case, { sender, text, at }: RelayLine): string {
  const isHeaded = at - chat.at > PAUSE
  return `${isHeaded ? `${familyOf(parts, seen)}\n` : ''}${parts.words.tell(sender === 'family' ? 'relay-line' : 'relay-desk-line', { text })}`
}

function familyOf({ words: { tell } }: RelayParts, { reference }: Case): string {
  return reference === null ? tell('relay-family-no-code') : tell('relay-family', { code: inThrees(reference) })
}

/** What was shared goes from the chat; what was typed there stays with the organisation's Microsoft 365, and whoever typed it is asked to delete it. */
async function leave(parts: RelayParts, handoff: Handoff, chat: TeamsChat): Promise<void> {
  if (chat.lastSeq < 0) {
    if (parts.now() - chat.at > PREPARED_FOR) await parts.store.dropChat(chat)
    return
  }
  if (chat.summary !== null) await changeInChat(parts, chat, chat.summary, parts.words.tell('relay-removed'))
  await sayInChat(parts, chat, GOODBYE, parts.words.tell(`relay-${howItWent(handoff)}`))
  await parts.store.dropChat(chat)
}

function howItWent({ endedAt, endReason }: Handoff): 'back' | 'withdrawn' | 'left' | 'idle' | 'ended' {
  if (endedAt === null) return 'back'
  if (endReason === 'withdrawn' || endReason === 'erased') return 'withdrawn'
  if (endReason === 'family-left') return 'left'
  return endReason === 'idle' ? 'idle' : 'ended'
}
