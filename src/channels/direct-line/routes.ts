// Direct Line 3.0 over HTTP: tokens, conversations, activities.
import type { Request } from 'restify'
import type { Config } from '../../config'
import type { Reply } from '../http-reply'
import type { NewChats } from '../new-chats'
import { isItsSite, siteOf } from '../origins'
import { readJson } from '../read-body'
import { Refusal } from '../refusal'
import { azureToken } from './azure'
import { activitySet, type Stretch } from './history'
import { readPosted, type Posted } from './incoming'
import { takePost, type PostParts } from './posts'
import type { Session } from './session'
import type { Opened, Sessions } from './sessions'
import { TOKEN_SECONDS, type ChatClaims, type Tokens } from './tokens'
import type { Turns } from './turns'
import { readUpload } from './upload'

export interface RouteParts extends PostParts {
  readonly config: Pick<Config, 'PUBLIC_URL' | 'DIRECT_LINE_SECRET' | 'MESSAGES_PER_MINUTE'>
  readonly tokens: Tokens
  readonly sessions: Sessions
  readonly turns: Turns
  readonly newChats: NewChats
  readonly isCouncil: (id: string) => boolean
  /** Whether the pack has a translation into the language of this tag. */
  readonly isLanguage: (tag: string) => boolean
  readonly readAfter: (session: Session, seq: number) => Promise<Stretch>
}

/** `POST /api/directline/token`: a token for one new conversation, from Azure where its secret is set. */
export async function newToken(parts: RouteParts, request: Request): Promise<Reply> {
  const secret = parts.config.DIRECT_LINE_SECRET
  if (secret === undefined) return generateToken(parts, request)
  await parts.newChats.count(request)
  const council = councilIn(parts, (await readJson(request))['council'])
  const { reply, conversation } = await azureToken(secret, parts.log)
  if (conversation !== null) await parts.store.begin({ id: conversation, council, keyCheck: null }, parts.now())
  return reply
}

/** `POST /v3/directline/tokens/generate`: the same from our own. */
export async function generateToken(parts: RouteParts, request: Request): Promise<Reply> {
  await parts.newChats.count(request)
  const body = await readJson(request)
  const [council, language] = [councilIn(parts, body['council']), languageIn(parts, request)]
  const claims = parts.tokens.newChat({ council, language, origin: siteOf(request), user: userIn(body['user']) })
  return { status: 200, body: { ...tokenBody(parts, claims), userId: claims.user } }
}

export async function refreshToken(parts: RouteParts, request: Request): Promise<Reply> {
  return { status: 200, body: tokenBody(parts, claimsOf(parts, request)) }
}

/** `POST /v3/directline/conversations`: begins the token's conversation, or gives it again. */
export async function startConversation(parts: RouteParts, request: Request): Promise<Reply> {
  const claims = claimsOf(parts, request)
  await readJson(request)
  const { isNew } = await opened(parts, claims)
  return { status: isNew ? 201 : 200, body: conversationBody(parts, request, claims, 0) }
}

/** `GET /v3/directline/conversations/:id?watermark=`: goes on where the page left off. */
export async function reconnect(parts: RouteParts, request: Request): Promise<Reply> {
  const claims = claimsFor(parts, request)
  const { conversation } = await opened(parts, claims)
  return { status: 200, body: conversationBody(parts, request, claims, watermarkIn(request, conversation.lastSeq)) }
}

export async function postActivity(parts: RouteParts, request: Request): Promise<Reply> {
  const claims = claimsFor(parts, request)
  const posted = readPosted(await readJson(request))
  return { status: 200, body: { id: await post(parts, claims, posted) } }
}

/** A conversation that is in memory, and was swept from the store meanwhile, begins again if its token lets it. */
async function post(parts: RouteParts, claims: ChatClaims, posted: Posted): Promise<string> {
  const live = parts.sessions.inUse(claims)
  try {
    return await takePost(parts, live ?? (await opened(parts, claims)).session, posted)
  } catch (error) {
    if (!live || !(error instanceof Refusal) || error.why !== 'unknown') throw error
    return takePost(parts, (await opened(parts, claims)).session, posted)
  }
}

/** Files are dropped; the message goes on, and the bot is told how many there were. */
export async function postUpload(parts: RouteParts, request: Request): Promise<Reply> {
  const claims = claimsFor(parts, request)
  const { activity, files } = await readUpload(request)
  const posted = readPosted(activity, files)
  const { session } = await opened(parts, claims)
  return { status: 200, body: { id: await takePost(parts, session, posted) } }
}

export async function getActivities(parts: RouteParts, request: Request): Promise<Reply> {
  const { session, conversation } = await opened(parts, claimsFor(parts, request))
  const { json, last } = await parts.readAfter(session, watermarkIn(request, conversation.lastSeq))
  return { status: 200, body: activitySet(json, last), json: true }
}

/** Opens the conversation and sees to what is not answered yet. */
async function opened(parts: RouteParts, claims: ChatClaims): Promise<Opened> {
  const open = await parts.sessions.open(claims)
  if (!open.session.recovered) parts.turns.answer(open.session)
  return open
}

function claimsOf(parts: RouteParts, request: Request): ChatClaims {
  const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (request.headers.authorization === undefined) throw new Refusal(401, 'token', 'Unauthorized')
  if (token === undefined) throw new Refusal(403, 'token', 'Forbidden')
  const claims = parts.tokens.verify(token)
  if (!isItsSite(claims, request)) throw new Refusal(403, 'token', 'Forbidden')
  return claims
}

function claimsFor(parts: RouteParts, request: Request): ChatClaims {
  const claims = claimsOf(parts, request)
  if ((request.params as { id?: string }).id !== claims.conversation) throw new Refusal(403, 'token', 'Forbidden')
  return claims
}

function tokenBody(parts: RouteParts, claims: ChatClaims) {
  return { conversationId: claims.conversation, token: parts.tokens.sign(claims), expires_in: TOKEN_SECONDS }
}

function conversationBody(parts: RouteParts, request: Request, claims: ChatClaims, watermark: number) {
  const ticket = parts.tokens.ticket(claims)
  const path = `/v3/directline/conversations/${claims.conversation}/stream`
  return { ...tokenBody(parts, claims), streamUrl: `${socketOrigin(parts, request)}${path}?watermark=${watermark}&t=${ticket}` }
}

function councilIn(parts: RouteParts, council: unknown): string | null {
  if (council === undefined || council === null || council === '') return null
  if (typeof council === 'string' && council.length <= 64 && parts.isCouncil(council)) return council
  throw new Refusal(400, 'unknown', 'This council is not known here.')
}

/** A language that the pack has not is English, like every text without a translation. */
function languageIn(parts: RouteParts, { url }: Request): string | null {
  const language = new URLSearchParams(String(url).split('?')[1] ?? '').get('lang')
  return language !== null && parts.isLanguage(language) ? language : null
}

function userIn(user: unknown): string | undefined {
  const id = typeof user === 'object' && user !== null ? (user as { id?: unknown }).id : undefined
  return typeof id === 'string' && /^dl_[\w-]{8,64}$/.test(id) ? id : undefined
}

function watermarkIn(request: Request, last: number): number {
  return Math.min(readWatermark(new URL(request.url ?? '', 'http://localhost').searchParams.get('watermark')), last)
}

/** `wss://host` as this page reaches us. */
function socketOrigin(parts: RouteParts, request: Request): string {
  return (parts.config.PUBLIC_URL ?? `http://${request.headers.host ?? 'localhost'}`).replace(/^http/, 'ws')
}

/** The place a watermark stands for; 0, the beginning, for those that clients send before they have one. */
export function readWatermark(text: string | null): number {
  if (text === null || ['', '-', 'null', 'undefined'].includes(text)) return 0
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, 'malformed', 'This watermark is not one of ours.')
  return Number(text)
}
