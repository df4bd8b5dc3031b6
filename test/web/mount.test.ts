// The pages over HTTP: status, headers, compression, and what they refuse.
import { createHash } from 'node:crypto'
import { socketOrigins } from '../../src/web/security'
import { Site } from '../browser/site'
import { fakeBot } from '../browser/replies'

const site = new Site(fakeBot(), ['https://council.example'])
beforeAll(() => site.start())
afterAll(() => site.kill())

const styleIn = (html: string): string => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? 'none'
const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`
const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers })

test.each(['/', '/chat', '/chat?council=demo', '/chat?council=demo&embed=1', '/privacy', '/accessibility'])(
  '%s is a page with every guard',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe(path.startsWith('/chat') ? 'same-origin' : 'no-referrer')
    expect(response.headers.get('set-cookie')).toBeNull()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
  },
)

test.each(['/', '/chat?council=demo', '/embed.js'])('%s may be asked for by its head alone', async (path) => {
  const [head, whole] = [await fetch(site.url + path, { method: 'HEAD' }), await get(path)]
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, whole.headers.get('content-length'), ''])
})

test.each(['/chat', '/chat?council=demo', '/chat?council=demo&embed=1', '/accessibility?council=demo', '/'])(
  'the style sheet in %s is the one that the policy allows',
  async (path) => {
    const response = await get(path)
    const style = styleIn(await response.text())
    expect(response.headers.get('content-security-policy')).toContain(hashOf(style))
  },
)

test.each(['/chat?council=demo', '/chat?council=demo&embed=1', '/privacy?council=demo', '/'])(
  '%s has the look of the council',
  async (path) => {
    expect(styleIn(await (await get(path)).text())).toContain(
      ":root{--brand:#d07a00;--on-brand:#16202a;--accent:#006fcc;--font:Verdana,'DejaVu Sans',Geneva,sans-serif;--corner:0}",
    )
  },
)

test.each(['/chat', '/privacy', '/chat?council=nowhere'])('%s has our own', async (path) => {
  expect(styleIn(await (await get(path)).text())).not.toContain('#d07a00')
})

test('a form from elsewhere is answered in the look of the council too, under its policy', async () => {
  const response = await fetch(`${site.url}/chat?council=demo`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: 'text=x',
  })
  expect(response.status).toBe(403)
  const style = styleIn(await response.text())
  expect(style).toContain('--brand:#d07a00')
  expect(response.headers.get('content-security-policy')).toContain(hashOf(style))
})

test("only the council's own pages may show the chat in a frame", async () => {
  const policy = (await get('/chat?council=demo')).headers.get('content-security-policy')
  expect(policy).toContain("frame-ancestors 'self' https://council.example;")
})

test.each(['nowhere', '%3Cscript%3E', '..%2F..', 'x'.repeat(5_000)])('council %j is refused in plain words', async (council) => {
  const response = await get(`/chat?council=${council}`)
  expect(response.status).toBe(404)
  const text = await response.text()
  expect(text).toContain('We do not know the council in this link.')
  expect(text).not.toContain('nowhere')
  expect(text).not.toMatch(/<script/)
})

test.each([
  ['127.0.0.1:3978', ['ws://127.0.0.1:3978', 'wss://127.0.0.1:3978']],
  ['chat.example.gov.uk', ['ws://chat.example.gov.uk', 'wss://chat.example.gov.uk']],
  ['[::1]:80', ['ws://[::1]:80', 'wss://[::1]:80']],
  ["evil'; script-src *", []],
  ['a b', []],
  [undefined, []],
])('host %j: the sockets in the policy are %j', (host, expected) => {
  expect(socketOrigins(host)).toEqual(expected)
})

test('scripts are named by their content, kept for ever, and compressed', async () => {
  const page = await (await get('/chat')).text()
  const path = /src="(\/assets\/chat\.[0-9a-f]{12}\.js)"/.exec(page)?.[1] ?? ''
  const response = await get(path, { 'Accept-Encoding': 'br' })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
})

test.each(['/assets/chat.000000000000.js', '/assets/../package.json', '/assets/%2e%2e/package.json'])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('the embed script may be loaded by a page of another host', async () => {
  const response = await get('/embed.js')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test('all bytes to the first words are at most 30 kB compressed, and the page before the press costs at most 1.5 kB', async () => {
  const size = (path: string) => site.rawSize(path)
  const page = await (await get('/chat')).text()
  const script = /src="(\/assets\/chat\.[^"]+)"/.exec(page)?.[1] ?? ''
  expect((await size('/chat')) + (await size(script))).toBeLessThanOrEqual(30_000)
  expect(await size('/embed.js')).toBeLessThanOrEqual(1_500)
})
