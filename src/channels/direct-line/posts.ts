// Takes in what a page posts: kept first, shown to every open page, then answered.
import type { Config } from '../../config'
import type { Log } from '../../log'
import type { Appended, ConversationStore, SealAt } from '../../store/port'
import { waitFor, type Pace } from '../pace'
import { Refusal } from '../refusal'
import { withoutWords, type Posted, type PostedContent } from './incoming'
import { activityId, sealEntry, stampPosted } from './log-entry'
import type { Session, Waiting } from './session'
import type { Turns } from './turns'

export interface PostParts {
  readonly store: ConversationStore
  readonly turns: Turns
  readonly log: Log
  readonly now: () => number
  readonly config: Pick<Config, 'MESSAGES_PER_MINUTE'>
  /** All messages of one council. */
  readonly councilPace: Pace
  /** Whether these words must not be kept (crisis texts). */
  readonly withhold: (text: string) => boolean
  /** Stands in the kept copy for words that are not kept. */
  readonly placeholder: string
}

/** The id of the activity, new or, for a retry, the first one's. Throws a Refusal. */
export async function takePost(parts: PostParts, session: Session, posted: Posted): Promise<string> {
  const { content } = posted
  const isWithheld = parts.withhold(wordsOf(content))
  if (!session.mayPost(parts.now(), parts.config.MESSAGES_PER_MINUTE) && !isWithheld) {
    throw new Refusal(429, 'too-many', 'That was a lot of messages. Please wait a minute and try again.')
  }
  const wait = parts.councilPace.next(session.claims.council ?? '')
  if (wait === null && !isWithheld)
    throw new Refusal(429, 'too-many', 'Very many people are writing at this moment. Please wait a minute and try again.')
  if (!isWithheld) await waitFor(wait ?? 0)
  if (posted.kind === 'passing') return activityId(session.id, 0)
  const kept = isWithheld ? withoutWords(content, parts.placeholder) : content
  const coming = keep(parts, session, posted.clientId, { kept, content })
  parts.turns.answer(session, coming)
  const place = await coming
  if (!place) throw new Refusal(404, 'unknown', 'This conversation is no longer kept.')
  return activityId(session.id, place.seq)
}

/** Kept, and shown to every open page. Its words wait here before anybody can see it in the store: a turn that comes upon it there must not take the kept copy for all there is. */
async function keep(
  { store, now }: PostParts,
  session: Session,
  clientId: Uint8Array | null,
  { kept, content }: { readonly kept: PostedContent; readonly content: PostedContent },
): Promise<Appended | null> {
  let waiting: Waiting | null = null
  const taken = (): Waiting | null => waiting
  const seal: SealAt = (place) => {
    session.drop(taken())
    const json = stampPosted(session, place, content)
    const sealed = sealEntry(session, place, kept === content ? json : stampPosted(session, place, kept))
    waiting = { place, sealed, json, isKept: false }
    session.waiting.push(waiting)
    return sealed
  }
  try {
    const place = await store.append(session.id, clientId, seal, now())
    const mine = taken()
    if (mine && place?.isNew) {
      mine.isKept = true
      session.push(mine.place.seq, [mine.json])
    } else session.drop(mine)
    return place
  } catch (error) {
    session.drop(taken())
    throw error
  }
}

/** Everything in it that a person may have typed. */
function wordsOf({ text, name, value }: PostedContent): string {
  return [text ?? '', name ?? '', ...stringsIn(value)].join('\n')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
