// What somebody may show at each place: the true pass, and forged, expired, foreign and used ones.
import { createHash } from 'node:crypto'
import jwt from 'jsonwebtoken'
import type { Visitor } from '../desk/visitor'
import type { Chat } from '../channels/page'
import { CREDENTIALS, METRICS, TOKEN_SECRET } from './hold-service'

export interface Pass {
  readonly what: string
  readonly headers?: Readonly<Record<string, string>>
  /** In the address. */
  readonly id?: string
  readonly query?: string
  /** In the body of what is posted. */
  readonly form?: Readonly<Record<string, string>>
  /** Posted as JSON, where no form is. */
  readonly body?: object
}

const HOUR = 3600
const OTHER_SECRET = 'the secret of another service, 32 or more'
const bearer = (token: string, more: Readonly<Record<string, string>> = {}) => ({ authorization: `Bearer ${token}`, ...more })
const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url')

/** The claims of this token, changed and signed again. */
function signed(token: string, change: object = {}, secret = TOKEN_SECRET): string {
  return jwt.sign({ ...(jwt.decode(token) as object), ...change }, secret, { algorithm: 'HS256' })
}

/** With the signature that it had before. */
function tampered(token: string, change: object): string {
  const [head = '', , signature = ''] = token.split('.')
  return `${head}.${part({ ...(jwt.decode(token) as object), ...change })}.${signature}`
}

const hoursAgo = (hours: number): number => Math.floor(Date.now() / 1000) - hours * HOUR

/** The words that open no chat, by what is wrong with them. */
export function badChatTokens({ token }: Chat, ticket: string): readonly (readonly [string, string])[] {
  const claims = jwt.decode(token) as object
  return [
    ['nonsense', 'nonsense'],
    ['no algorithm', `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`],
    ['the secret of another service', signed(token, {}, OTHER_SECRET)],
    ['another algorithm', jwt.sign(claims, TOKEN_SECRET, { algorithm: 'HS512' })],
    ['out of time', signed(token, { iat: hoursAgo(25), exp: hoursAgo(1) })],
    ['another council, as it was signed before', tampered(token, { council: 'southend' })],
    ['another conversation, as it was signed before', tampered(token, { conv: 'a-conversation-of-others' })],
    ['more time, as it was signed before', tampered(token, { exp: hoursAgo(-48) })],
    ['a stream’s ticket', ticket],
    ['another use', signed(token, { use: 'editor' })],
    ['no key', signed(token, { key: '' })],
    ['a receiver’s credential', CREDENTIALS['demo-sendiass']],
    ['the figures’ token', METRICS.replaceAll(' ', '-')],
  ]
}

export function badChats(mine: Chat, ticket: string): readonly Pass[] {
  return [
    { what: 'nothing' },
    { what: 'another scheme', headers: { authorization: `Basic ${mine.token}` } },
    { what: 'only in a cookie', headers: { cookie: `chat=${mine.token}` } },
    ...badChatTokens(mine, ticket).map(([what, token]) => ({ what, headers: bearer(token) })),
    { what: 'begun by the page of another site', headers: bearer(signed(mine.token, { origin: 'https://council.example' }), { origin: 'https://evil.example' }) }, // prettier-ignore
  ]
}

export function badChatsHere(mine: Chat, other: Chat, ticket: string): readonly Pass[] {
  const gone = signed(mine.token, { conv: 'a-conversation-long-gone', born: Date.now() - 25 * HOUR * 1000 })
  return [
    ...badChats(mine, ticket).map((pass) => ({ ...pass, id: mine.conversationId })),
    { what: 'the token of another chat', headers: bearer(other.token), id: mine.conversationId },
    { what: 'another chat’s address', headers: bearer(mine.token), id: other.conversationId },
    { what: 'no chat’s address', headers: bearer(mine.token), id: 'none' },
    { what: 'another key than the chat’s own', headers: bearer(signed(mine.token, { key: 'A'.repeat(43) })), id: mine.conversationId },
    { what: 'a chat that is no longer kept', headers: bearer(gone), id: 'a-conversation-long-gone' },
  ]
}

/** `theirs`: a case of another organisation's. */
export function badReceivers(mine: string, theirs: string, chat: Chat): readonly Pass[] {
  const good = CREDENTIALS['demo-sendiass']
  return [
    { what: 'nothing', id: mine },
    { what: 'another scheme', headers: { authorization: `Basic ${good}` }, id: mine },
    { what: 'a guess', headers: bearer('a-credential-that-is-guessed'), id: mine },
    { what: 'what is kept of it', headers: bearer(createHash('sha256').update(good).digest('hex')), id: mine },
    { what: 'one letter changed', headers: bearer(`${good.slice(0, -1)}x`), id: mine },
    { what: 'more behind it', headers: bearer(`${good}x`), id: mine },
    { what: 'a chat’s token', headers: bearer(chat.token), id: mine },
    { what: 'another organisation’s credential', headers: bearer(CREDENTIALS['demo-mediation']), id: mine },
    { what: 'another organisation’s case', headers: bearer(good), id: theirs },
    { what: 'no case', headers: bearer(good), id: 'A'.repeat(22) },
    { what: 'the credential in the address', id: mine, query: `?access_token=${good}` },
  ]
}

export function badFigures(chat: Chat): readonly Pass[] {
  return [
    { what: 'nothing' },
    { what: 'another scheme', headers: { authorization: `Basic ${METRICS}` } },
    { what: 'a guess', headers: bearer('a guess of the figures') },
    { what: 'more behind it', headers: bearer(`${METRICS}x`) },
    { what: 'a chat’s token', headers: bearer(chat.token) },
    { what: 'a receiver’s credential', headers: bearer(CREDENTIALS['demo-sendiass']) },
  ]
}

/** `link`: what the family was given for its own case; `id` of another. */
export function badEraseLinks(link: string, other: string, chat: Chat): readonly Pass[] {
  const [mine, proof] = [link.slice(0, 22), link.slice(22)]
  return [
    { what: 'nothing', id: 'x' },
    { what: 'the case without a proof', id: mine },
    { what: 'a guessed proof', id: mine + 'A'.repeat(22) },
    { what: 'one letter changed', id: `${link.slice(0, -2)}${link.at(-2) === 'x' ? 'y' : 'x'}${link.at(-1) ?? ''}` },
    { what: 'the proof of another case', id: other + proof },
    { what: 'more behind it', id: `${link}A` },
    { what: 'a chat’s token', id: chat.token },
  ]
}

/** At the desk and at the editor's page alike; `name` of the cookie. */
export function badSessions(name: 'desk' | 'editor', mine: Visitor, elsewhere: Visitor): readonly Pass[] {
  const cookie = mine.cookies.get(name) ?? ''
  const theirs = elsewhere.cookies.get(name === 'desk' ? 'editor' : 'desk') ?? ''
  const form = { csrf: mine.csrf }
  return [
    { what: 'nothing', form },
    { what: 'a guess', headers: { cookie: `${name}=${'A'.repeat(43)}` }, form },
    { what: 'what is kept of it', headers: { cookie: `${name}=${createHash('sha256').update(cookie).digest('hex')}` }, form },
    { what: 'the other page’s session', headers: { cookie: `${name}=${theirs}` }, form },
    { what: 'another cookie’s name', headers: { cookie: `x${name}=${cookie}` }, form },
    { what: 'only in a header', headers: bearer(cookie), form },
  ]
}

/** What forms besides must show. */
export function badForms(name: 'desk' | 'editor', mine: Visitor, another: Visitor): readonly Pass[] {
  const headers = { cookie: `${name}=${mine.cookies.get(name) ?? ''}` }
  return [
    { what: 'no token in the form', headers, form: {} },
    { what: 'a guessed token in the form', headers, form: { csrf: 'A'.repeat(43) } },
    { what: 'the form of another session', headers, form: { csrf: another.csrf } },
    { what: 'another site’s page', headers: { ...headers, 'sec-fetch-site': 'cross-site' }, form: { csrf: mine.csrf } },
    { what: 'a page of the same owner', headers: { ...headers, 'sec-fetch-site': 'same-site' }, form: { csrf: mine.csrf } },
  ]
}

/** So that what is asked for could be done. */
const FILLED = { outcome: 'spoke', on: '2026-11-02', text: 'hello', source: 'from-the-tests', form: 'text' }

export function passOf(name: 'desk' | 'editor', { cookies, csrf }: Visitor, id: string): Pass {
  return { what: 'one’s own', headers: { cookie: `${name}=${cookies.get(name) ?? ''}` }, form: { csrf, ...FILLED }, id }
}

/** From the identity provider, as it seems. */
export function badReturns(): readonly Pass[] {
  const query = '?code=a-code&state=a-state'
  const guess = 'A'.repeat(43)
  const cookie = ['desk', 'editor'].map((name) => `__Host-${name}-signing-in=${guess}`).join('; ')
  return [
    { what: 'nothing' },
    { what: 'a code that was not asked for', query },
    { what: 'a guess of what was begun', query, headers: { cookie } },
    { what: 'a session that was not begun', query, headers: { cookie: `__Host-desk=${guess}; __Host-editor=${guess}` } },
    { what: 'what a provider says that refused', query: '?error=access_denied&state=a-state', headers: { cookie } },
  ]
}
