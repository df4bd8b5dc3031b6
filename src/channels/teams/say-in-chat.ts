// Says something in somebody's own chat in Teams: as plain text, once where that can be known, and marked where it may stand there twice.
import type { Activity } from 'botframework-schema'
import type { TeamsChat } from '../../store/teams-port'
import type { RelayParts } from './relay-parts'
import { faultOf, wasNotTaken } from './teams-faults'

/** What was said, and the chat as it is kept now. */
export interface Said {
  readonly chat: TeamsChat
  readonly id: string
}

/** `mark`: noted before it goes out, so that after a fault or a crash the next try is marked; null for what is tried once only. */
export async function sayInChat(parts: RelayParts, before: TeamsChat, mark: number | null, text: string): Promise<Said> {
  let chat = await withConversation(parts, before)
  const isAgain = mark !== null && chat.sending === mark
  if (mark !== null && !isAgain) {
    chat = { ...chat, sending: mark }
    await parts.store.putChat(chat)
  }
  try {
    const connector = await parts.adapter.connectorFor(chat.serviceUrl)
    const words = isAgain ? `${parts.words.tell('relay-again')}\n${text}` : text
    const { id } = await connector.conversations.sendToConversation(chat.conversation ?? '', asText(words) as Activity)
    return { chat, id }
  } catch (error) {
    if (mark !== null && !isAgain && wasNotTaken(error)) await parts.store.putChat({ ...chat, sending: null })
    throw error
  }
}

/** Doing it twice does no harm. What is gone needs no change. */
export async function changeInChat(parts: RelayParts, chat: TeamsChat, id: string, text: string): Promise<void> {
  const connector = await parts.adapter.connectorFor(chat.serviceUrl)
  try {
    await connector.conversations.updateActivity(chat.conversation ?? '', id, { ...asText(text), id } as Activity)
  } catch (error) {
    if (faultOf(error).kind !== 'gone') throw error
  }
}

/** Teams gives the same chat again for the same person, so asking twice makes no second one. */
async function withConversation(parts: RelayParts, chat: TeamsChat): Promise<TeamsChat> {
  if (chat.conversation !== null) return chat
  const connector = await parts.adapter.connectorFor(chat.serviceUrl)
  const { id: conversation } = await connector.conversations.createConversation({
    isGroup: false,
    bot: { id: chat.bot, name: '' },
    members: [{ id: chat.user, name: '' }],
    tenantId: chat.tenant,
    channelData: { tenant: { id: chat.tenant } },
  } as Parameters<typeof connector.conversations.createConversation>[0])
  const known = { ...chat, conversation }
  await parts.store.putChat(known)
  return known
}

/** Nothing in it is read as Markdown or markup, whatever a family types. */
function asText(text: string): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain' }
}
