// Settings: defaults, names of what is wrong and never values, secrets from files, and the secret that is made and kept.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, WrongSettings } from '../../src/config'
import { tokenSecret } from '../../src/config-token-secret'

const GUID = '11111111-2222-3333-4444-555555555555'
const SHARED = { TOKEN_SECRET: 't'.repeat(32), SEND_KEYS: 'k1:key' }
const DESK = {
  PUBLIC_URL: 'https://chat.example.gov.uk',
  DESK_OIDC_ISSUER: 'https://login.example.gov.uk/tenant/v2.0',
  DESK_OIDC_CLIENT_ID: 'desk',
  DESK_OIDC_CLIENT_SECRET: 's'.repeat(16),
  DESK_OIDC_ROLES: 'mediation-team=north-mediation=mediation adviser, advice=north-sendiass=SENDIASS adviser',
}

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'config-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof WrongSettings) return error.settings
    throw error
  }
  return []
}

test('nothing needs to be set', () => {
  expect(loadConfig({})).toEqual({
    PROFILE: 'local',
    PORT: 3978,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    DATABASE_CONNECTIONS: 10,
    ALLOWED_ORIGINS: [],
    COUNCIL_ORIGINS: [],
    MicrosoftAppType: 'SingleTenant',
    TEAMS_TENANTS: [],
    TEAMS_LEADS: [],
    DESK_OIDC_SCOPE: 'openid profile',
    DESK_OIDC_CLAIM: 'roles',
    DESK_OIDC_ROLES: [],
    EDITOR_OIDC_ROLES: [],
    EMBEDDINGS: 'on',
    CHATS_PER_MINUTE: 600,
    COUNCIL_MESSAGES_PER_MINUTE: 12_000,
    MESSAGES_PER_MINUTE: 600,
  })
})

test('the example file sets nothing but defaults', () => {
  const lines = readFileSync(join(__dirname, '../../.env.example'), 'utf8').split('\n')
  const pairs = lines.flatMap((line) => (/^\w+=/.test(line) ? [line.split('=', 2) as [string, string]] : []))
  expect(loadConfig(Object.fromEntries(pairs))).toEqual(loadConfig({}))
})

test('an empty setting counts as not set', () => {
  expect(loadConfig({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3978)
})

test.each<[Record<string, string>, string[]]>([
  [{ PORT: 'abc' }, ['PORT']],
  [{ PORT: '70000' }, ['PORT']],
  [{ PORT: '80.5' }, ['PORT']],
  [{ HOST: 'two words' }, ['HOST']],
  [{ PROFILE: 'test' }, ['PROFILE']],
  [{ PUBLIC_URL: 'chat.example.gov.uk' }, ['PUBLIC_URL']],
  [{ PUBLIC_URL: 'https://chat.example.gov.uk/path' }, ['PUBLIC_URL']],
  [{ ALLOWED_ORIGINS: 'https://a.example, nonsense' }, ['ALLOWED_ORIGINS']],
  [{ COUNCIL_ORIGINS: 'https://a.example' }, ['COUNCIL_ORIGINS']],
  [{ COUNCIL_ORIGINS: 'demo=https://a.example/page' }, ['COUNCIL_ORIGINS']],
  [{ TOKEN_SECRET: 'short' }, ['TOKEN_SECRET']],
  [{ MicrosoftAppId: 'not-a-guid', MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'p' }, ['MicrosoftAppId']],
  [{ MicrosoftAppId: GUID }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
  [
    { MicrosoftAppId: GUID, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: GUID, MicrosoftAppPassword: 'p' },
    ['MicrosoftAppPassword'],
  ],
  [{ PORT: 'x', HOST: '', PROFILE: 'y', TOKEN_SECRET: 'z' }, ['PORT', 'PROFILE', 'TOKEN_SECRET']],
  [{ DIRECT_LINE_SECRET_FILE: '/nowhere/at/all' }, ['DIRECT_LINE_SECRET_FILE']],
  [{ SEND_KEYS_FILE: '/nowhere/at/all' }, ['SEND_KEYS_FILE']],
  [{ PROFILE: 'production' }, ['SEND_KEYS']],
  [{ DATABASE_URL: 'postgres://user:word@db.example/advice' }, ['SEND_KEYS', 'TOKEN_SECRET']],
  [{ ...SHARED, DATABASE_URL: 'mysql://db.example/advice' }, ['DATABASE_URL']],
  [{ ...SHARED, DATABASE_URL: 'postgres://db.example' }, ['DATABASE_URL']],
  [{ ...SHARED, DATABASE_URL_FILE: '/nowhere/at/all' }, ['DATABASE_URL_FILE']],
  [{ DATABASE_CONNECTIONS: '1' }, ['DATABASE_CONNECTIONS']],
  [{ SMTP_URL: 'smtp://127.0.0.1:25' }, ['MAIL_FROM']],
  [{ SMTP_URL: 'https://mail.example.gov.uk', MAIL_FROM: 'desk@example.gov.uk' }, ['SMTP_URL']],
  [{ MAIL_FROM: 'nobody' }, ['MAIL_FROM']],
  [{ MAIL_FROM: 'Desk <desk@example.gov.uk>\nBcc: x@example.org' }, ['MAIL_FROM']],
  [
    { DESK_OIDC_ISSUER: 'https://login.example.gov.uk' },
    ['DESK_OIDC_CLIENT_ID', 'DESK_OIDC_CLIENT_SECRET', 'DESK_OIDC_ROLES', 'PUBLIC_URL'],
  ],
  [{ ...DESK, DESK_OIDC_ISSUER: 'http://login.example.gov.uk' }, ['DESK_OIDC_ISSUER']],
  [{ ...DESK, DESK_OIDC_ISSUER: 'http://localhost.example.org' }, ['DESK_OIDC_ISSUER']],
  [{ ...DESK, DESK_OIDC_SCOPE: 'profile' }, ['DESK_OIDC_SCOPE']],
  [{ ...DESK, DESK_OIDC_ROLES: 'team=north-mediation' }, ['DESK_OIDC_ROLES']],
  [{ ...DESK, DESK_OIDC_ROLES: 'team=North Mediation=adviser' }, ['DESK_OIDC_ROLES']],
  [{ ...DESK, DESK_OIDC_CLIENT_SECRET: 'short' }, ['DESK_OIDC_CLIENT_SECRET']],
])('%j is told by name', (env, names) => {
  expect(faultsOf(env)).toEqual(names)
})

test('no value is in the message', () => {
  const secret = 'hunter2'
  const settings = { TOKEN_SECRET: secret, DIRECT_LINE_SECRET: secret, PORT: secret }
  expect(() => loadConfig(settings)).toThrow(WrongSettings)
  expect(() => loadConfig(settings)).not.toThrow(new RegExp(secret))
})

test('a whole registration is taken', () => {
  const env = { MicrosoftAppId: GUID, MicrosoftAppPassword: 'p', MicrosoftAppTenantId: GUID }
  expect(loadConfig(env)).toMatchObject({ ...env, MicrosoftAppType: 'SingleTenant' })
  expect(faultsOf({ MicrosoftAppId: GUID, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: GUID })).toEqual([])
})

test('staff sign in through an identity provider, each value of the claim for one organisation', () => {
  expect(loadConfig(DESK).DESK_OIDC_ROLES).toEqual([
    { value: 'mediation-team', organisation: 'north-mediation', title: 'mediation adviser' },
    { value: 'advice', organisation: 'north-sendiass', title: 'SENDIASS adviser' },
  ])
  expect(faultsOf({ ...DESK, DESK_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([])
  expect(faultsOf({ ...DESK, DESK_OIDC_ISSUER: 'http://localhost' })).toEqual([])
})

test('mail goes by smtp or smtps, from an address with or without a name', () => {
  expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'desk@example.gov.uk' })).toEqual([])
  expect(faultsOf({ SMTP_URL: 'smtps://user:word@mail.example.gov.uk', MAIL_FROM: 'The desk <desk@example.gov.uk>' })).toEqual([])
})

test('a database is named by its address, or by a file that holds it', () => {
  const address = 'postgresql://user:word@db.example:6432/advice?sslmode=verify-full'
  const file = join(folder, 'database')
  writeFileSync(file, `${address}\n`)
  expect(loadConfig({ ...SHARED, DATABASE_URL: address }).DATABASE_URL).toBe(address)
  expect(loadConfig({ ...SHARED, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(address)
})

test('origins are written without a slash at the end', () => {
  expect(loadConfig({ ALLOWED_ORIGINS: 'https://a.example/, https://b.example' }).ALLOWED_ORIGINS).toEqual([
    'https://a.example',
    'https://b.example',
  ])
})

test('a secret may stand in a file', () => {
  const file = join(folder, 'secret')
  writeFileSync(file, `${'s'.repeat(40)}\n`)
  expect(loadConfig({ TOKEN_SECRET_FILE: file }).TOKEN_SECRET).toBe('s'.repeat(40))
})

test('the keys may not lie with what they open', () => {
  const file = join(folder, 'keys')
  writeFileSync(file, `k1:${Buffer.alloc(32, 1).toString('base64')}`)
  expect(faultsOf({ DATA_DIR: folder, SEND_KEYS_FILE: file })).toEqual(['SEND_KEYS_FILE'])
  expect(loadConfig({ DATA_DIR: join(folder, 'data'), SEND_KEYS_FILE: file }).SEND_KEYS).toMatch(/^k1:/)
})

test('the token secret is made once, kept, and readable by its owner only', () => {
  const config = { DATA_DIR: join(folder, 'data') }
  const first = tokenSecret(config, () => 'a'.repeat(43))
  const second = tokenSecret(config, () => 'b'.repeat(43))
  expect([first, second]).toEqual(['a'.repeat(43), 'a'.repeat(43)])
  expect(statSync(join(folder, 'data', 'token-secret')).mode & 0o777).toBe(0o600)
  expect(tokenSecret({ ...config, TOKEN_SECRET: 'c'.repeat(32) }, () => 'b')).toBe('c'.repeat(32))
})

test('a spoilt token secret is made anew', () => {
  writeFileSync(join(folder, 'token-secret'), 'short')
  expect(tokenSecret({ DATA_DIR: folder }, () => 'b'.repeat(43))).toBe('b'.repeat(43))
  expect(tokenSecret({ DATA_DIR: folder }, () => 'c'.repeat(43))).toBe('b'.repeat(43))
})
