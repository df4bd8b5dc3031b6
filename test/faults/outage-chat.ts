// A family that goes on typing while the database is away, and keeps what it was told of each message.
import { call, newChat, openStream, read, readUntil, start, type Chat, type DirectLineActivity, type OpenStream } from '../channels/page'

export interface Answered {
  readonly status: number
  readonly text: string
  readonly ms: number
}

export class OutageChat {
  /** By what was said: whether the service has said that it has it. */
  readonly said = new Map<string, boolean>()
  readonly answers: Answered[] = []

  private isCut = false

  private constructor(
    private readonly url: string,
    private readonly elsewhere: string,
    readonly chat: Chat,
    public stream: OpenStream,
  ) {
    void stream.closed.then(() => (this.isCut = true))
  }

  /** `elsewhere`: the instance on which its stream is held. */
  static async open(url: string, elsewhere: string): Promise<OutageChat> {
    const chat = await newChat(url)
    const first = await streamOf(url, elsewhere, chat)
    await readUntil(url, chat, (texts) => texts.length > 0)
    return new OutageChat(url, elsewhere, chat, first)
  }

  /** As a page does whose stream was cut. */
  async openAgain(): Promise<void> {
    if (this.isCut) this.stream = await streamOf(this.url, this.elsewhere, this.chat)
  }

  /** Once; again under the same id where it was refused before. */
  async say(text: string): Promise<Answered> {
    const began = Date.now()
    const activity = { type: 'message', text, channelData: { clientActivityID: text } }
    const address = `${this.url}/v3/directline/conversations/${this.chat.conversationId}/activities`
    const came = await call(address, 'POST', this.chat.token, activity).catch(() => ({ status: 0, text: '' }))
    const answered = { status: came.status, text: came.text, ms: Date.now() - began }
    this.said.set(text, this.said.get(text) === true || answered.status === 200)
    this.answers.push(answered)
    return answered
  }

  /** What was never taken is said again, until it is. */
  async sayAgain(): Promise<void> {
    for (const [text, isTaken] of this.said)
      for (let tries = 0; !isTaken && this.said.get(text) !== true && tries < 100; tries += 1) {
        await this.say(text)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
  }

  /** Waits until the last of it is answered; gives everything that stands in the chat. */
  async log(): Promise<readonly DirectLineActivity[]> {
    let all: readonly DirectLineActivity[] = []
    for (let tries = 0; tries < 300; tries += 1) {
      all = await this.everything()
      if (unanswered(all).length === 0) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return all
  }

  /** Page by page. */
  private async everything(): Promise<readonly DirectLineActivity[]> {
    const all: DirectLineActivity[] = []
    for (let [watermark, more] = ['', true]; more;) {
      const next = await read(this.url, this.chat, watermark)
      all.push(...next.activities)
      more = next.activities.length > 0 && next.watermark !== watermark
      watermark = next.watermark
    }
    return all
  }
}

async function streamOf(url: string, elsewhere: string, chat: Chat): Promise<OpenStream> {
  const { pathname, search } = new URL((await start(url, chat)).streamUrl)
  return openStream(elsewhere.replace('http', 'ws') + pathname + search)
}

/** What a person said and the bot has said nothing to. */
export function unanswered(log: readonly DirectLineActivity[]): readonly DirectLineActivity[] {
  const answered = new Set(log.map(({ replyToId }) => replyToId))
  return log.filter(({ type, from, id }) => type === 'message' && from.role === 'user' && !answered.has(id))
}
