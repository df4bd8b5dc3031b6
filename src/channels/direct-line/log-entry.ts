// One line of a conversation's log, as the page receives it: stamped by us, sealed on disk.
import type { Activity } from 'botframework-schema'
import type { Entry, Place } from '../../store/port'
import { seal, unseal } from '../../store/seal'
import { LOCAL_SERVICE_URL } from '../local-connector'
import type { PostedContent } from './incoming'

const BOT_ID = 'bot'

/** What every entry of one conversation shares. */
export interface Chat {
  readonly id: string
  readonly user: string
  readonly key: Uint8Array
}

export function activityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`
}

/** A person's activity as JSON, with id, time and sender of ours. */
export function stampPosted(chat: Chat, place: Place, content: PostedContent): string {
  return JSON.stringify({ ...content, ...stamp(chat, place, content.channelData), from: { id: chat.user, role: 'user' } })
}

/** A bot's activity as JSON. A reply to something that the log does not hold would be kept back by the page for seconds. */
export function stampReply(chat: Chat, place: Place, activity: Partial<Activity>): string {
  const { replyToId } = activity
  const answered = replyToId?.startsWith(`${chat.id}|`) ? Number(replyToId.slice(chat.id.length + 1)) : 0
  return JSON.stringify({
    ...activity,
    ...NOT_SENT,
    ...stamp(chat, place, activity.channelData as object | undefined),
    from: { ...activity.from, id: BOT_ID, role: 'bot' },
    replyToId: answered > 0 && answered < place.seq ? replyToId : undefined,
  })
}

/** `undefined` leaves a field out of the JSON. */
const NOT_SENT = {
  serviceUrl: undefined,
  callerId: undefined,
  deliveryMode: undefined,
  recipient: undefined,
  localTimestamp: undefined,
  localTimezone: undefined,
}

/** The sequence id keeps the page's order right where times or streams would not. */
function stamp(chat: Chat, place: Place, channelData: object | undefined) {
  return {
    id: activityId(chat.id, place.seq),
    timestamp: new Date(place.at).toISOString(),
    channelId: 'directline',
    conversation: { id: chat.id },
    channelData: { ...channelData, 'webchat:sequence-id': place.seq },
  }
}

export function sealEntry(chat: Chat, place: Place, json: string): Uint8Array {
  return seal(chat.key, { conversation: chat.id, purpose: 'entry', row: rowOf(place) }, json)
}

/** The JSON of an entry; throws SealBroken. */
export function openEntry(chat: Chat, place: Place, sealed: Uint8Array): string {
  return unseal(chat.key, { conversation: chat.id, purpose: 'entry', row: rowOf(place) }, sealed)
}

/** Whether the words of this entry were not kept. */
export function isWithheld(chat: Chat, { sealed, ...place }: Entry): boolean {
  try {
    const { channelData } = JSON.parse(openEntry(chat, place, sealed)) as { channelData?: { withheld?: boolean } }
    return channelData?.withheld === true
  } catch {
    return false
  }
}

/** That the bot is writing: shown to who is there, never kept. */
export function typingOf(chat: Chat): string {
  return JSON.stringify({ type: 'typing', channelId: 'directline', conversation: { id: chat.id }, from: { id: BOT_ID, role: 'bot' } })
}

function rowOf(place: Place): string {
  return `${place.seq}.${place.at}`
}

/** What the bot is given of a person's activity. */
export function forBot(json: string): Partial<Activity> {
  const activity = JSON.parse(json) as Partial<Activity> & { timestamp: string }
  return {
    ...activity,
    timestamp: new Date(activity.timestamp),
    serviceUrl: LOCAL_SERVICE_URL,
    recipient: { id: BOT_ID, name: '', role: 'bot' },
  }
}

/** What the bot is given when a conversation starts. */
export function conversationStarted(chat: Chat, now: number): Partial<Activity> {
  const common = fromNobody(chat, now)
  return { ...common, type: 'conversationUpdate', id: activityId(chat.id, 0), membersAdded: [common.from] }
}

/** What the bot is given when it speaks without having been spoken to. */
export function continuationOf(chat: Chat, now: number): Partial<Activity> {
  return { ...fromNobody(chat, now), type: 'event', name: 'ContinueConversation' }
}

function fromNobody(chat: Chat, now: number) {
  return {
    timestamp: new Date(now),
    channelId: 'directline',
    serviceUrl: LOCAL_SERVICE_URL,
    conversation: { id: chat.id, name: '', isGroup: false, conversationType: '' },
    from: { id: chat.user, name: '', role: 'user' },
    recipient: { id: BOT_ID, name: '', role: 'bot' },
  }
}
