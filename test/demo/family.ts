// A family in the chat, over our own Direct Line: says things, and says them again under the same id when nobody answered.
import { DirectLineClient, type Heard } from '../direct-line-client'
import type { Patience } from './patience'

/** What the family answers, by the id of the message that asks. */
export type Answers = Readonly<Record<string, string>>

export class Family {
  private constructor(
    private readonly chat: DirectLineClient,
    private readonly patience: Patience,
  ) {}

  static async open(url: string, patience: Patience): Promise<Family> {
    const family = new Family(await DirectLineClient.open(url, 'demo'), patience)
    await family.chat.hear(1)
    return family
  }

  /** Says it and gives all messages of the answer. */
  async say(text: string): Promise<readonly Heard[]> {
    return this.chat.say(text)
  }

  /** Says it and answers what is asked until this message comes, which is given. @throws Error where a question has no answer here */
  async talkUntil(goal: string, first: string, answers: Answers): Promise<Heard> {
    let said = await this.say(first)
    for (let turn = 0; turn < 40; turn += 1) {
      const found = said.find(({ advice }) => advice?.['message'] === goal)
      if (found) return found
      const asked = String(said.at(-1)?.advice?.['message'])
      const answer = answers[asked]
      if (answer === undefined) throw new Error(`The chat asks ${asked}, and the family does not know what to say.`)
      said = await this.say(answer)
    }
    throw new Error(`The chat never comes to ${goal}.`)
  }

  /** Sends until it is taken, always under the same id, as the chat's page does. */
  async insist(text: string, onRefused: () => void): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const status = await this.chat.send(text, { channelData: { clientActivityID: `demonstration-${text}` } }).catch(() => 0)
      if (status === 200) return
      onRefused()
      await this.patience.pause(300)
    }
    throw new Error('A line of the family was never taken.')
  }

  /** Everything in the chat from the beginning, as a page that is loaded again gets it. */
  async everything(): Promise<readonly Heard[]> {
    return this.chat.everything().catch(() => [])
  }
}
