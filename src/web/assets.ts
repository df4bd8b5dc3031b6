// The page's scripts and styles, read once: named by their content so that browsers may keep them, and compressed beforehand.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export interface Asset {
  /** `/assets/chat.1a2b3c4d.js` */
  readonly path: string
  readonly type: string
  readonly body: Packed
}

/** The same bytes in the three forms that browsers ask for. */
export interface Packed {
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly br: Buffer
}

export interface Assets {
  readonly chatScript: Asset
  /** As built: its words are put in for each language. */
  readonly embedScript: string
  readonly style: string
  /** Microsoft's Web Chat and the script that starts it; null where that development package is not installed. */
  readonly webChat: { readonly library: Asset; readonly starter: Asset } | null
  find(path: string): Asset | null
}

export const SCRIPT = 'text/javascript; charset=utf-8'

/** Reads what the build left in `dist/client` of the project folder; throws when the build has not run. */
export function readAssets(root: string): Assets {
  const built = (name: string) => readFileSync(join(root, 'dist', 'client', name))
  const chatScript = asset('chat', built('chat.entry.js'))
  const library = join(root, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js')
  const webChat = existsSync(library)
    ? { library: bigAsset('webchat-library', readFileSync(library)), starter: asset('webchat', built('webchat.entry.js')) }
    : null
  const all = [chatScript, ...(webChat ? [webChat.library, webChat.starter] : [])]
  return {
    chatScript,
    embedScript: built('embed.entry.js').toString(),
    style: built('page.entry.css').toString().trim(),
    webChat,
    find: (path) => all.find((one) => one.path === path) ?? null,
  }
}

export function pack(plain: Buffer): Packed {
  return { plain, gzip: gzipSync(plain, { level: 9 }), br: brotliCompressSync(plain) }
}

/** Packed when first asked for: compressing four megabytes would hold up the start. */
function bigAsset(name: string, plain: Buffer): Asset {
  let packed: Packed | null = null
  return {
    ...named(name, plain),
    get body() {
      return (packed ??= {
        plain,
        gzip: gzipSync(plain),
        br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      })
    },
  }
}

function asset(name: string, plain: Buffer): Asset {
  return { ...named(name, plain), body: pack(plain) }
}

function named(name: string, plain: Buffer): { path: string; type: string } {
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12)
  return { path: `/assets/${name}.${hash}.js`, type: SCRIPT }
}
