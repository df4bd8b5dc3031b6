// What stands in for Microsoft's connector service when a chat runs over our own Direct Line: replies stay in this process.
import { ConnectorFactory, type ConnectorClient } from 'botframework-connector'
import type { Activity, ResourceResponse } from 'botframework-schema'

/** The service address of our own Direct Line. It is never accepted from the network. */
export const LOCAL_SERVICE_URL = 'urn:botframework:local:directline'

/** Takes one activity that the bot sends; gives the id it is known by. */
export type TakeReply = (activity: Partial<Activity>) => Promise<ResourceResponse>

/** A factory whose clients hand every reply to `take`. */
export function localConnectorFactory(take: TakeReply): ConnectorFactory {
  return new LocalConnectorFactory(take)
}

class LocalConnectorFactory extends ConnectorFactory {
  constructor(private readonly take: TakeReply) {
    super()
  }

  override async create(): Promise<ConnectorClient> {
    const { take } = this
    const conversations = {
      sendToConversation: (_conversation: string, activity: Partial<Activity>) => take(activity),
      replyToActivity: (_conversation: string, _activityId: string, activity: Partial<Activity>) => take(activity),
      updateActivity: notPossible,
      deleteActivity: notPossible,
      getConversationMembers: async () => [],
    }
    return { conversations } as unknown as ConnectorClient
  }
}

async function notPossible(): Promise<never> {
  throw new Error('Direct Line cannot change what was sent')
}
