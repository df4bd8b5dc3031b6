// The ring of keys: read from the settings or made once, and what is wrong with it is told without a value.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseKeys, WrongKeys } from '../../src/store/key-ring'
import { openKeyRing } from '../../src/store/open-key-ring'

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ring-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function faultsOf(text: string): readonly string[] {
  try {
    parseKeys(text)
  } catch (fault) {
    if (fault instanceof WrongKeys) return fault.faults
    throw fault
  }
  return []
}

test('the first key is the current one, and space around is left out', () => {
  const ring = parseKeys(` k2:${key(2)} , k1:${key(1)}\n`)
  expect(ring.current.kid).toBe('k2')
  expect(ring.keys.map(({ kid }) => kid)).toEqual(['k2', 'k1'])
})

test('each use has a key of its own', () => {
  const [a, b] = parseKeys(`k2:${key(2)},k1:${key(1)}`).keys
  const all = [a, b].flatMap((made) => [made?.wrap, made?.references, made?.lookUps]).map((bytes) => bytes?.toString('hex'))
  expect(new Set([...all, key(1), key(2)]).size).toBe(8)
  expect(all.every((hex) => hex?.length === 64)).toBe(true)
})

test.each<[string, string, readonly string[]]>([
  ['nothing', '', ['there is no key']],
  ['only space', '  ', ['there is no key']],
  ['no name', key(1), ['key 1 has no name of letters, digits and hyphens before a colon']],
  ['a short key', `k1:${Buffer.alloc(31, 1).toString('base64')}`, ['key 1 is not 32 bytes in base64']],
  ['a long key', `k1:${Buffer.alloc(33, 1).toString('base64')}`, ['key 1 is not 32 bytes in base64']],
  ['not base64', `k1:${'*'.repeat(44)}`, ['key 1 is not 32 bytes in base64']],
  ['the same name twice', `k1:${key(1)},k1:${key(2)}`, ['key 2 has the name of another']],
  ['the same key twice', `k2:${key(1)},k1:${key(1)}`, ['key 2 is the same as another']],
  ['an entry too many', `k1:${key(1)},`, ['key 2 has no name of letters, digits and hyphens before a colon']],
  ['a list without an end', 'k1:AAAA,'.repeat(200), ['there are more than 100 keys']],
  ['several faults', `k1:${key(1)},k1:${key(2)},k3:AAAA`, ['key 2 has the name of another', 'key 3 is not 32 bytes in base64']],
])('%s is refused', (_what, text, faults) => {
  expect(faultsOf(text)).toEqual(faults)
})

test('what is told holds no key', () => {
  const secret = Buffer.alloc(31, 7).toString('base64')
  for (const text of [secret, `k1:${secret}`, `k1:${key(1)}:${secret}`]) {
    expect(() => parseKeys(text)).toThrow(WrongKeys)
    expect(() => parseKeys(text)).not.toThrow(new RegExp(secret.slice(0, 12)))
  }
})

test('keys that are set are used, and nothing is made', () => {
  const { ring, madeAt } = openKeyRing({ keys: `k9:${key(9)}`, profile: 'local', dataDir: join(folder, 'data') })
  expect([ring.current.kid, madeAt]).toEqual(['k9', null])
  expect(readdirSync(folder)).toEqual([])
})

test('in production keys must be set', () => {
  expect(() => openKeyRing({ keys: undefined, profile: 'production', dataDir: join(folder, 'data') })).toThrow(WrongKeys)
  expect(readdirSync(folder)).toEqual([])
})

test('on one machine they are made once, for the owner only, beside the data', () => {
  const settings = { keys: undefined, profile: 'local', dataDir: `${join(folder, 'data')}/` } as const
  const first = openKeyRing(settings)
  const path = join(folder, 'data-keys', 'ring')
  expect(first.madeAt).toBe(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'data-keys')).mode & 0o777).toBe(0o700)
  expect(readdirSync(join(folder, 'data-keys'))).toEqual(['ring'])
  chmodSync(path, 0o644)
  expect(openKeyRing(settings).ring.current.wrap).toEqual(first.ring.current.wrap)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(parseKeys(readFileSync(path, 'utf8')).current.wrap).toEqual(first.ring.current.wrap)
})

test('a kept ring that is broken stops the start and is not written over', () => {
  mkdirSync(join(folder, 'data-keys'))
  const path = join(folder, 'data-keys', 'ring')
  writeFileSync(path, 'k1:short')
  expect(() => openKeyRing({ keys: undefined, profile: 'local', dataDir: join(folder, 'data') })).toThrow(WrongKeys)
  expect(readFileSync(path, 'utf8')).toBe('k1:short')
})
