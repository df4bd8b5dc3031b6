// The same chats for pages that send forms instead of running a script: one conversation, one token, one order of turns.
import { createHash } from 'node:crypto'
import type { KeyedQueue } from '../../keyed-queue'
import type { FormChat, FormChats, FormOutcome, FormSaid } from '../../web/form-chats'
import { siteOf } from '../origins'
import { Refusal } from '../refusal'
import { within } from '../../within'
import { readPosted } from './incoming'
import { takePost } from './posts'
import type { RouteParts } from './routes'
import type { Opened } from './sessions'
import { TOKEN_SECONDS, type ChatClaims } from './tokens'

/** A page that waits longer looks broken; what is not written by then is there at the next look. */
const PATIENCE_MS = 20_000

/** What the page asks of the chats, answered by our own Direct Line; the patience is that of `say`. */
export function createFormChats(parts: RouteParts, queue: KeyedQueue): FormChats {
  return {
    say: async (request, chat, said) => {
      try {
        if (chat.pass === null && !parts.withhold(said.text)) await parts.newChats.count(request)
        const claims =
          chat.pass === null
            ? parts.tokens.newChat({ council: chat.council, language: chat.language, origin: siteOf(request) })
            : parts.tokens.verify(chat.pass)
        const { session } = await parts.sessions.open(claims)
        await takePost(parts, session, readPosted(activityOf(said)))
        await within(PATIENCE_MS, settled(queue, session.id))
        return { kind: 'said', pass: parts.tokens.sign(claims) }
      } catch (error) {
        return outcomeOf(parts, error)
      }
    },
    read: async (pass) => {
      try {
        const claims = parts.tokens.verify(pass)
        const opened = await parts.sessions.open(claims)
        if (!opened.session.recovered) parts.turns.answer(opened.session)
        await within(PATIENCE_MS, settled(queue, opened.session.id))
        return await chatOf(parts, claims, opened)
      } catch (error) {
        return outcomeOf(parts, error).kind === 'ended' ? null : 'away'
      }
    },
  }
}

async function chatOf(parts: RouteParts, claims: ChatClaims, { session }: Opened): Promise<FormChat> {
  const activities: string[] = []
  let seq = 0
  for (let before = -1; before !== seq;) {
    before = seq
    const { json, last } = await parts.readAfter(session, seq)
    activities.push(...json)
    seq = last
  }
  return {
    conversationId: claims.conversation,
    userId: claims.user,
    token: parts.tokens.sign(claims),
    expiresIn: TOKEN_SECONDS,
    watermark: String(seq),
    activities,
  }
}

function activityOf({ text, seen, scriptId }: FormSaid): Record<string, unknown> {
  const id = scriptId ?? `form-${createHash('sha256').update(`${seen}|${text}`).digest('hex').slice(0, 32)}`
  return { type: 'message', text, channelData: { clientActivityID: id } }
}

/** What the turns of a conversation leave behind them: nothing running, nothing waiting. */
function settled(queue: KeyedQueue, conversation: string): Promise<void> {
  return queue.run(conversation, async () => undefined)
}

/** A failure of ours is logged, and the page says so in words that help. */
function outcomeOf({ log }: RouteParts, error: unknown): FormOutcome {
  if (!(error instanceof Refusal)) {
    log.failure('direct-line', error)
    return { kind: 'away' }
  }
  return error.status === 403 || error.status === 404 ? { kind: 'ended' } : { kind: 'refused', status: error.status }
}
