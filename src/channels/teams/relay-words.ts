// What a member of staff types in their own chat while they talk with a family from there: it goes to the family, unless it is one of three commands.
import type { Activity } from 'botframework-schema'
import type { Handoff } from '../../rules/handoff/handoff-types'
import type { TeamsChat } from '../../store/teams-port'
import { answerHeld } from './answer-cases'
import { refusalWords } from './press-card'
import { readCommand, readLines } from './read-command'
import { isWith } from './relay-parts'
import type { Asker, StaffParts } from './staff-parts'

const MOST = 2000

export interface TalkingWith {
  readonly handoff: Handoff
  readonly chat: TeamsChat
}

/** The family they talk with from Teams: there is one at most, because nobody holds two chats at once. */
export async function talkingWith(
  { handoffs, store }: StaffParts,
  { staff, binding, person, isInTeam }: Asker,
): Promise<TalkingWith | null> {
  if (isInTeam) return null
  const held = (await handoffs.queueOf(staff)).find(({ acceptedBy, route }) => acceptedBy?.id === staff.id && route === 'live')
  if (!held) return null
  const theirs = { tenant: binding.tenant, person }
  const chat = (await store.chats(held.id)).find((one) => one.tenant === theirs.tenant && one.person === person && isWith(held, one))
  return chat ? { handoff: held, chat } : null
}

/** What is said to them; empty where it went to the family. */
export async function answerTyped(parts: StaffParts, asker: Asker, { handoff, chat }: TalkingWith, activity: Activity): Promise<string> {
  const { tell } = parts.words
  const text = readLines(activity.text ?? '')
  if (text.startsWith('/')) return command(parts, asker, text)
  if (chat.lastSeq < 0) return tell('relay-wait')
  if (text === '' || hasAttachment(activity)) return tell('relay-text-only')
  if (text.length > MOST) return tell('relay-too-long', { most: String(MOST) })
  const came = await parts.handoffs.tell(asker.staff, handoff.id, { source: `teams-${activity.id ?? ''}`.slice(-80), text })
  return came.kind === 'done' ? '' : refusalWords(parts, came)
}

async function command(parts: StaffParts, asker: Asker, text: string): Promise<string> {
  const { kind } = readCommand(text)
  if (kind === 'end' || kind === 'put-back' || kind === 'code') return answerHeld(parts, asker, kind)
  return parts.words.tell('relay-command')
}

/** Teams sends the same words once more as HTML. */
function hasAttachment({ attachments }: Activity): boolean {
  return (attachments ?? []).some(({ contentType }) => contentType !== 'text/html')
}
