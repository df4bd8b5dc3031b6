// Sign-in against a real OpenID Connect provider: the code flow from the button to the desk, and everything that must not lead there.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { OidcSignIn } from '../../src/desk/desk-deps'
import { staffOf } from '../../src/desk/oidc'
import { DeskSite } from './desk-site'
import { Visitor } from './visitor'
import { freePort } from '../free-port'
import { throughProvider } from './through-provider'

const ROLES = [
  { value: 'Desk.Mediation', organisation: 'mediation', title: 'mediation adviser' },
  { value: 'Desk.Sendiass', organisation: 'sendiass', title: 'SENDIASS adviser' },
  { value: 'Desk.Elsewhere', organisation: 'elsewhere', title: 'adviser' },
]
const SECRET = 'a secret of the desk, long enough'
const providers: ChildProcess[] = []
const sites: DeskSite[] = []
let issuer: string
let port: number
let site: DeskSite

const settings = (given: Partial<OidcSignIn> = {}): OidcSignIn => ({
  kind: 'oidc',
  issuer,
  clientId: 'desk',
  clientSecret: SECRET,
  scope: 'openid profile',
  claim: 'roles',
  roles: ROLES,
  acr: undefined,
  ...given,
})

beforeAll(async () => {
  port = await freePort()
  issuer = await startProvider('id-token')
  site = await startSite(settings())
})
afterEach(() => {
  site.at = Math.max(site.at, Date.UTC(2026, 10, 23, 9, 15))
})
afterAll(async () => {
  for (const one of sites) await one.stop()
  for (const provider of providers) provider.kill()
})

async function startSite(signIn: OidcSignIn, on = port): Promise<DeskSite> {
  const started = await new DeskSite().start({ signIn, publicUrl: `http://127.0.0.1:${on}` }, on)
  sites.push(started)
  return started
}

async function startProvider(claims: 'id-token' | 'userinfo', on = port): Promise<string> {
  const script = join(__dirname, 'identity-provider.mjs')
  const child = spawn(process.execPath, [script, `http://127.0.0.1:${on}/desk/sign-in/back`, claims])
  providers.push(child)
  return new Promise((resolve) => child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())))
}

const through = (visitor: Visitor, name: string, start = '/desk/sign-in/start'): Promise<string> =>
  throughProvider(visitor, name, start, '/desk/sign-in/back')
const back = (address: string) => address.slice(site.url.length)

it('signs in with the first name of the account and the title of our settings, at the desk of the role', async () => {
  const visitor = new Visitor(site.url)
  expect((await visitor.get('/desk')).path).toBe('/desk/sign-in')
  const page = await visitor.get(back(await through(visitor, 'priya')))
  expect([page.status, page.headers.get('refresh')]).toEqual([200, '0; url=/desk'])
  expect([...visitor.cookies.keys()]).toContain('desk')
  expect([...visitor.cookies.keys()]).not.toContain('desk-signing-in')
  const { text } = await visitor.get('/desk')
  expect(text).toContain('Priya, mediation adviser · Northshire Mediation')
  expect(text).not.toContain('Sharma')
})

it('asks with PKCE, a state and a nonce, each another time after time', async () => {
  const asked = async () => new URL((await new Visitor(site.url).fetch('/desk/sign-in/start')).headers.get('location') ?? '').searchParams
  const [one, two] = [await asked(), await asked()]
  expect(one.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one.get(name)?.length).toBeGreaterThan(30)
    expect(one.get(name)).not.toBe(two.get(name))
  }
})

it('a fresh sign-in asks who is signed in already to show it once more, and how long ago they did', async () => {
  const usual = await new Visitor(site.url).fetch('/desk/sign-in/start')
  expect(new URL(usual.headers.get('location') ?? '').searchParams.has('prompt')).toBe(false)
  const fresh = await new Visitor(site.url).fetch('/desk/sign-in/start?fresh=1')
  const { searchParams } = new URL(fresh.headers.get('location') ?? '')
  expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '60'])
  const visitor = new Visitor(site.url)
  await visitor.get(back(await through(visitor, 'priya', '/desk/sign-in/start?fresh=1')))
  expect((await visitor.get('/desk')).path).toBe('/desk')
})

it('the cookie of a sign-in under way lasts ten minutes and says nothing', async () => {
  const response = await new Visitor(site.url).fetch('/desk/sign-in/start')
  expect(response.headers.get('set-cookie')).toMatch(/^desk-signing-in=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Lax; Max-Age=600$/)
})

it.each([
  ['an account without a role here', 'nobody', 'has no role at a desk here'],
  ['a role at a desk that does not exist', 'elsewhere', 'has no role at a desk here'],
  ['roles at two organisations', 'both', 'roles at more than one organisation'],
])('%s does not come in', async (_what, name, said) => {
  const visitor = new Visitor(site.url)
  const page = await visitor.get(back(await through(visitor, name)))
  expect(page.status).toBe(403)
  expect(page.text).toContain(said)
  expect([...visitor.cookies.keys()]).not.toContain('desk')
})

it.each([
  ['another state', (to: string) => to.replace(/state=[^&]+/, 'state=forged')],
  ['no state', (to: string) => to.replace(/&?state=[^&]+/, '')],
  ['a made-up code', (to: string) => to.replace(/code=[^&]+/, 'code=forged')],
  ['another issuer', (to: string) => to.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
  ['a refusal', (to: string) => to.replace(/code=[^&]+/, 'error=access_denied')],
  ['nothing', () => '/desk/sign-in/back'],
])('a way back with %s does not come in', async (_what, forge) => {
  const visitor = new Visitor(site.url)
  const page = await visitor.get(forge(back(await through(visitor, 'priya'))))
  expect(page.status).toBe(403)
  expect([...visitor.cookies.keys()]).not.toContain('desk')
})

it('a way back works once, for whoever began it, within ten minutes', async () => {
  const visitor = new Visitor(site.url)
  const to = back(await through(visitor, 'priya'))
  expect((await new Visitor(site.url).get(to)).status).toBe(403)
  const cookie = visitor.cookies.get('desk-signing-in') ?? ''
  expect((await visitor.get(to)).status).toBe(200)
  visitor.cookies.set('desk-signing-in', cookie)
  expect((await visitor.get(to)).status).toBe(403)

  const slow = new Visitor(site.url)
  const late = back(await through(slow, 'priya'))
  site.at += 10 * 60_000
  expect((await slow.get(late)).status).toBe(403)
})

it('there is no one-time link beside it', async () => {
  const visitor = new Visitor(site.url)
  expect((await visitor.get(site.links.make(site.url).slice(site.url.length))).path).toBe('/desk/sign-in')
  expect(visitor.page.text).not.toContain('link')
  expect((await visitor.fetch('/desk/sign-in', { method: 'POST', body: new URLSearchParams() })).status).toBe(405)
})

/** A provider and a site of their own. */
async function pair(claims: 'id-token' | 'userinfo', given: Partial<OidcSignIn>): Promise<DeskSite> {
  const on = await freePort()
  return startSite(settings({ issuer: await startProvider(claims, on), ...given }), on)
}

it('takes the role from the userinfo where the ID token does not have it', async () => {
  const other = await pair('userinfo', {})
  const visitor = new Visitor(other.url)
  const to = await through(visitor, 'tom')
  expect((await visitor.get(to.slice(other.url.length))).status).toBe(200)
  expect((await visitor.get('/desk')).text).toContain('\nSENDIASS adviser · Northshire SENDIASS')
})

it.each([
  ['a context of authentication that was asked for and did not come', { acr: 'mfa' }],
  ['a wrong secret of ours', { clientSecret: 'not the secret' }],
])('%s does not lead in', async (_what, given) => {
  const strict = await pair('id-token', given)
  const visitor = new Visitor(strict.url)
  const to = await through(visitor, 'priya')
  expect((await visitor.get(to.slice(strict.url.length))).status).toBe(403)
  expect([...visitor.cookies.keys()]).not.toContain('desk')
})

it('a provider that cannot be reached is said with a number, and is tried again the next time', async () => {
  const other = await freePort()
  const lonely = await startSite(settings({ issuer: `http://127.0.0.1:${await freePort()}` }), other)
  const page = await new Visitor(lonely.url).get('/desk/sign-in/start')
  expect(page.status).toBe(503)
  expect(page.text).toMatch(/Reference \d{9}\./)
  expect(lonely.logged.join('')).not.toContain('127.0.0.1')
})

describe('who somebody is', () => {
  const of = (claims: Record<string, unknown>) => staffOf({ claim: 'roles', roles: ROLES }, claims)
  const staff = (id: string, name: string, organisation: string) => ({ kind: 'staff', staff: { id, name, organisation } })

  it.each([
    [{ sub: '1', roles: ['Desk.Mediation'], given_name: 'Priya' }, staff('1', 'Priya, mediation adviser', 'mediation')],
    [{ sub: '1', roles: 'Desk.Mediation' }, staff('1', 'mediation adviser', 'mediation')],
    [{ sub: '1', roles: ['Desk.Mediation'], given_name: '  ' }, staff('1', 'mediation adviser', 'mediation')],
    [{ sub: '1', roles: ['Desk.Mediation'], given_name: 'Zoë-Jane Smith' }, staff('1', 'Zoë-Jane, mediation adviser', 'mediation')],
    [{ sub: '1', roles: ['desk.mediation'] }, { kind: 'no-role' }],
    [{ sub: '1', roles: { 'Desk.Mediation': true } }, { kind: 'no-role' }],
    [{ sub: '1', roles: [] }, { kind: 'no-role' }],
    [{ sub: '1' }, { kind: 'no-role' }],
    [{ roles: ['Desk.Mediation'] }, { kind: 'no-role' }],
    [{ sub: '1', roles: ['Desk.Mediation', 'Desk.Sendiass'] }, { kind: 'several' }],
  ])('%j', (claims, expected) => expect(of(claims)).toEqual(expected))
})
