// Who gets in, for how long, and what nobody gets: sign-in by the one-time link, cookies, forms of others, other organisations' cases, scripts in words.
import { request } from 'node:http'
import { SUMMARY } from './a-summary'
import { DeskSite, ORGANISATIONS } from './desk-site'
import { HOSTILE_TEXTS } from '../hostile-texts'
import { Visitor } from './visitor'

let site: DeskSite
beforeEach(async () => {
  site = await new DeskSite().start()
})
afterEach(() => site.stop())

const MINUTE = 60_000
const PAGES = ['/desk', '/desk/callbacks', '/desk/find', '/desk/undelivered', '/desk/asked']
const CASE_ACTIONS = ['accept', 'put-back', 'not-for-us', 'outcome', 'contact', 'tell', 'close', 'asked', 'copy', 'erase']

describe('the one-time link', () => {
  const open = async (visitor: Visitor, link: string) => visitor.get(link.slice(site.url.length))

  it('signs in a made-up adviser of the organisation that was picked', async () => {
    const visitor = new Visitor(site.url)
    await open(visitor, site.links.make(site.url))
    for (const { name } of ORGANISATIONS) expect(visitor.page.text).toContain(name)
    await visitor.press('/desk/sign-in', { organisation: 'sendiass' })
    expect(visitor.page).toMatchObject({ status: 200, path: '/desk' })
    expect(visitor.page.text).toContain('Sam, demonstration adviser · Northshire SENDIASS')
  })

  it('holds 128 bits and is another each time', () => {
    const tokens = [1, 2, 3].map(() => site.links.make(site.url).split('once=')[1] ?? '')
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  })

  it('works once', async () => {
    const link = site.links.make(site.url)
    const [first, second] = [new Visitor(site.url), new Visitor(site.url)]
    await open(first, link)
    await open(second, link)
    await first.press('/desk/sign-in', { organisation: 'mediation' })
    await second.press('/desk/sign-in', { organisation: 'mediation' })
    expect(second.page.status).toBe(410)
    expect(second.page.text).toContain('This link no longer works')
    expect(second.cookies.size).toBe(0)
  })

  it('works for ten minutes', async () => {
    const link = site.links.make(site.url)
    site.at += 10 * MINUTE - 1
    expect((await open(new Visitor(site.url), link)).status).toBe(200)
    site.at += 1
    expect(await open(new Visitor(site.url), link)).toMatchObject({ status: 410 })
  })

  it.each(['', 'x', 'A'.repeat(22), '<script>alert(1)</script>'])('%j is no link', async (once) => {
    const { status, html } = await new Visitor(site.url).get(`/desk?once=${encodeURIComponent(once)}`)
    expect(status).toBe(410)
    expect(html).not.toContain('alert')
  })

  it('does not sign in to an organisation that has no desk, and is not used up by that', async () => {
    const visitor = new Visitor(site.url)
    const link = site.links.make(site.url)
    await open(visitor, link)
    await visitor.press('/desk/sign-in', { organisation: 'nobody' })
    expect(visitor.page.status).toBe(410)
    await open(visitor, link)
    expect(visitor.page.status).toBe(200)
  })

  it('is not taken under the name of another site, though that leads here', async () => {
    const { pathname, search } = new URL(site.links.make(site.url))
    const status = await new Promise((resolve) => {
      request(site.url + pathname + search, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end()
    })
    expect(status).toBe(410)
  })

  it('is printed again where the server runs, at most every ten seconds, and the one before it no longer works', async () => {
    const old = site.links.make(site.url)
    const visitor = new Visitor(site.url)
    await visitor.get('/desk/sign-in')
    await visitor.post('/desk/sign-in/print', {}, { 'sec-fetch-site': 'cross-site' })
    expect(site.printed).toHaveLength(0)
    await visitor.get('/desk/sign-in')
    await visitor.press('/desk/sign-in/print')
    await visitor.post('/desk/sign-in/print', {})
    expect(site.printed).toHaveLength(1)
    expect(visitor.page.html).not.toContain('once')
    expect((await open(visitor, old)).status).toBe(410)
    expect((await open(visitor, site.printed[0] ?? '')).status).toBe(200)
  })
})

describe('a session', () => {
  it('is a cookie that no script reads and that is not sent from other sites', async () => {
    const visitor = new Visitor(site.url)
    const once = site.links.make(site.url).split('once=')[1] ?? ''
    const response = await visitor.fetch('/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ once, organisation: 'mediation' }),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict; Max-Age=28800$/)
  })

  it('is bound to exactly this host and to https where the service is public', async () => {
    await site.stop()
    site = await new DeskSite().start({ publicUrl: 'https://chat.example.gov.uk' })
    const once = site.links.make(site.url).split('once=')[1] ?? ''
    const response = await new Visitor(site.url).fetch('/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ once, organisation: 'mediation' }),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=28800$/)
  })

  it('ends after 30 minutes in which nothing was pressed, and says so', async () => {
    const adviser = await site.adviser()
    site.at += 30 * MINUTE - 1
    expect((await adviser.get('/desk')).path).toBe('/desk')
    site.at += 30 * MINUTE
    await adviser.get('/desk')
    expect(adviser.page.path).toBe('/desk/sign-in?ended=1')
    expect(adviser.page.text).toContain('You have been signed out.')
  })

  it('is not kept up by a page that reads itself again', async () => {
    const adviser = await site.adviser()
    site.at += 20 * MINUTE
    expect((await adviser.fetch('/desk', { headers: { 'x-desk': 'parts' } })).status).toBe(200)
    site.at += 10 * MINUTE
    expect((await adviser.fetch('/desk', { headers: { 'x-desk': 'parts' } })).status).toBe(401)
  })

  it('ends after 8 hours whatever is pressed', async () => {
    const adviser = await site.adviser()
    for (let n = 0; n < 23; n += 1) {
      site.at += 20 * MINUTE
      await adviser.get('/desk')
    }
    expect(adviser.page.path).toBe('/desk')
    site.at += 20 * MINUTE
    expect((await adviser.get('/desk')).path).toBe('/desk/sign-in?ended=1')
  })

  it('is gone after signing out, also for whoever kept the cookie', async () => {
    const adviser = await site.adviser()
    const kept = adviser.cookies.get('desk') ?? ''
    await adviser.press('/desk/sign-out')
    expect(adviser.page.text).toContain('You are signed out')
    expect(adviser.cookies.size).toBe(0)
    adviser.cookies.set('desk', kept)
    expect((await adviser.get('/desk')).path).toBe('/desk/sign-in?ended=1')
  })

  it('can be kept up by pressing Stay signed in', async () => {
    const adviser = await site.adviser()
    site.at += 29 * MINUTE
    await adviser.press('/desk/stay')
    site.at += 29 * MINUTE
    expect((await adviser.get('/desk')).path).toBe('/desk')
  })
})

describe('without a session', () => {
  it.each([...PAGES, '/desk/case/xxxxxxxxxxxxxxxxxxxxxx'])('%s leads to sign-in', async (path) => {
    const visitor = new Visitor(site.url)
    expect((await visitor.get(path)).path).toBe('/desk/sign-in')
    visitor.cookies.set('desk', 'A'.repeat(43))
    expect((await visitor.get(path)).path).toBe('/desk/sign-in?ended=1')
  })

  it('no form does anything', async () => {
    const id = site.handoffs.add(1)
    for (const action of CASE_ACTIONS) {
      const response = await new Visitor(site.url).fetch(`/desk/case/${id}/${action}`, {
        method: 'POST',
        body: new URLSearchParams({ version: '3', csrf: '' }),
      })
      expect([action, response.status, response.headers.get('location')]).toEqual([action, 303, '/desk/sign-in'])
    }
    expect(site.handoffs.handoff(id).version).toBe(3)
  })

  it('no event is heard', async () => {
    expect((await fetch(`${site.url}/desk/events`)).status).toBe(401)
  })
})

describe('a form of somebody else', () => {
  it.each([
    ...CASE_ACTIONS.map((action) => `/desk/case/ID/${action}`),
    '/desk/find',
    '/desk/hours',
    '/desk/undelivered',
    '/desk/stay',
    '/desk/sign-out',
  ])('%s without the token of this sign-in changes nothing', async (path) => {
    const id = site.handoffs.add(1)
    const adviser = await site.adviser()
    const other = await site.adviser()
    for (const csrf of ['', 'x', other.csrf]) {
      const { status, text } = await adviser.post(path.replace('ID', id), { csrf, version: '3', reference: 'hello' })
      expect([status, text.includes('This form is out of date')]).toEqual([403, true])
    }
    expect(site.handoffs.handoff(id).version).toBe(3)
    expect((await adviser.get('/desk')).path).toBe('/desk')
  })

  it('with the right token, but sent from another site, changes nothing', async () => {
    const id = site.handoffs.add(1)
    const adviser = await site.adviser()
    const { csrf } = adviser
    const { status } = await adviser.post(`/desk/case/${id}/accept`, { csrf, version: '3' }, { 'sec-fetch-site': 'cross-site' })
    expect(status).toBe(403)
    expect(site.handoffs.handoff(id).version).toBe(3)
  })

  it.each([
    ['too long', 'csrf=x&text=' + 'a'.repeat(70_000), 'application/x-www-form-urlencoded'],
    ['no form', '{"csrf":"x"}', 'application/json'],
  ])('what is %s is refused', async (_what, body, type) => {
    const adviser = await site.adviser()
    const response = await adviser.fetch('/desk/find', { method: 'POST', body, headers: { 'content-type': type } })
    expect(response.status).toBe(413)
  })
})

describe('organisations are kept apart', () => {
  /** Everything that a signed-in person can ask for, by the name of a case or of a letter. */
  const asks = (id: string, letter: string): readonly (readonly [string, Record<string, string> | null])[] => [
    [`/desk/case/${id}`, null],
    ...CASE_ACTIONS.map((action) => [`/desk/case/${id}/${action}`, FILLED[action] ?? {}] as const),
    ['/desk/undelivered', { letter }],
  ]
  const FILLED: Readonly<Record<string, Record<string, string>>> = {
    accept: { version: '3' },
    outcome: { outcome: 'spoke' },
    contact: { on: '2026-11-20' },
    tell: { text: 'Hello', source: 'desk-12345678' },
    close: { asked: 'wants' },
    asked: { asked: 'wants' },
    erase: { sure: 'yes' },
  }

  it.each(ORGANISATIONS.map(({ id }) => id))("%s gets for the others' cases, to the byte, what it gets for none", async (own) => {
    const adviser = await site.adviser(own)
    const { csrf } = adviser
    let number = 0
    for (const { id: other } of ORGANISATIONS.filter(({ id }) => id !== own)) {
      number += 1
      const theirs = site.handoffs.add(number, { organisation: other, isToMediation: true })
      site.handoffs.letters.push({
        id: `letter-${other}`,
        handoff: theirs,
        receiver: 'mail',
        kind: 'handoff.created',
        attempts: 9,
        lastError: 'timeout',
        at: site.at,
        organisation: other,
      })
      const before = site.handoffs.handoff(theirs)
      const none = asks('n'.repeat(22), 'letter-none')
      for (const [at, [path, fields]] of asks(theirs, `letter-${other}`).entries()) {
        const ask = async (where: string, filled: Record<string, string> | null) =>
          filled === null ? adviser.get(where) : adviser.post(where, { csrf, ...filled })
        const seen = await ask(path, fields)
        const [nonePath = '', noneFields = null] = none[at] ?? []
        const unseen = await ask(nonePath, noneFields)
        expect([path, seen.status]).toEqual([path, 404])
        expect(seen.html).toBe(unseen.html)
        expect(seen.html).not.toContain(theirs)
      }
      expect(site.handoffs.handoff(theirs)).toBe(before)
      for (const page of PAGES) expect((await adviser.get(page)).html).not.toContain(theirs)
    }
    expect(site.handoffs.opened).toEqual([])
    expect(site.handoffs.asked).toEqual({})
    expect(site.handoffs.letters).toHaveLength(2)
  })

  it("another organisation's reference is not found", async () => {
    site.handoffs.add(1, { organisation: 'sendiass', reference: '412298334' })
    const adviser = await site.adviser('council')
    await adviser.get('/desk/find')
    await adviser.press('/desk/find', { reference: '412 298 334' })
    expect(adviser.page.text).toContain('There is no case with this reference')
  })
})

describe('what a family typed', () => {
  const TAGS = new Set(
    'html head meta title link script style body a header div p form input button nav ul li main h1 h2 h3 footer section ol span strong textarea label fieldset legend details summary'.split(
      ' ',
    ),
  )

  it('is text wherever it stands', async () => {
    const adviser = await site.adviser()
    for (const typed of HOSTILE_TEXTS) await standsAsText(adviser, typed)
  })

  async function standsAsText(adviser: Visitor, typed: string): Promise<void> {
    const id = site.handoffs.add(1, {
      shown: `In their own words: ${typed}`,
      contact: typed,
      council: typed,
      summary: {
        ...SUMMARY,
        clocks: [{ ...SUMMARY.clocks[0]!, clock: typed as 'appeal', working: typed, sources: [typed] }],
        toldSoFar: [{ id: typed, version: typed }],
      },
      reference: typed,
      acceptedBy: { id: 'local-mediation', name: typed },
      state: 'live',
    })
    site.handoffs.family(id, typed)
    for (const path of ['/desk', `/desk/case/${id}`]) {
      const { html, status } = await adviser.get(path)
      expect(status).toBe(200)
      const tags = [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/gi)]
      expect(tags.map(([, tag = '']) => tag.toLowerCase()).filter((tag) => !TAGS.has(tag))).toEqual([])
      const names = tags.flatMap(([, , attributes = '']) => attributes.replace(/="[^"]*"/g, '=').match(/[^\s=]+/g) ?? [])
      expect(names.filter((name) => !/^[a-z-]+$/.test(name) || /^on|^srcdoc$|^style$/.test(name))).toEqual([])
      expect([...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].filter(([, to = '']) => !/^(\/desk|#|data:,$)/.test(to))).toEqual([])
      expect(html.match(/<script/g)).toHaveLength(2)
    }
    // A browser reads CR and CRLF as one new line, and this visitor several as one.
    const asRead = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/\n+/g, '\n')
    expect(asRead(adviser.page.text)).toContain(asRead(typed))
    const copy = await adviser.fetch(`/desk/case/${id}/copy`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: adviser.csrf, form: 'json' }),
    })
    expect([copy.headers.get('content-type'), copy.headers.get('content-disposition')]).toEqual([
      'application/json; charset=utf-8',
      `attachment; filename="case-${id.slice(0, 6)}.json"`,
    ])
    expect(await copy.json()).toMatchObject({ contact: typed, lines: [{ text: typed }] })
  }
})

describe('headers', () => {
  it.each([...PAGES, '/desk/sign-in', '/desk?once=x', '/desk/case/none'])(
    '%s: nothing from elsewhere, in no frame, kept by nobody',
    async (path) => {
      const adviser = await site.adviser()
      const { headers, html } = await adviser.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'sha256-/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(html).not.toMatch(/https?:\/\//)
    },
  )

  it('only the script is kept, under a name that is its content', async () => {
    const adviser = await site.adviser()
    const path = /<script src="([^"]+)"/.exec(adviser.page.html)?.[1] ?? ''
    const response = await fetch(site.url + path)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await fetch(`${site.url}/desk/assets/desk.000000000000.js`)).status).toBe(404)
  })
})
