// Who answers in Teams: the bot for staff in teams' channels and in the chats of known staff, the family's bot everywhere else. Never both.
import { Channels } from 'botframework-schema'
import type { Logic } from '../adapter'
import { whereOf } from './where'
import { isKnownStaff, type WhoMayParts } from './who-may'

export interface RouteParts extends Pick<WhoMayParts, 'store' | 'bindings'> {
  readonly family: Logic
  readonly staff: Logic
}

/** Families never write in a team's channel, so nothing of the family's bot is run there, linked or not. */
export function routeTeams({ family, staff, ...parts }: RouteParts): Logic {
  return async (context) => {
    const { activity } = context
    if (activity.channelId !== Channels.Msteams) return family(context)
    const isForStaff = whereOf(activity).isInTeam || (await isKnownStaff(parts, context))
    return isForStaff ? staff(context) : family(context)
  }
}
