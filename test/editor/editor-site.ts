// A server with nothing but the editor's page on it, over an overlay of its own, and editors who press its forms without scripts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createServer, type Server } from 'restify'
import { loadPack } from '../../src/content/load'
import { loadHouseStyle } from '../../src/content/load-house-style'
import { openEditions, type Editions } from '../../src/content/overlay/editions'
import type { OidcSignIn } from '../../src/desk/desk-deps'
import { createOneTimeLinks, type OneTimeLinks } from '../../src/desk/one-time-links'
import type { EditorDeps } from '../../src/editor/editor-deps'
import { mountEditor } from '../../src/editor/mount-editor'
import { createLog } from '../../src/log'
import { contentDir } from '../../src/project-root'
import { Visitor } from '../desk/visitor'
import { day } from '../holidays'
import { builtClient } from '../built-client'
import { close, listen } from '../listen'

const base = loadPack(contentDir)

export class EditorSite {
  at = Date.parse('2026-11-22T12:00:00Z')
  today = day('2026-11-22')
  readonly dir = join(mkdtempSync(join(tmpdir(), 'editor-')), 'content-overlay')
  readonly editions: Editions = openEditions(base, this.dir, () => this.at)
  readonly links: OneTimeLinks = createOneTimeLinks(
    () => this.at,
    () => undefined,
    '/editor',
  )
  readonly unanswered: EditorDeps['unanswered'] = {
    counts: async () => [
      { council: 'southend', count: 3 },
      { council: 'hackney', count: 4 },
    ],
    kept: async () => [
      { council: 'southend', day: day('2026-11-20'), text: 'can the school read my letter' },
      { council: 'hackney', day: day('2026-11-21'), text: 'is there a crèche' },
    ],
  }
  url = ''
  private server: Server | null = null

  async start(signIn?: OidcSignIn, port = 0, publicUrl?: string): Promise<this> {
    const server = createServer({ name: 'editor', ignoreTrailingSlash: true })
    mountEditor(server, this.deps(signIn, publicUrl))
    this.url = await listen(server, port)
    this.server = server
    return this
  }

  deps(signIn?: OidcSignIn, publicUrl?: string): EditorDeps {
    return {
      root: builtClient(),
      contentDir,
      base,
      style: loadHouseStyle(contentDir),
      dir: this.dir,
      editions: this.editions,
      unanswered: this.unanswered,
      log: createLog({ write: () => undefined }),
      now: () => this.at,
      today: () => this.today,
      publicUrl,
      signIn: signIn ?? { kind: 'local', links: this.links },
    }
  }

  async stop(): Promise<void> {
    const { server } = this
    if (!server) return
    await close(server)
    rmSync(dirname(this.dir), { recursive: true })
  }

  /** Somebody signed in by a fresh link. */
  async editor(who: 'first' | 'second', scope = 'southend'): Promise<Visitor> {
    const visitor = new Visitor(this.url)
    await visitor.get(this.links.make(this.url).slice(this.url.length))
    await visitor.press('/editor/sign-in', { who, scope })
    return visitor
  }

  /** What stands in every field of the form on a council's page. */
  fields({ page: { html } }: Visitor): Record<string, string> {
    const inputs = [...html.matchAll(/<input type="(?:text|hidden)"(?: value="([^"]*)")?[^>]*? name="([^"]+)"(?: value="([^"]*)")?/g)]
    const areas = [...html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)</g)]
    const selects = [...html.matchAll(/<select id="[^"]+" name="([^"]+)">(.*?)<\/select>/gs)]
    return Object.fromEntries([
      ...inputs.map(([, before, name, after]) => [name, plain(before ?? after ?? '')]),
      ...areas.map(([, name, text]) => [name, plain(text ?? '')]),
      ...selects.map(([, name, inside]) => [
        name,
        (/value="([^"]*)" selected/.exec(inside ?? '') ?? /value="([^"]*)"/.exec(inside ?? ''))?.[1] ?? '',
      ]),
    ]) as Record<string, string>
  }
}

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
