// One conversation as this tab knows it: its token, how far it has read, and which activities it has seen.
import type { Activity, ActivitySet } from '../view/activity'
import type { Answer, Api, Started } from './api'
import type { Session, SessionMemory } from './session'

const USUAL_LIFE_S = 1_800

export class Conversation {
  private session: Session | null
  private seen = new Set<string>()

  constructor(
    private readonly api: Api,
    private readonly memory: SessionMemory,
    private readonly council: string | null,
    private watermark = '',
  ) {
    this.session = memory.read()
  }

  get token(): string | null {
    return this.session?.token ?? null
  }

  get userId(): string {
    return this.session?.userId ?? ''
  }

  get begun(): boolean {
    return this.session !== null
  }

  get refreshAt(): number {
    return this.session?.refreshAt ?? Infinity
  }

  /** A new conversation. */
  async begin(): Promise<Answer<Started>> {
    const granted = await this.api.grant(this.council)
    if (granted.kind !== 'ok') return granted
    const started = await this.api.start(granted.value.token)
    if (started.kind !== 'ok') return started
    this.watermark = ''
    this.seen = new Set()
    this.keep({ token: granted.value.token, ...started.value }, granted.value.userId ?? '')
    return started
  }

  /** The same conversation again, after a loss: a fresh stream from where reading stopped. */
  async rejoin(): Promise<Answer<Started>> {
    const session = this.session
    if (!session) return { kind: 'ended' }
    const answer = await this.api.rejoin(session.token, session.conversationId, this.watermark)
    if (answer.kind === 'ok' && this.isCurrent(session)) this.keep({ token: session.token, ...answer.value }, session.userId)
    return this.about(session, answer)
  }

  /** What this tab has not seen yet. */
  async read(): Promise<Answer<readonly Activity[]>> {
    const session = this.session
    if (!session) return { kind: 'ended' }
    const answer = await this.api.read(session.token, session.conversationId, this.watermark)
    if (answer.kind !== 'ok') return this.about(session, answer)
    return this.isCurrent(session) ? { kind: 'ok', value: this.take(answer.value) } : { kind: 'unreachable' }
  }

  async post(activity: Activity): Promise<Answer<unknown>> {
    const session = this.session
    if (!session) return { kind: 'unreachable' }
    return this.about(session, await this.api.post(session.token, session.conversationId, activity))
  }

  async refresh(): Promise<Answer<unknown>> {
    const session = this.session
    if (!session) return { kind: 'unreachable' }
    const answer = await this.api.refresh(session.token)
    if (answer.kind === 'ok' && this.isCurrent(session))
      this.keep({ ...answer.value, conversationId: session.conversationId }, session.userId)
    return this.about(session, answer)
  }

  /** The activities of a frame that are new here, in order; moves the reading mark on. */
  take({ activities, watermark }: ActivitySet): Activity[] {
    if (watermark !== undefined) this.watermark = watermark
    const fresh = activities.filter(({ id }) => id === undefined || !this.seen.has(id))
    for (const { id } of fresh) if (id !== undefined) this.seen.add(id)
    return fresh
  }

  forget(): void {
    this.session = null
    this.memory.forget()
  }

  /** The end of a conversation that was already left says nothing about this one. */
  private about<T>(session: Session, answer: Answer<T>): Answer<T> {
    return answer.kind === 'ended' && !this.isCurrent(session) ? { kind: 'unreachable' } : answer
  }

  private isCurrent({ conversationId }: Session): boolean {
    return this.session?.conversationId === conversationId
  }

  private keep(started: Started & { readonly token: string }, userId: string): void {
    const refreshAt = Date.now() + (started.expires_in ?? USUAL_LIFE_S) * 500
    this.session = { conversationId: started.conversationId, token: started.token, userId, refreshAt }
    this.memory.save(this.session)
  }
}
