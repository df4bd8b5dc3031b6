// A family whose service is killed again and again: says each thing under one id until it is taken, and notes what was acknowledged.
import { DirectLineClient, type Heard } from '../direct-line-client'

const PAUSE = 60
const MOST_TRIES = 1000

/** Tries until it gives something; what it throws counts as not yet. @throws Error after a minute */
export async function insist<T>(what: string, attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const got = await attempt().catch(() => null)
    if (got !== null) return got
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  throw new Error(`Waited too long for ${what}`)
}

const ANSWERS: Readonly<Record<string, string>> = {
  'handoff.ways': 'Northshire SENDIASS (demonstration)',
  'handoff.ask-about': 'Something else',
  'triage.ask-decision': 'They will not do an EHC needs assessment',
  'date.confirm': 'Yes',
  'deadline.ask-certificate': 'No, not yet',
  'handoff.ask-role': 'A parent or carer',
  'handoff.ask-june': 'No, not yet',
  'handoff.ask-wants': 'Advice first',
  'handoff.ask-adviser': 'No, not yet',
  'handoff.ask-phone': '07700 900461',
  'handoff.ask-phone-instead': 'no',
  'handoff.ask-times': 'In the morning',
  'handoff.ask-leave-message': 'No, leave no message',
  'handoff.ask-name': 'Zebedee',
  'handoff.ask-needs': 'Nothing',
}
const DATED = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')

export class KilledFamily {
  /** What the service answered 200 to, in order. */
  readonly taken: string[] = []

  private constructor(
    private readonly chat: DirectLineClient,
    private readonly mayTalk: boolean,
  ) {}

  /** `mayTalk`: takes a chat with a person where one is offered, and else a call back. */
  static async open(url: string, mayTalk: boolean): Promise<KilledFamily> {
    const family = new KilledFamily(await insist('a chat', async () => DirectLineClient.open(url, 'demo')), mayTalk)
    await insist('the greeting', async () => ((await family.chat.everything()).length > 0 ? true : null))
    return family
  }

  async send(text: string): Promise<void> {
    const channelData = { clientActivityID: `${this.chat.conversation}-${this.taken.length}` }
    await insist(`"${text}" to be taken`, async () => ((await this.chat.send(text, { channelData })) === 200 ? true : null))
    this.taken.push(text)
  }

  /** The last message of the answer. */
  async say(text: string): Promise<Heard> {
    await this.send(text)
    return insist(`an answer to "${text}"`, async () => {
      const all = await this.chat.everything()
      const [users, last] = [all.filter(({ from }) => from === 'user'), all.at(-1)]
      return users.length >= this.taken.length && last?.from === 'bot' ? last : null
    })
  }

  /** Dates, a summary, the yes. Gives the reference, and whether it is for a chat; null where nobody is there for one any more, and the family is told so. */
  async share(): Promise<{ readonly reference: string; readonly isLive: boolean } | null> {
    await this.until('deadline.more', 'I have a letter about my child')
    const isLive = await this.until('handoff.summary', 'talk to a person')
    if (isLive === null) return null
    await this.say('Yes, share this')
    const said = (await this.messages('bot')).join('\n')
    const reference = /Your reference is (\d{3} \d{3} \d{3})/.exec(said)?.[1]
    if (reference !== undefined) return { reference, isLive }
    if (!isLive || !said.includes('Nothing was sent.')) throw new Error(`Nothing was shared: ${said.slice(-500)}`)
    return null
  }

  /** The chat is emptied by it, but for the answer. */
  async delete(): Promise<void> {
    await this.say('delete my information')
    await this.send('Yes')
    const isDone = (all: readonly Heard[]): boolean => all.some(({ advice }) => advice?.['message'] === 'interrupt.deleted')
    await insist('it to be deleted', async () => (isDone(await this.chat.everything()) ? true : null))
  }

  /** Everything that stands in the chat from one side. */
  async messages(from: 'user' | 'bot'): Promise<readonly string[]> {
    const all = await insist('the log', async () => this.chat.everything().then((found) => (found.length > 0 ? found : null)))
    return all.filter((one) => one.from === from).map(({ text }) => text)
  }

  private async whole(): Promise<readonly string[]> {
    return (await this.chat.everything()).map(({ from, text }) => `${from}: ${text}`)
  }

  /** Whether a chat with a person was taken on the way; null where it was and nobody was there any more. */
  private async until(goal: string, first: string): Promise<boolean | null> {
    let isLive = false
    let asked = await this.say(first)
    for (let turn = 0; turn < 40; turn += 1) {
      const id = String(asked.advice?.['message'])
      if (id === goal) return isLive
      if (isLive && id === 'deadline.more') return null
      if (id === 'handoff.how') isLive = this.mayTalk && asked.choices.includes('Chat with them now')
      const how = isLive ? 'Chat with them now' : 'Ask them to ring me'
      const answer = id === 'handoff.how' ? how : id === 'deadline.ask-letter-date' ? DATED : ANSWERS[id]
      if (answer === undefined) throw new Error(`The chat asks ${id}: ${(await this.whole()).slice(-6).join(' / ')}`)
      asked = await this.say(answer)
    }
    throw new Error(`The chat never comes to ${goal}`)
  }
}
