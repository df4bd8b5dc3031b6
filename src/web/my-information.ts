// The page behind the link that a family keeps: it says what is held and deletes it. It shows nothing of it, because anyone could have the link.
import type { Request, Response, Server } from 'restify'
import { readAssets } from './assets'
import { htmlDocument } from './document'
import { readForm } from './read-form'
import { sendPrivatePage } from './respond'
import { pageHeaders } from './security'
import { element } from './view/element'
import type { Markup } from './view/element'
import { prose } from './view/prose'

/** `gone`: it was deleted, or has been kept long enough. */
export type HeldThere = { readonly name: string; readonly date: string } | 'gone'

export interface MyInformation {
  readonly root: string
  readonly language: string
  readonly title: string
  readonly say: (id: MyInformationWord, vars?: Readonly<Record<string, string>>) => string
  /** Null for a link that this service did not make. */
  readonly find: (token: string) => Promise<HeldThere | null>
  /** Resolves once nobody can read it here any more; again is no failure. */
  readonly erase: (token: string) => Promise<void>
  /** Logs a failure of ours; gives its number. */
  readonly failed: (error: unknown) => string
}

export type MyInformationWord =
  | 'page-title'
  | 'page-there'
  | 'page-delete'
  | 'page-gone-title'
  | 'page-gone'
  | 'page-chat'
  | 'page-failed-title'
  | 'page-failed'
  | 'not-found-title'
  | 'not-found'

const PATH = '/my-information/:token'

/** GET only looks: programs that follow links before people do delete nothing. */
export function mountMyInformation(server: Server, deps: MyInformation): void {
  const { style } = readAssets(deps.root)
  const headers = pageHeaders({ scripts: 'none', styles: [style], connect: [], frames: 'none', ancestors: [], forms: 'own' })
  const answer = (work: (token: string, req: Request) => Promise<HeldThere | null>) => async (req: Request, res: Response) => {
    const { status, html } = await work(String((req.params as { token?: unknown }).token ?? ''), req)
      .then((held) => shown(deps, style, held))
      .catch((error: unknown) => broken(deps, style, deps.failed(error)))
    sendPrivatePage(req, res, html, headers, status)
  }
  server.get(PATH, answer(deps.find))
  server.post(
    PATH,
    answer(async (token, req) => {
      await readForm(req)
      const held = await deps.find(token)
      if (held === null || held === 'gone') return held
      await deps.erase(token)
      return 'gone'
    }),
  )
}

interface Shown {
  readonly status: number
  readonly html: string
}

function shown(deps: MyInformation, style: string, held: HeldThere | null): Shown {
  const { say } = deps
  if (held === null) return page(deps, style, { status: 404, title: say('not-found-title'), main: prose(say('not-found')) })
  if (held === 'gone') return page(deps, style, { status: 200, title: say('page-gone-title'), main: prose(say('page-gone')) })
  const press = element(
    'form',
    { method: 'post' },
    element('button', { type: 'submit', id: 'delete', class: 'button' }, say('page-delete')),
  )
  const { name, date } = held
  return page(deps, style, { status: 200, title: say('page-title'), main: [...prose(say('page-there', { name, date })), press] })
}

function broken(deps: MyInformation, style: string, reference: string): Shown {
  const { say } = deps
  return page(deps, style, { status: 500, title: say('page-failed-title'), main: prose(say('page-failed', { reference })) })
}

function page(
  { language, title, say }: MyInformation,
  style: string,
  given: { status: number; title: string; main: readonly Markup[] },
): Shown {
  const chat = element('p', {}, element('a', { href: '/chat' }, say('page-chat')))
  const html = htmlDocument({
    language,
    title: `${given.title} – ${title}`,
    style,
    bodyClass: 'plain',
    scripts: [],
    body: [element('main', { class: 'column' }, element('h1', {}, given.title), ...given.main, chat)],
  })
  return { status: given.status, html }
}
