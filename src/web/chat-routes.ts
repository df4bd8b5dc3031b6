// The chat page's addresses: shown, sent as a form, and left.
import type { IncomingMessage } from 'node:http'
import type { Request, Response, Server } from 'restify'
import type { Assets } from './assets'
import { chatPage } from './chat-page'
import type { ChatShown, Setting } from './chat-page'
import { chatQuery } from './chat-query'
import { createCookies } from './cookies'
import { LATEST } from './conversation'
import { plainPage } from './plain-page'
import { readForm } from './read-form'
import { sendPage, sendPrivatePage, sendSomewhere } from './respond'
import { sendTakeaway } from './send-takeaway'
import { isOwnPage, pageHeaders, socketOrigins } from './security'
import { themed } from './theme-style'
import type { WebCouncil, WebDeps } from './web-deps'
import { sendStockWebChat } from './webchat-page'

/** 20,000 characters as an urlencoded form has them. */
const FORM_CAP = 256 * 1024

export interface ChatParts {
  readonly deps: WebDeps
  readonly assets: Assets
}

export function mountChat(server: Server, parts: ChatParts): void {
  const shown = async (req: Request, res: Response): Promise<void> => show(inTheirLanguage(parts, req), req, res)
  server.get('/chat', shown)
  server.head('/chat', shown)
  server.post('/chat', async (req: Request, res: Response) => take(inTheirLanguage(parts, req), req, res))
  server.get('/chat/leave', async (req: Request, res: Response) => {
    sendSomewhere(
      res,
      parts.deps.leaveTo,
      isOwnPage(req, parts.deps.publicUrl) ? namesSent(req).map((name) => cookie(parts, name).clear) : [],
    )
  })
}

/** `?lang=ur`, where the pack has it. */
function inTheirLanguage({ deps, assets }: ChatParts, req: Request): ChatParts {
  return { deps: deps.inLanguage(queryOf(req).get('lang')), assets }
}

async function show(parts: ChatParts, req: Request, res: Response): Promise<void> {
  const query = queryOf(req)
  const council = councilOf(parts, query)
  if (council === 'unknown') return sendUnknown(parts, req, res)
  const { deps, assets } = parts
  const connect = connections(req, deps)
  if (query.get('client') === 'webchat' && assets.webChat) return sendStockWebChat(req, res, deps, assets.webChat, { council, connect })
  const pass = cookie(parts, nameFor(council)).read(req)
  const setting = query.get('embed') === '1' ? 'frame' : 'page'
  if (pass === null || req.method === 'HEAD') return sendChat(parts, req, res, { council, setting, shown: NOTHING_SAID })
  const chat = await deps.forms.read(pass)
  if (chat === 'away') return sendAway(parts, req, res, { council, setting, shown: NOTHING_SAID })
  const shown = chat ? { ...NOTHING_SAID, chat } : { ...NOTHING_SAID, notice: deps.strings.ended }
  sendChat(parts, req, res, { council, setting, shown }, { setCookie: chat ? null : cookie(parts, nameFor(council)).clear })
}

async function take(parts: ChatParts, req: Request, res: Response): Promise<void> {
  const { deps, assets } = parts
  const council = councilOf(parts, queryOf(req))
  if (council === 'unknown') return sendUnknown(parts, req, res)
  const { read, clear, write } = cookie(parts, nameFor(council))
  const back = `/chat${chatQuery(council, deps.chosen)}`
  if (!isOwnPage(req, deps.publicUrl)) {
    const page = {
      title: deps.strings.title,
      text: deps.strings['form-elsewhere'],
      link: { href: back, label: deps.strings['back-to-chat'] },
    }
    const style = themed(assets.style, council?.theme)
    return sendPage(req, res, plainPage(deps, page, style), wordsOnly(parts, style), 403)
  }
  const form = await readForm(req, FORM_CAP)
  if (form?.get('do') === 'clear') return sendSomewhere(res, back, [clear])
  const wanted = form?.get('take')
  if (form && wanted)
    return sendTakeaway(deps, res, {
      kind: wanted,
      pass: orNull(form.get('chat')) ?? read(req),
      address: addressOf(parts, req, back),
      back,
    })
  const text = (form?.get('choice') ?? form?.get('text') ?? '').trim()
  if (form && text === '') return sendSomewhere(res, `${back}#${LATEST}`, [])
  const pass = orNull(form?.get('chat')) ?? read(req)
  const said = { text, seen: form?.get('seen') ?? '', scriptId: orNull(form?.get('message')) }
  const outcome = form
    ? await deps.forms.say(req, { pass, council: council?.id ?? null, language: deps.chosen }, said)
    : ({ kind: 'refused', status: 413 } as const)
  if (outcome.kind === 'said') return sendSomewhere(res, `${back}#${LATEST}`, [write(outcome.pass)])
  if (outcome.kind === 'away') return sendAway(parts, req, res, { council, setting: 'page', shown: { ...NOTHING_SAID, typed: text } })
  const isOver = outcome.kind === 'ended'
  const chat = isOver || pass === null ? null : await deps.forms.read(pass)
  if (chat === 'away') return sendAway(parts, req, res, { council, setting: 'page', shown: { ...NOTHING_SAID, typed: text } })
  const shown = { chat, notice: isOver ? deps.strings.ended : deps.strings.refused, typed: text }
  sendChat(
    parts,
    req,
    res,
    { council, setting: 'page', shown },
    { setCookie: isOver ? clear : null, status: isOver ? 200 : outcome.status },
  )
}

function addressOf({ deps }: ChatParts, { headers }: IncomingMessage, path: string): string {
  return `${deps.publicUrl ?? `http://${headers.host ?? 'localhost'}`}${path}`
}

const NOTHING_SAID: ChatShown = { chat: null, notice: null, typed: '' }

interface What {
  readonly council: WebCouncil | null
  readonly setting: Setting
  readonly shown: ChatShown
}

/** A page with nobody's words in it is the same for all and may be kept; any other never. */
function sendChat(
  { deps, assets }: ChatParts,
  req: Request,
  res: Response,
  { council, setting, shown }: What,
  { setCookie = null, status = 200 }: { readonly setCookie?: string | null; readonly status?: number } = {},
): void {
  const style = themed(assets.style, council?.theme)
  const headers = pageHeaders({
    scripts: 'self',
    styles: [style],
    connect: connections(req, deps),
    frames: 'none',
    ancestors: deps.frameAncestors(council),
    forms: 'own',
  })
  const html = chatPage(deps, { council, setting, shown }, style, assets.chatScript.path)
  if (shown === NOTHING_SAID && setCookie === null) return sendPage(req, res, html, { ...headers, Vary: 'Accept-Encoding, Cookie' })
  sendPrivatePage(req, res, html, { ...headers, ...(setCookie === null ? {} : { 'Set-Cookie': setCookie }) }, status)
}

/** The cookie stays: the chat is there again when the store is. */
function sendAway(parts: ChatParts, req: Request, res: Response, { shown, ...what }: What): void {
  sendChat(parts, req, res, { ...what, shown: { ...shown, notice: parts.deps.strings.away } }, { status: 503 })
}

function sendUnknown(parts: ChatParts, req: Request, res: Response): void {
  const { strings } = parts.deps
  const page = { title: strings['not-found-title'], text: strings['not-found'], link: { href: '/chat', label: strings['not-found-link'] } }
  const { style } = parts.assets
  sendPage(req, res, plainPage(parts.deps, page, style), wordsOnly(parts, style), 404)
}

function wordsOnly({ deps }: ChatParts, style: string): Record<string, string> {
  return pageHeaders({ scripts: 'none', styles: [style], connect: [], frames: 'none', ancestors: deps.frameAncestors(null) })
}

function councilOf({ deps }: ChatParts, query: URLSearchParams): WebCouncil | null | 'unknown' {
  const id = orNull(query.get('council'))
  return id === null ? null : (deps.council(id) ?? 'unknown')
}

/** Ourselves, our WebSocket, and a Direct Line on another host when one is configured. */
function connections(req: Request, { directLine }: WebDeps): string[] {
  const elsewhere = directLine.startsWith('https://') ? new URL(directLine).host : null
  return [`'self'`, ...socketOrigins(req.headers.host), ...(elsewhere ? [`https://${elsewhere}`, `wss://${elsewhere}`] : [])]
}

/** Each council's page has its own chat, as it has in a tab with a script. */
function nameFor(council: WebCouncil | null): string {
  return council ? `chat-${council.id}` : 'chat'
}

function namesSent(req: IncomingMessage): string[] {
  return [...(req.headers.cookie ?? '').matchAll(/(?:^|;\s*)(?:__Host-)?(chat(?:-[a-z0-9-]+)?)=/g)].map(([, name = '']) => name)
}

/** Until the browser is closed: the chat itself is kept for 24 hours. */
function cookie({ deps }: ChatParts, name: string) {
  const cookies = createCookies(deps.publicUrl?.startsWith('https:') ? 'https' : 'http', {
    [name]: { path: '/chat', sameSite: 'Strict', seconds: null },
  })
  return {
    read: (req: IncomingMessage) => orNull(cookies.read(req, name)),
    write: (pass: string) => cookies.write(name, pass),
    clear: cookies.clear(name),
  }
}

function queryOf(req: Request): URLSearchParams {
  return new URLSearchParams(String(req.url).split('?')[1] ?? '')
}

function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
