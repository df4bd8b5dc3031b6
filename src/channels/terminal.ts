// A conversation in the terminal: the same bot, its memory in this process only, its buttons as numbers.
import { BotAdapter, TurnContext } from 'botbuilder-core'
import type { Activity, ResourceResponse } from 'botframework-schema'
import { TURN } from '../bot/state-port'
import { turnInMemory } from '../bot/turn-in-memory'
import type { Logic } from './adapter'

/** What the bot said in one turn. */
export interface Said {
  readonly text: string
  readonly choices: readonly string[]
}

class TerminalAdapter extends BotAdapter {
  said: Said[] = []
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const { type, text, suggestedActions } of activities) {
      if (type === 'message') this.said.push({ text: text ?? '', choices: (suggestedActions?.actions ?? []).map(({ title }) => title) })
    }
    return activities.map((_, index) => ({ id: String(index) }))
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

/** A conversation: give it what was typed (null to begin) and it gives back what the bot said. Nothing is written anywhere. */
export function openTerminal(bot: Logic, council: string | null): (typed: string | null) => Promise<readonly Said[]> {
  const turn = turnInMemory({ council, sealed: true })
  let count = 0
  return async (typed) => {
    const adapter = new TerminalAdapter()
    const context = new TurnContext(adapter, activityOf(typed, (count += 1)))
    context.turnState.set(TURN, turn)
    await bot(context)
    return adapter.said
  }
}

function activityOf(typed: string | null, count: number): Activity {
  const base = { id: String(count), channelId: 'terminal', conversation: { id: 'terminal' }, from: { id: 'you' }, recipient: { id: 'bot' } }
  return (typed === null
    ? { ...base, type: 'conversationUpdate', membersAdded: [{ id: 'you' }] }
    : { ...base, type: 'message', text: typed }) as unknown as Activity
}
