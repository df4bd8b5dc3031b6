// Runs what was posted, one after another in a conversation, and commits each turn at once: replies, memory, and that it was answered.
import type { Activity } from 'botframework-schema'
import { MEMORY_KEY } from '../../bot/run-turn'
import type { Turn } from '../../bot/state-port'
import type { Log, LogPlace } from '../../log'
import type { ConversationStore, Entry, Place, Unanswered } from '../../store/port'
import type { Others } from '../../store/others-port'
import type { AdviceAdapter, Logic } from '../adapter'
import type { KeyedQueue } from '../../keyed-queue'
import { LastSaved } from '../last-saved'
import { waitFor } from '../pace'
import { withTurn } from '../with-turn'
import { activityId, conversationStarted, forBot, isWithheld, openEntry, typingOf } from './log-entry'
import type { Session } from './session'
import { UnitOfWork, type Early } from './unit-of-work'

const TRIES = 3
/** A message whose turn ended the process this often is not given to the bot again. */
const RECOVERIES = 5

/** Milliseconds. */
const WORDS_WAITED_FOR = 3000
const GIVING_WAY = 50

export interface TurnParts {
  readonly store: ConversationStore
  readonly others: Others
  readonly adapter: AdviceAdapter
  readonly bot: Logic
  readonly queue: KeyedQueue
  readonly log: Log
  readonly now: () => number
  /** Called when a person's wish to delete everything has been carried out. */
  readonly onErased: () => Promise<void>
}

export class Turns {
  private readonly last: LastSaved | null

  constructor(private readonly parts: TurnParts) {
    this.last = parts.others.mayBe === 'none' ? new LastSaved(parts.now) : null
  }

  /** What this conversation remembered is deleted. */
  forget(conversation: string): void {
    this.last?.forget(conversation, MEMORY_KEY)
  }

  /** Lets go of what was remembered only for the next moment. */
  sweep(): void {
    this.last?.sweep()
  }

  /**
   * Answers, in the background, whatever waits in this conversation: the greeting first, then what an earlier process left, then what was posted,
   * and what is `coming` into the store at this moment, once it is there.
   */
  answer(session: Session, coming: Promise<unknown> | null = null): void {
    const isIn = coming && coming.then(ignore, ignore)
    this.parts.queue
      .run(session.id, () => this.drain(session, isIn))
      .catch((error: unknown) => this.parts.log.failure('direct-line', error))
  }

  /** A turn that nobody's message began, in its order. */
  continue(session: Session, continuation: Partial<Activity>, logic: Logic): Promise<void> {
    const run = () => this.run(session, null, () => ({ ...continuation }), logic, 'proactive')
    return this.parts.queue.run(session.id, () => this.alone(session, run))
  }

  private alone<T>(session: Session, work: () => Promise<T>): Promise<T> {
    return this.parts.others.alone(`chat|${session.id}`, work)
  }

  /** Where others may be at the same conversation, the store is asked each time what waits, and the conversation is taken while something still comes. */
  private async drain(session: Session, isIn: Promise<void> | null): Promise<void> {
    if (this.parts.others.mayBe === 'some') {
      for (let isDue = isIn !== null; isDue || session.waiting.length > 0 || (await this.isWaiting(session)); isDue = false) {
        const work = async () => {
          await isIn
          return this.recover(session)
        }
        if ((await this.alone(session, work)) === 'done') return
        await waitFor(GIVING_WAY)
      }
      return
    }
    await isIn
    if (!session.recovered) await this.recover(session)
    session.recovered = true
    for (let next = session.waiting[0]; next?.isKept; next = session.waiting[0]) {
      await this.run(session, next.place.seq, () => forBot(next.json), this.parts.bot, 'turn')
      session.drop(next)
    }
  }

  private async isWaiting({ id }: Session): Promise<boolean> {
    return (await this.parts.store.standing([id])).some(({ isWaiting }) => isWaiting)
  }

  /** Answers what the store says is not answered: the greeting, then every entry in its order. What was posted here has its words. */
  private async recover(session: Session): Promise<'done' | 'gave-way'> {
    const { log } = this.parts
    await this.greet(session)
    const tried = new Set<number>()
    let recovered = 0
    let isMore = true
    while (isMore) {
      const { entries, state } = await this.unanswered(session, tried)
      const next = entries[0]
      if (!next) break
      if (this.othersHaveTheWords(session, next)) return 'gave-way'
      tried.add(next.seq)
      recovered += await this.answerKept(session, next, { key: MEMORY_KEY, state })
      isMore = entries.length > 1 || session.waiting.some(({ isKept }) => isKept)
    }
    if (recovered > 0) log.event('recovered', { conversation: log.hashed(session.id), entries: recovered })
    return 'done'
  }

  private async greet(session: Session): Promise<void> {
    const { store, now, bot } = this.parts
    if (session.greeted) return
    const conversation = await store.find(session.id)
    session.greeted = conversation?.greeted ?? false
    if (conversation && !session.greeted) await this.run(session, 0, () => conversationStarted(session, now()), bot, 'greeting')
  }

  /** Words that are not kept are with the instance that took them in: it goes first, unless it is gone. */
  private othersHaveTheWords(session: Session, entry: Entry): boolean {
    if (this.parts.others.mayBe === 'none' || this.parts.now() - entry.at > WORDS_WAITED_FOR) return false
    return !session.waitingAs(entry) && isWithheld(session, entry)
  }

  /** Those that wait and were not tried yet. What waits here and was answered elsewhere is let go of. */
  private async unanswered(session: Session, tried: Set<number>): Promise<Unanswered> {
    const before = session.waiting.filter(({ isKept }) => isKept)
    const { entries, state } = await this.parts.store.unanswered(session.id, MEMORY_KEY)
    const gone = before.filter(({ place }) => tried.has(place.seq) || !entries.some(({ seq }) => seq === place.seq))
    for (const one of gone) session.drop(one)
    return { entries: entries.filter(({ seq }) => !tried.has(seq)), state }
  }

  /** Gives 1 for an entry that somebody else took in, 0 for one of our own. */
  private async answerKept(session: Session, entry: Entry, early: Early): Promise<0 | 1> {
    const mine = session.waitingAs(entry)
    if (mine) {
      await this.run(session, entry.seq, () => forBot(mine.json), this.parts.bot, 'turn', early)
      session.drop(mine)
      return 0
    }
    const isPoison = (await this.parts.store.countTry(session.id, entry.seq)) > RECOVERIES
    const kept = () => forBot(openEntry(session, entry, entry.sealed))
    await this.run(session, entry.seq, kept, isPoison ? giveUp : this.parts.bot, 'turn', early)
    return 1
  }

  /** Runs the bot and commits; again when somebody else saved the state meanwhile. A turn that fails beyond its apology counts as answered. */
  private async run(
    session: Session,
    answers: number | null,
    activity: () => Partial<Activity>,
    logic: Logic,
    place: LogPlace,
    early: Early | null = null,
  ): Promise<void> {
    const began = this.parts.now()
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const work = new UnitOfWork(session, this.parts.store, this.last, tries === 1 ? early : null)
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
    const { council, language } = session.claims
    const turn: Turn = { states: work, council, language, sealed: true, chat, erase: () => work.erase() }
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
    work.settle(false)
    const commit = await this.parts.store.commit(finished, this.parts.now())
    if (commit.outcome !== 'committed') return commit.outcome
    work.settle(true)
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

function ignore(): void {}

async function giveUp(): Promise<never> {
  throw new Error('this message ended the process before')
}
