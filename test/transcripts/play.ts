// Plays a transcript against the real bot, dialogs and pack, on the channel that its header names.
import { TurnContext } from 'botbuilder-core'
import type { Activity } from 'botframework-schema'
import { createTalk } from '../../dialogs/talk'
import type { TopicFinding } from '../../dialogs/visit'
import { createBot, type BotLogic } from '../../src/bot/run-turn'
import { TURN, type Turn } from '../../src/bot/state-port'
import { turnInMemory } from '../../src/bot/turn-in-memory'
import { shapedFor } from '../../src/channels/shape-outgoing'
import type { Pack } from '../../src/content/pack'
import { createTalkTools, type TalkParts } from '../../src/talk-tools'
import { day } from '../holidays'
import { Stage } from '../stage-adapter'
import { peopleOf } from './people'
import type { BotLine, Transcript, Turn as TranscriptTurn } from './transcript'

export interface Played {
  readonly turns: readonly TranscriptTurn[]
  /** Everything sent, as it left the bot. */
  readonly activities: readonly Partial<Activity>[]
  /** What the conversation remembered at the end, as it would be stored. */
  readonly memory: string | null
}

export interface StageParts {
  readonly pack: Pack
  readonly findTopic: (text: string) => Promise<TopicFinding>
  readonly senseCrisis?: TalkParts['senseCrisis']
  /** What brings an activity to the bot and gives back what it says; none: straight into it. */
  readonly carry?: (bot: BotLogic, turn: Turn) => (activity: Activity) => Promise<readonly Partial<Activity>[]>
}

export async function play({ header, turns }: Transcript, { pack, findTopic, senseCrisis, carry = straight }: StageParts): Promise<Played> {
  const channelId = header['channelId'] ?? 'directline'
  const now = { today: day(header['today'] ?? '2026-11-20'), time: header['time'] ?? null }
  const bot = createBot(
    createTalk(
      createTalkTools({ pack, now: () => now, findTopic, people: peopleOf(pack, now, header), ...(senseCrisis ? { senseCrisis } : {}) }),
    ),
  )
  const sealed = channelId !== 'msteams'
  const chat = sealed ? { conversation: 'a-conversation', key: new Uint8Array(32) } : null
  const turn = turnInMemory({ council: header['council'] ?? null, language: header['language'] ?? null, sealed, chat })
  const tell = carry(bot, turn)
  const played: TranscriptTurn[] = []
  const activities: Partial<Activity>[] = []
  for (const { user } of turns) {
    const sent = await tell(user === null ? join(channelId) : message(channelId, user))
    activities.push(...sent)
    played.push({ user, bot: sent.map((one) => lineOf({ ...one, ...shapedFor(channelId, one) })) })
  }
  return { turns: played, activities, memory: turn.saved()?.value ?? null }
}

function straight(bot: BotLogic, turn: Turn): (activity: Activity) => Promise<readonly Partial<Activity>[]> {
  return async (activity) => {
    const stage = new Stage()
    const context = new TurnContext(stage, activity)
    context.turnState.set(TURN, turn)
    await bot(context)
    return stage.sent
  }
}

function lineOf(activity: Partial<Activity>): BotLine {
  const suggested = activity.suggestedActions?.actions ?? []
  const cards = (activity.attachments ?? []).flatMap(({ content }) => (content as { buttons?: { title: string }[] }).buttons ?? [])
  const buttons = [...suggested, ...cards].map(({ title }) => title)
  return { text: (activity.text ?? '').trim(), buttons, shownAs: suggested.length > 0 ? 'Suggestions' : cards.length > 0 ? 'Card' : null }
}

const people = {
  from: { id: 'user', name: '' },
  recipient: { id: 'bot', name: '' },
  conversation: { id: 'conversation', isGroup: false, conversationType: 'personal', name: '' },
}

function join(channelId: string): Activity {
  return { ...people, type: 'conversationUpdate', id: 'join', channelId, membersAdded: [{ id: 'user', name: '' }] } as unknown as Activity
}

function message(channelId: string, text: string): Activity {
  return { ...people, type: 'message', id: `m${Math.random()}`, channelId, text: text === '(empty)' ? '' : text } as unknown as Activity
}
