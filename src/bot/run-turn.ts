// One turn of the bot: read what the conversation remembers, talk, save it with compare-and-set.
import { hash } from 'node:crypto'
import { ActivityTypes, type Activity } from 'botframework-schema'
import type { TurnContext } from 'botbuilder-core'
import { ownMemory, readMemory, type Memory } from '../memory/memory'
import { TURN, type Turn } from './state-port'

/** The conversation, handed in from the dialogs. */
export interface Talk {
  readonly steps: string
  greet(context: TurnContext, memory: Memory, turn: TurnFacts): Promise<Memory>
  hear(context: TurnContext, memory: Memory, turn: TurnFacts & { readonly begunAgain: boolean }): Promise<Memory>
}

type TurnFacts = Pick<Turn, 'council' | 'language' | 'sealed' | 'chat' | 'erase'>

export type BotLogic = (context: TurnContext) => Promise<void>

/** The key under which a conversation's memory is kept. */
export const MEMORY_KEY = 'memory'

/** Thrown when another turn of the same conversation saved first; the channel runs the turn again or says sorry. */
export class MemoryConflict extends Error {
  override readonly name = 'MemoryConflict'
}

/** The bot as channels run it: greets who joins, hears messages, and leaves everything else alone. @throws MemoryConflict */
export function createBot(talk: Talk): BotLogic {
  const steps = fingerprintOf(talk.steps)
  return async (context) => {
    const { activity } = context
    const isJoin = isSomebodyJoining(activity)
    if (!isJoin && activity.type !== ActivityTypes.Message) return
    const turn = context.turnState.get(TURN) as Turn
    const saved = await turn.states.read(MEMORY_KEY)
    const { memory, begunAgain } = saved?.isOwn
      ? { memory: ownMemory(saved.value), begunAgain: false }
      : readMemory(saved?.value ?? null, steps)
    if (isJoin && memory.greeted) return
    let version = saved?.version ?? null
    const erase = (): void => {
      turn.erase()
      version = null
    }
    const facts: TurnFacts = { council: turn.council, language: turn.language, sealed: turn.sealed, chat: turn.chat, erase }
    const next = isJoin ? await talk.greet(context, memory, facts) : await talk.hear(context, memory, { ...facts, begunAgain })
    if (!(await turn.states.write(MEMORY_KEY, JSON.stringify(next), version))) throw new MemoryConflict()
  }
}

/** What is saved with every conversation in place of the names themselves. */
export function fingerprintOf(steps: string): string {
  return hash('sha256', steps).slice(0, 16)
}

function isSomebodyJoining({ type, membersAdded, recipient }: Partial<Activity>): boolean {
  return type === ActivityTypes.ConversationUpdate && (membersAdded ?? []).some(({ id }) => id !== recipient?.id)
}
