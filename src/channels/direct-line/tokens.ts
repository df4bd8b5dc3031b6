// The chat's token: names the conversation, the user and the council, and is the only place that carries the conversation's key.
import { createSecretKey, randomBytes } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { KEY_BYTES, newKey } from '../../store/seal'
import { Refusal } from '../refusal'
import { ticketSeal } from './ticket-seal'

/** As long as a conversation is kept: families put the laptop away to look for the letter (WCAG 2.2, 2.2.1 exempts limits over 20 hours). */
export const TOKEN_SECONDS = 24 * 60 * 60
/** A page sends the same token with every message: so many that proved good are known again, until they run out. */
const REMEMBERED = 10_000
/** A stream address is opened at once; it is written in proxies' logs, so it carries no key and does not live long. */
const TICKET_SECONDS = 5 * 60

export interface ChatClaims {
  readonly conversation: string
  readonly user: string
  readonly council: string | null
  /** The language that the page was opened in; null for English. */
  readonly language: string | null
  /** The site whose page began it, `https://council.example`; null where no browser said which. */
  readonly origin: string | null
  readonly key: Buffer
  /** Epoch milliseconds at which the conversation's first token was made. */
  readonly born: number
  /** Epoch milliseconds. */
  readonly expires: number
}

const chat = z.object({
  use: z.literal('chat'),
  conv: z.string().regex(/^[\w-]{10,64}$/),
  user: z.string().regex(/^dl_[\w-]{1,64}$/),
  council: z.string().max(64).nullable(),
  lang: z.string().max(20).nullable().default(null),
  origin: z.string().max(300).nullable().default(null),
  key: z.string(),
  born: z.number(),
  exp: z.number(),
})
const ticket = z.object({ use: z.literal('stream'), conv: z.string(), sealed: z.string().optional() })

/** Whether a ticket opens its conversation only where its token has been, or on every instance. */
export type TicketsFor = 'this-instance' | 'any-instance'

export interface Tokens {
  /** Claims for one new conversation, of which `origin` is the site that it may go on from. */
  newChat(begun: Pick<ChatClaims, 'council' | 'language' | 'origin'> & { readonly user?: string | undefined }): ChatClaims
  /** The token that carries these claims, good for `TOKEN_SECONDS` from now. */
  sign(claims: ChatClaims): string
  /** The claims of a token; throws a Refusal, 403. */
  verify(token: string): ChatClaims
  /** A short-lived word that opens this conversation's stream and nothing else. */
  ticket(claims: ChatClaims): string
  /** What a ticket opens: the conversation, and its claims where it carries them; null when it opens none. */
  readTicket(ticket: string): { readonly conversation: string; readonly claims: ChatClaims | null } | null
}

/** Tokens signed (HS256) with `secret`; `now` gives epoch milliseconds. */
export function createTokens(secret: string, now: () => number, tickets: TicketsFor = 'this-instance'): Tokens {
  // Given as text, the library first tries to read it as a public key, at each call.
  const signing = createSecretKey(secret, 'utf8')
  const seconds = () => Math.floor(now() / 1000)
  const decode = (token: string) => jwt.verify(token, signing, { algorithms: ['HS256'], clockTimestamp: seconds() })
  const encode = (claims: object, life: number) =>
    jwt.sign({ ...claims, iat: seconds(), exp: seconds() + life }, signing, { algorithm: 'HS256' })
  const sign: Tokens['sign'] = ({ conversation, user, council, language, origin, key, born }) =>
    encode({ use: 'chat', conv: conversation, user, council, lang: language, origin, key: key.toString('base64url'), born }, TOKEN_SECONDS)
  const known = new Map<string, ChatClaims>()
  const verify: Tokens['verify'] = (token) => {
    const before = known.get(token)
    if (before && before.expires > seconds() * 1000) return before
    const claims = claimsOf(() => decode(token))
    if (known.size >= REMEMBERED) known.clear()
    known.set(token, claims)
    return claims
  }
  const inside = ticketSeal(secret)
  return {
    newChat: ({ council, language, origin, user }) => ({
      conversation: newConversationId(now()),
      user: user ?? `dl_${randomBytes(12).toString('hex')}`,
      council,
      language,
      origin,
      key: newKey(),
      born: now(),
      expires: (seconds() + TOKEN_SECONDS) * 1000,
    }),
    sign,
    verify,
    ticket: (claims) => {
      const { conversation } = claims
      const more = tickets === 'any-instance' ? { sealed: inside.close(conversation, sign(claims)) } : {}
      return encode({ use: 'stream', conv: conversation, ...more }, TICKET_SECONDS)
    },
    readTicket: (text) => {
      try {
        const { conv: conversation, sealed } = ticket.parse(decode(text))
        return { conversation, claims: sealed === undefined ? null : verify(inside.open(conversation, sealed)) }
      } catch {
        return null
      }
    },
  }
}

function claimsOf(decode: () => unknown): ChatClaims {
  try {
    const { conv, user, council, lang: language, origin, key, born, exp } = chat.parse(decode())
    const bytes = Buffer.from(key, 'base64url')
    if (bytes.length !== KEY_BYTES) throw new Error('key')
    return { conversation: conv, user, council, language, origin, key: bytes, born, expires: exp * 1000 }
  } catch (error) {
    if (error instanceof jwt.TokenExpiredError) throw new Refusal(403, 'expired', 'This chat has ended. Please start a new one.')
    throw new Refusal(403, 'token', 'Forbidden')
  }
}

/** Begins with the time, so that new conversations lie side by side in the database; 128 random bits follow. */
function newConversationId(now: number): string {
  return `${now.toString(36).padStart(9, '0')}-${randomBytes(16).toString('base64url')}`
}
