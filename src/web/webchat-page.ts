// The page that shows Microsoft's unmodified Web Chat on our Direct Line, for comparison and for the contract tests.
import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'restify'
import type { Assets } from './assets'
import { escapeHtml } from './html'
import { sendPage } from './respond'
import { commonHeaders, webChatPolicy } from './security'
import type { WebCouncil, WebDeps } from './web-deps'

const WEBCHAT_STYLE = 'html,body,#webchat{height:100%;margin:0}h1{position:absolute;left:-99rem}'

interface WebChatScripts {
  readonly library: string
  readonly starter: string
}

function webChatPage(deps: WebDeps, council: WebCouncil | null, scripts: WebChatScripts, nonce: string): string {
  const data = { council: council?.id ?? '', token: deps.tokenUrl, 'direct-line': deps.directLine, nonce }
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
  return [
    `<!doctype html>\n<html lang="${escapeHtml(deps.language)}">\n<head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">',
    `<title>${escapeHtml(deps.strings['tab-title'])}</title>`,
    `<script src="${scripts.library}" defer></script><script src="${scripts.starter}" defer></script>`,
    `<style>${WEBCHAT_STYLE}</style></head>`,
    `<body><h1>${escapeHtml(deps.strings.title)}</h1><div id="webchat"${attributes.join('')}></div></body>\n</html>\n`,
  ].join('\n')
}

export function sendStockWebChat(
  req: Request,
  res: Response,
  deps: WebDeps,
  { library, starter }: NonNullable<Assets['webChat']>,
  { council, connect }: { readonly council: WebCouncil | null; readonly connect: readonly string[] },
): void {
  const nonce = randomBytes(16).toString('base64')
  const page = webChatPage(deps, council, { library: library.path, starter: starter.path }, nonce)
  sendPage(req, res, page, { ...commonHeaders(), 'Content-Security-Policy': webChatPolicy(nonce, connect, WEBCHAT_STYLE) })
}
