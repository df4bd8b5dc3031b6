// Editors sign in at the organisations' identity provider with a role of their own: an adviser of the desk is no editor.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { OidcSignIn } from '../../src/desk/desk-deps'
import { Visitor } from '../desk/visitor'
import { EditorSite } from './editor-site'
import { throughProvider } from '../desk/through-provider'
import { freePort } from '../free-port'

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

/** Presses Sign in, goes through the provider's pages and comes back. */
async function signIn(visitor: Visitor, name: string): Promise<void> {
  const to = await throughProvider(visitor, name, '/editor/sign-in/start', '/editor/sign-in/back')
  await visitor.get(to.slice(site.url.length))
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
