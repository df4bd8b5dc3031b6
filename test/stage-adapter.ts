// An adapter that keeps what the bot says, for tests without a channel.
import { BotAdapter, type TurnContext } from 'botbuilder-core'
import type { Activity, ResourceResponse } from 'botframework-schema'

export class Stage extends BotAdapter {
  readonly sent: Partial<Activity>[] = []
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities)
    return activities.map((_, index) => ({ id: String(index) }))
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}
