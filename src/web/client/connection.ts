// Keeps a conversation alive: starts or resumes it, streams or polls, tries again, and says honestly how it stands.
import type { Activity, ActivitySet } from '../view/activity'
import type { Answer, Started } from './api'
import type { Conversation } from './conversation'
import type { Listener, Standing } from './listener'
import { listen } from './stream'
import type { Stream } from './stream'
import { Wait } from './wait'

const POLL_MS = 1_000
const IDLE_POLL_MS = 5_000
const LIVELY_FOR_MS = 60_000
/** Connections that keep breaking off sooner than this are spaced out. */
const SHORT_LIFE_MS = 2_000
/** A stream that stays silent for so long while something is due is looked past: some proxies let it open and swallow the rest. */
const DEAF_AFTER_MS = 4_000

export class Connection {
  private readonly wait = new Wait()
  private stream: Stream | null = null
  private way: 'stream' | 'poll' = 'stream'
  private livelyUntil = 0
  private due: ReturnType<typeof setTimeout> | undefined
  private renewal: ReturnType<typeof setTimeout> | undefined
  private stopped = false

  constructor(
    private readonly conversation: Conversation,
    private readonly listener: Listener,
  ) {}

  /** Runs until `stop`; never throws. */
  async run(): Promise<void> {
    if (this.conversation.begun) await this.restore()
    for (let shortLived = 0; !this.stopped;) {
      const since = Date.now()
      const joined = this.conversation.begun ? await this.insist(() => this.conversation.rejoin()) : await this.begin()
      if (joined?.kind === 'ok') await this.follow(joined.value)
      else this.end()
      shortLived = Date.now() - since < SHORT_LIFE_MS ? shortLived + 1 : 0
      if (shortLived > 1) await this.wait.beforeRetry(shortLived)
    }
  }

  /** Sends once. Sending the same activity again is safe: the server knows it by its clientActivityID. */
  async post(activity: Activity): Promise<Answer<unknown>['kind']> {
    const { kind } = await this.conversation.post(activity)
    if (kind === 'ok') this.expectSomething()
    if (kind === 'ended') this.end()
    return kind
  }

  /** The phone woke up or the network came back: look at once instead of waiting. */
  wake(): void {
    this.wait.nudge()
    if (this.stream) void this.catchUp()
    if (Date.now() >= this.conversation.refreshAt) void this.renew()
  }

  pause(attempt: number): Promise<void> {
    return this.wait.beforeRetry(attempt)
  }

  stop(): void {
    this.stopped = true
    this.letGo()
  }

  private async restore(): Promise<void> {
    const answer = await this.insist(() => this.conversation.read())
    if (answer?.kind !== 'ok') return this.end()
    this.deliver(answer.value)
    this.listener.onRestored()
  }

  /** Where even the start is refused nothing else can be done here but to try again. */
  private begin(): Promise<Answer<Started> | null> {
    return this.insist(async () => {
      const answer = await this.conversation.begin()
      return answer.kind === 'ok' ? answer : { kind: 'unreachable' }
    })
  }

  private async insist<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    for (let attempt = 0; !this.stopped; attempt += 1) {
      const answer = await ask()
      if (answer.kind !== 'unreachable') return answer
      this.stand('lost')
      await this.wait.beforeRetry(attempt)
    }
    return null
  }

  private async follow({ streamUrl }: Started): Promise<void> {
    this.planRenewal()
    if (this.way === 'stream' && streamUrl !== undefined) {
      const stream = listen(
        streamUrl,
        () => this.opened(),
        (frame) => this.frame(frame),
      )
      this.stream = stream
      const end = await stream.ended
      this.stream = null
      if (end === 'refused') this.way = 'poll'
      else if (this.way === 'stream') return this.stand('lost')
    }
    await this.poll()
  }

  private opened(): void {
    this.stand('connected')
    this.expectSomething()
  }

  private async poll(): Promise<void> {
    let failures = 0
    while (!this.stopped && this.conversation.begun) {
      const answer = await this.conversation.read()
      if (answer.kind === 'ok') {
        if (failures > 0) this.wait.nudge()
        failures = 0
        this.stand('connected')
        this.deliver(answer.value)
        await this.wait.for(Date.now() < this.livelyUntil ? POLL_MS : IDLE_POLL_MS)
      } else if (answer.kind === 'ended') this.end()
      else {
        this.stand('lost')
        await this.wait.beforeRetry(failures)
        failures += 1
      }
    }
  }

  private frame(frame: ActivitySet): void {
    clearTimeout(this.due)
    this.deliver(this.conversation.take(frame))
  }

  private deliver(activities: readonly Activity[]): void {
    if (activities.length > 0) this.livelyUntil = Date.now() + LIVELY_FOR_MS
    for (const activity of activities) this.listener.onActivity(activity)
  }

  private expectSomething(): void {
    this.livelyUntil = Date.now() + LIVELY_FOR_MS
    this.wait.nudge()
    clearTimeout(this.due)
    this.due = setTimeout(() => void this.lookPastStream(), DEAF_AFTER_MS)
  }

  private async lookPastStream(): Promise<void> {
    if (!this.stream || (await this.catchUp()) === 0) return
    this.way = 'poll'
    this.stream?.close()
  }

  /** Reads beside the stream; closes the stream when the server cannot be reached, so that joining begins again. */
  private async catchUp(): Promise<number> {
    const answer = await this.conversation.read()
    if (answer.kind === 'ok') this.deliver(answer.value)
    else if (answer.kind === 'ended') this.end()
    else this.stream?.close()
    return answer.kind === 'ok' ? answer.value.length : 0
  }

  private planRenewal(): void {
    clearTimeout(this.renewal)
    const inMs = Math.max(1_000, this.conversation.refreshAt - Date.now())
    if (Number.isFinite(inMs)) this.renewal = setTimeout(() => void this.renew(), Math.min(inMs, 2_000_000_000))
  }

  private async renew(): Promise<void> {
    const { kind } = await this.conversation.refresh()
    if (kind === 'ended') this.end()
    else this.planRenewal()
  }

  private stand(standing: Standing): void {
    if (!this.stopped) this.listener.onStanding(standing)
  }

  private end(): void {
    if (this.stopped || !this.conversation.begun) return
    this.letGo()
    this.listener.onEnded()
  }

  private letGo(): void {
    clearTimeout(this.due)
    clearTimeout(this.renewal)
    this.conversation.forget()
    this.stream?.close()
    this.wait.nudge()
  }
}
