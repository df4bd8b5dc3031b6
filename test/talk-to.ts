// A conversation with the real bot, dialogs and pack in this process, turn by turn, whose memory can be read and put back.
import { TurnContext } from 'botbuilder-core'
import type { Activity } from 'botframework-schema'
import { createTalk } from '../dialogs/talk'
import { createBot } from '../src/bot/run-turn'
import { TURN, type SavedState, type Turn } from '../src/bot/state-port'
import { turnInMemory } from '../src/bot/turn-in-memory'
import type { Memory } from '../src/memory/memory'
import { createTalkTools, type TalkParts } from '../src/talk-tools'
import { day } from './holidays'
import { Stage } from './stage-adapter'

/** One message of the bot. */
export interface BotSaid {
  /** Its id in the pack. */
  readonly id: string
  readonly text: string
  readonly choices: readonly string[]
  readonly topic: string | undefined
}

export interface Conversation {
  /** Types something; null for the moment somebody comes in. */
  readonly type: (text: string | null) => Promise<readonly BotSaid[]>
  readonly memory: () => Memory | null
  readonly saved: () => SavedState | null
  /** Goes back to what was remembered then. */
  readonly goTo: (saved: SavedState) => void
}

export interface ConversationParts
  extends Pick<TalkParts, 'pack' | 'findTopic'>, Partial<Pick<TalkParts, 'unanswered' | 'senseCrisis' | 'people' | 'editions'>> {
  readonly today?: string
  readonly channelId?: string
  readonly council?: string | null
  /** The page, where there is one that a person can be brought into. */
  readonly chat?: Turn['chat']
}

export function talkTo({
  today = '2026-11-20',
  channelId = 'directline',
  council = 'southend',
  chat = null,
  ...parts
}: ConversationParts): Conversation {
  const now = { today: day(today), time: null }
  const bot = createBot(createTalk(createTalkTools({ ...parts, now: () => now })))
  const turn = turnInMemory({ council, sealed: channelId !== 'msteams', chat })
  return {
    type: async (text) => {
      const stage = new Stage()
      const context = new TurnContext(stage, activityOf(channelId, text))
      context.turnState.set(TURN, turn)
      await bot(context)
      return stage.sent.map(saidBy)
    },
    memory: () => JSON.parse(turn.saved()?.value ?? 'null') as Memory | null,
    saved: () => turn.saved(),
    goTo: (saved) => turn.put(saved),
  }
}

function saidBy({ text, suggestedActions, channelData }: Partial<Activity>): BotSaid {
  const { message, topic } = (channelData as { advice: { message: string; topic?: string } }).advice
  return { id: message, text: text ?? '', choices: (suggestedActions?.actions ?? []).map(({ title }) => title), topic }
}

const people = { from: { id: 'user' }, recipient: { id: 'bot' }, conversation: { id: 'conversation' } }

function activityOf(channelId: string, text: string | null): Activity {
  return (text === null
    ? { ...people, type: 'conversationUpdate', id: 'join', channelId, membersAdded: [{ id: 'user' }] }
    : { ...people, type: 'message', id: 'message', channelId, text }) as unknown as Activity
}
