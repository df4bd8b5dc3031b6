// Editors sign in at the organisations' identity provider with a role of their own: an adviser of the desk is no editor.
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { OidcSignIn } from '../../src/desk/desk-deps'
import { Visitor } from '../desk/visitor'
import { EditorSite } from './editor-site'

const ROLES = [
  { value: 'Desk.Mediation', organisation: 'southend', title: 'content editor' },
  { value: 'Desk.Elsewhere', organisation: 'nowhere', title: 'content editor' },
]

let provider: ChildProcess
let site: EditorSite
beforeAll(async () => {
  const port = await freePort()
  const back = `http://127.0.0.1:${port}/editor/sign-in/back`
  provider = spawn(process.execPath, [join(__dirname, '../desk/identity-provider.mjs'), back, 'id-token'])
  const issuer = await new Promise<string>((resolve) =>
    provider.stdout?.once('data', (line: Buffer) => {
      resolve(line.toString().trim())
    }),
  )
  const settings = { issuer, clientId: 'desk', clientSecret: 'a secret of the desk, long enough', scope: 'openid profile', claim: 'roles' }
  const signIn: OidcSignIn = { kind: 'oidc', ...settings, roles: ROLES, acr: undefined }
  site = await new EditorSite().start(signIn, port, `http://127.0.0.1:${port}`)
})
afterAll(async () => {
  await site.stop()
  provider.kill()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Presses Sign in, goes through the provider's pages and comes back; gives the page that is shown. */
async function signIn(visitor: Visitor, name: string): Promise<void> {
  let response = await visitor.fetch('/editor/sign-in/start')
  for (let n = 0; n < 12; n += 1) {
    const to = response.headers.get('location')
    if (to?.includes('/editor/sign-in/back')) return void (await visitor.get(to.slice(site.url.length)))
    if (to) {
      response = await visitor.fetch(new URL(to, response.url).href)
      continue
    }
    const html = await response.text()
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? ''
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const body = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: name, password: 'x' } : {}) })
    response = await visitor.fetch(new URL(action, response.url).href, { method: 'POST', body })
  }
  throw new Error('The provider did not come to an end')
}

test('an editor comes in with the first name of the account and the title of our settings, for the council of the role', async () => {
  const visitor = new Visitor(site.url)
  await signIn(visitor, 'priya')
  expect((await visitor.get('/editor')).text).toContain('Priya, content editor, for Southend-on-Sea City Council')
  expect((await visitor.get('/editor/council/hackney')).status).toBe(404)
})

test.each([
  ['an adviser of the desk', 'tom'],
  ['somebody without a role', 'nobody'],
  ['an editor of a council that there is not', 'elsewhere'],
])('%s is no editor', async (_who, name) => {
  const visitor = new Visitor(site.url)
  await signIn(visitor, name)
  expect(visitor.page.status).toBe(403)
  expect(visitor.page.text).toContain('Your account may not edit here.')
  expect((await visitor.get('/editor')).path).toBe('/editor/sign-in')
})

test('a way back that nobody set out on leads nowhere', async () => {
  const visitor = new Visitor(site.url)
  expect((await visitor.get('/editor/sign-in/back?code=x&state=y')).status).toBe(403)
})
