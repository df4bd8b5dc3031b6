// The pages' addresses on the server.
import { randomBytes } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import { readAssets } from './assets'
import type { Assets } from './assets'
import { chatPage } from './chat-page'
import { localOfferPage } from './local-offer-page'
import { plainPage } from './plain-page'
import { sendAsset, sendPage } from './respond'
import { commonHeaders, pageHeaders, socketOrigins, webChatPolicy } from './security'
import type { WebCouncil, WebDeps } from './web-deps'
import { WEBCHAT_STYLE, webChatPage } from './webchat-page'

/** Adds the pages that families meet; reads the built scripts once, and throws when they are not there. */
export function mountWeb(server: Server, deps: WebDeps): void {
  const assets = readAssets(deps.root)
  const wordsOnly = pageHeaders({ scripts: 'none', styles: [assets.style], connect: [], frames: 'none', ancestors: [] })
  const offer = pageHeaders({ scripts: 'self', styles: [assets.style], connect: [], frames: 'self', ancestors: [] })

  read(server, '/', (req, res) => sendPage(req, res, localOfferPage(deps, assets.style), offer))
  read(server, '/chat', (req, res) => chat(req, res, deps, assets))
  server.post('/chat', async (req: Request, res: Response) => chat(req, res, deps, assets))
  for (const name of ['privacy', 'accessibility'] as const) {
    read(server, `/${name}`, (req, res) => {
      const page = {
        title: deps.strings[name],
        text: deps.strings[`${name}-text`],
        link: { href: '/chat', label: deps.strings['back-to-chat'] },
      }
      sendPage(req, res, plainPage(deps, page, assets.style), wordsOnly)
    })
  }
  read(server, '/embed.js', (req, res) => sendAsset(req, res, assets.embedScript, 'for-an-hour'))
  read(server, '/assets/*', (req, res) => {
    const asset = assets.find(pathOf(req))
    if (asset) sendAsset(req, res, asset, 'for-ever')
    else sendPage(req, res, nowhere(deps, assets), wordsOnly, 404)
  })
}

/** Also by HEAD: programs that look for broken links on a council's pages ask so. */
function read(server: Server, path: string, answer: (req: Request, res: Response) => void): void {
  const answered = async (req: Request, res: Response): Promise<void> => answer(req, res)
  server.get(path, answered)
  server.head(path, answered)
}

function chat(req: Request, res: Response, deps: WebDeps, assets: Assets): void {
  const query = new URLSearchParams(String(req.url).split('?')[1] ?? '')
  const id = query.get('council')
  const council = id === null || id === '' ? null : deps.council(id)
  if (id && !council) {
    const headers = pageHeaders({
      scripts: 'none',
      styles: [assets.style],
      connect: [],
      frames: 'none',
      ancestors: deps.frameAncestors(null),
    })
    return sendPage(req, res, nowhere(deps, assets), headers, 404)
  }
  if (query.get('client') === 'webchat' && assets.webChat) return stockWebChat(req, res, deps, assets.webChat, council)
  const setting = query.get('embed') === '1' ? 'frame' : 'page'
  const headers = pageHeaders({
    scripts: 'self',
    styles: [assets.style],
    connect: connections(req, deps),
    frames: 'none',
    ancestors: deps.frameAncestors(council),
  })
  sendPage(req, res, chatPage(deps, council, setting, assets.style, assets.chatScript.path), headers)
}

function stockWebChat(
  req: Request,
  res: Response,
  deps: WebDeps,
  scripts: NonNullable<Assets['webChat']>,
  council: WebCouncil | null,
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = webChatPolicy(nonce, connections(req, deps), WEBCHAT_STYLE)
  const page = webChatPage(deps, council, { library: scripts.library.path, starter: scripts.starter.path }, nonce)
  sendPage(req, res, page, { ...commonHeaders(), 'Content-Security-Policy': policy })
}

/** Ourselves, our WebSocket, and a Direct Line on another host when one is configured. */
function connections(req: Request, { directLine }: WebDeps): string[] {
  const elsewhere = directLine.startsWith('https://') ? new URL(directLine).host : null
  return [`'self'`, ...socketOrigins(req.headers.host), ...(elsewhere ? [`https://${elsewhere}`, `wss://${elsewhere}`] : [])]
}

function nowhere(deps: WebDeps, assets: Assets): string {
  const { strings } = deps
  const page = { title: strings['not-found-title'], text: strings['not-found'], link: { href: '/chat', label: strings['not-found-link'] } }
  return plainPage(deps, page, assets.style)
}

function pathOf(req: Request): string {
  return String(req.url).split('?')[0] ?? ''
}
