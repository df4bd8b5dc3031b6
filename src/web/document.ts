// The skeleton that every page shares.
import { escapeHtml, toHtml } from './html'
import type { Markup } from './view/element'

export interface PageParts {
  readonly language: string
  /** Which way the interface runs; `ltr` when not given. */
  readonly direction?: string
  readonly title: string
  readonly style: string
  readonly bodyClass: string
  readonly body: readonly Markup[]
  /** Addresses of scripts, run in order once the page is read. */
  readonly scripts: readonly string[]
  /** Read by the script as JSON; not run. */
  readonly config?: object
}

export function htmlDocument(parts: PageParts): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(parts.title)}</title>`,
    '<link rel="icon" href="data:,">',
    ...parts.scripts.map((path) => `<script src="${escapeHtml(path)}" defer></script>`),
    `<style>${parts.style}</style>`,
  ]
  const config = parts.config ? `<script type="application/json" id="config">${jsonInHtml(parts.config)}</script>` : ''
  const body = parts.body.map(toHtml).join('\n')
  return `<!doctype html>\n<html lang="${escapeHtml(parts.language)}" dir="${parts.direction === 'rtl' ? 'rtl' : 'ltr'}">\n<head>${head.join('\n')}</head>\n<body class="${parts.bodyClass}">\n${body}\n${config}</body>\n</html>\n`
}

/** `</script>` inside a JSON text would end the element. */
function jsonInHtml(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
