// Runs what was posted, one after another in a conversation, and commits each turn at once: replies, memory, and that it was answered.
import type { Activity } from 'botframework-schema'
import type { Turn } from '../../bot/state-port'
import type { Log, LogPlace } from '../../log'
import type { ConversationStore, Place } from '../../store/port'
import type { AdviceAdapter, Logic } from '../adapter'
import type { KeyedQueue } from '../keyed-queue'
import { withTurn } from '../with-turn'
import { activityId, conversationStarted, forBot, openEntry, stampPosted, typingOf } from './log-entry'
import type { Session } from './session'
import { UnitOfWork } from './unit-of-work'

const TRIES = 3
/** A message whose turn ended the process this often is not given to the bot again. */
const RECOVERIES = 5

export interface TurnParts {
  readonly store: ConversationStore
  readonly adapter: AdviceAdapter
  readonly bot: Logic
  readonly queue: KeyedQueue
  readonly log: Log
  readonly now: () => number
  /** Called when a person's wish to delete everything has been carried out. */
  readonly onErased: () => Promise<void>
}

export class Turns {
  constructor(private readonly parts: TurnParts) {}

  /** Answers, in the background, whatever waits in this conversation: the greeting first, then what an earlier process left, then what was posted. */
  answer(session: Session): void {
    this.parts.queue.run(session.id, () => this.drain(session)).catch((error: unknown) => this.parts.log.failure('direct-line', error))
  }

  /** A turn that nobody's message began, in its order. */
  continue(session: Session, continuation: Partial<Activity>, logic: Logic): Promise<void> {
    return this.parts.queue.run(session.id, () => this.run(session, null, () => ({ ...continuation }), logic, 'proactive'))
  }

  private async drain(session: Session): Promise<void> {
    if (!session.recovered) await this.recover(session)
    for (let next = session.waiting[0]; next; next = session.waiting[0]) {
      const { place, content } = next
      await this.run(session, place.seq, () => forBot(stampPosted(session, place, content)), this.parts.bot, 'turn')
      session.waiting.shift()
    }
  }

  private async recover(session: Session): Promise<void> {
    const { store, now, bot, log } = this.parts
    const conversation = await store.find(session.id)
    if (conversation && !conversation.greeted) await this.run(session, 0, () => conversationStarted(session, now()), bot, 'greeting')
    const unanswered = await store.unanswered(session.id)
    const left = unanswered.filter(({ seq }) => !session.waiting.some(({ place }) => place.seq === seq))
    for (const entry of left) {
      const isPoison = (await store.countTry(session.id, entry.seq)) > RECOVERIES
      await this.run(session, entry.seq, () => forBot(openEntry(session, entry, entry.sealed)), isPoison ? giveUp : bot, 'turn')
    }
    if (left.length > 0) log.event('recovered', { conversation: log.hashed(session.id), entries: left.length })
    session.recovered = true
  }

  /** Runs the bot and commits; again when somebody else saved the state meanwhile. A turn that fails beyond its apology counts as answered. */
  private async run(
    session: Session,
    answers: number | null,
    activity: () => Partial<Activity>,
    logic: Logic,
    place: LogPlace,
  ): Promise<void> {
    const began = this.parts.now()
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const work = new UnitOfWork(session, this.parts.store)
      await this.runBot(session, work, activity, logic, place)
      const committed = await this.commit(session, work, answers)
      if (committed === 'state-conflict' && tries < TRIES) continue
      this.report(session, began, work, committed === 'committed' ? 'done' : 'discarded')
      return
    }
  }

  private async runBot(
    session: Session,
    work: UnitOfWork,
    activity: () => Partial<Activity>,
    logic: Logic,
    place: LogPlace,
  ): Promise<void> {
    const chat = { conversation: session.id, key: session.key }
    const turn: Turn = { states: work, council: session.claims.council, sealed: true, chat, erase: () => work.erase() }
    try {
      await this.parts.adapter.runLocal(activity(), (reply) => this.take(session, work, reply), withTurn(turn, logic))
    } catch (error) {
      this.parts.log.failure(place, error)
    }
  }

  private async commit(
    session: Session,
    work: UnitOfWork,
    answers: number | null,
  ): Promise<'committed' | 'state-conflict' | 'answered-already'> {
    const finished = work.finish(answers)
    const commit = await this.parts.store.commit(finished, this.parts.now())
    if (commit.outcome !== 'committed') return commit.outcome
    push(session, commit.places, work.written)
    if (finished.erased) await this.parts.onErased()
    return 'committed'
  }

  private async take(session: Session, work: UnitOfWork, reply: Partial<Activity>) {
    if (reply.type === 'typing') session.pushPassing(typingOf(session))
    else work.say(reply)
    return { id: activityId(session.id, 0) }
  }

  private report(session: Session, began: number, work: UnitOfWork, outcome: 'done' | 'discarded'): void {
    const { log, now } = this.parts
    log.event('turn', { channel: 'directline', conversation: log.hashed(session.id), ms: now() - began, replies: work.replyCount, outcome })
  }
}

function push(session: Session, places: readonly Place[], json: readonly string[]): void {
  const first = places[0]
  if (first) session.push(first.seq, json)
}

async function giveUp(): Promise<never> {
  throw new Error('this message ended the process before')
}
