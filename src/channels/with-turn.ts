// Tells the bot about its turn before it runs.
import type { TurnContext } from 'botbuilder-core'
import { TURN, type Turn } from '../bot/state-port'
import type { Logic } from './adapter'

/** The same logic, with `turn` under its key in the turn's state. */
export function withTurn(turn: Turn, logic: Logic): Logic {
  return async (context: TurnContext) => {
    context.turnState.set(TURN, turn)
    await logic(context)
  }
}
