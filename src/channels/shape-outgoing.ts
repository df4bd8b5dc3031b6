// What a channel cannot show is put in a form that it can.
import { CardFactory, type Middleware, type TurnContext } from 'botbuilder-core'
import { ActivityTypes, Channels, type Activity, type Attachment } from 'botframework-schema'

const TEAMS_BUTTONS_A_CARD = 6

/** Middleware that shapes everything the bot sends for the channel it goes to. */
export const shapeOutgoing: Middleware = {
  onTurn: async (context: TurnContext, next: () => Promise<void>) => {
    context.onSendActivities(async (sending, activities, send) => {
      for (const activity of activities) Object.assign(activity, shapedFor(sending.activity.channelId, activity))
      return send()
    })
    await next()
  },
}

/** The fields of `activity` that must be different on this channel. */
export function shapedFor(channel: string | undefined, activity: Partial<Activity>): Partial<Activity> {
  if (channel === Channels.Msteams) return asTeamsCard(activity)
  return {}
}

/** Teams shows no suggested actions: they become buttons of a card whose own text stays empty, under the message's text. */
function asTeamsCard(activity: Partial<Activity>): Partial<Activity> {
  const actions = activity.suggestedActions?.actions ?? []
  if (activity.type !== ActivityTypes.Message || actions.length === 0) return {}
  const cards: Attachment[] = []
  for (let first = 0; first < actions.length; first += TEAMS_BUTTONS_A_CARD) {
    const card = CardFactory.heroCard('', undefined, actions.slice(first, first + TEAMS_BUTTONS_A_CARD))
    cards.push({ ...card, content: { ...(card.content as object), text: '' } })
  }
  return { attachments: [...(activity.attachments ?? []), ...cards], suggestedActions: undefined as never }
}
