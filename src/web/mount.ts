// The pages' addresses on the server.
import type { Request, Response, Server } from 'restify'
import { readAssets } from './assets'
import type { Assets } from './assets'
import { mountChat } from './chat-routes'
import { embedScript } from './embed-script'
import { localOfferPage } from './local-offer-page'
import { mountNotices } from './notices'
import { plainPage } from './plain-page'
import { sendAsset, sendPage } from './respond'
import { pageHeaders } from './security'
import { themed } from './theme-style'
import type { WebDeps } from './web-deps'

/** Adds the pages that families meet; reads the built scripts once, and throws when they are not there. */
export function mountWeb(server: Server, deps: WebDeps): void {
  const assets = readAssets(deps.root)
  const wordsOnly = pageHeaders({ scripts: 'none', styles: [assets.style], connect: [], frames: 'none', ancestors: [] })
  const offerStyle = themed(assets.style, deps.council('demo')?.theme)
  const offer = pageHeaders({ scripts: 'self', styles: [offerStyle], connect: [], frames: 'self', ancestors: [] })

  read(server, '/', (req, res) => sendPage(req, res, localOfferPage(deps, offerStyle), offer))
  mountChat(server, { deps, assets })
  mountNotices(server, deps, assets)
  const embed = embedScript(assets.embedScript, deps.strings)
  read(server, embed.path, (req, res) => sendAsset(req, res, embed, 'for-an-hour'))
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

function nowhere(deps: WebDeps, assets: Assets): string {
  const { strings } = deps
  const page = { title: strings['not-found-title'], text: strings['not-found'], link: { href: '/chat', label: strings['not-found-link'] } }
  return plainPage(deps, page, assets.style)
}

function pathOf(req: Request): string {
  return String(req.url).split('?')[0] ?? ''
}
