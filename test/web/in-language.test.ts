// The chat page in a language that the pack has: its words, its addresses, and lang and dir at each message.
import { createServer, type Server } from 'restify'
import { loadConfig } from '../../src/config'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { PERIODS } from '../../src/rules/retention'
import { webDeps } from '../../src/web-deps'
import type { FormChats } from '../../src/web/form-chats'
import { mountWeb } from '../../src/web/mount'
import { copyOfPack, type BrokenPack } from '../content/broken-pack'
import { writePseudoTranslation } from '../content/pseudo-translation'
import { day } from '../holidays'
import { builtClient } from '../built-client'
import { close, listen } from '../listen'

const CHAT = {
  conversationId: 'c',
  userId: 'dl_user',
  token: 't',
  expiresIn: 1,
  watermark: '2',
  activities: [
    { type: 'message', from: { role: 'user' }, text: 'Hello' },
    {
      type: 'message',
      text: '⟦سلام⟧',
      locale: 'ar',
      suggestedActions: { actions: [{ title: '⟦نعم⟧', value: 'Yes' }] },
      channelData: { advice: { message: 'a.b', sources: [] } },
    },
    { type: 'message', text: 'In English.', locale: 'en-GB', channelData: { advice: { message: 'a.c' } } },
  ].map((activity) => JSON.stringify(activity)),
}

let copy: BrokenPack
let server: Server
let url: string
let begun: unknown[] = []
const forms: FormChats = {
  say: async (_request, chat) => {
    begun.push(chat)
    return { kind: 'said', pass: 'the-pass' }
  },
  read: async () => CHAT,
}

beforeAll(async () => {
  copy = copyOfPack()
  const english = loadPack(contentDir)
  writePseudoTranslation(copy.dir, english, 'ar')
  writePseudoTranslation(copy.dir, english, 'fa')
  copy.replace('translations/fa/interface.yaml', /of: en-[0-9a-f]{12}/, 'of: en-000000000000')
  server = createServer({ name: 'language' })
  const parts = { config: loadConfig({}), pack: loadPack(copy.dir), root: builtClient(), forms, periods: () => PERIODS }
  mountWeb(server, webDeps({ ...parts, today: () => day('2026-11-22') }))
  url = await listen(server)
})
afterAll(async () => {
  copy.delete()
  await close(server)
})

const page = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await fetch(url + path, { headers })).text()

test('a language that is whole: the page is in it, and everything on it leads on in it', async () => {
  const html = await page('/chat?council=southend&lang=ar')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('⟦Send⟧')
  expect(html).toContain('<div class="words" lang="ar" dir="rtl"><p>⟦Hello. I am Common Ground.')
  expect(html).toContain('value="I have a question" lang="ar" dir="rtl">⟦I have a question⟧</button>')
  expect(html).toContain('action="/chat?council=southend&amp;lang=ar"')
  expect(html).toContain('"tokenUrl":"/api/directline/token?lang=ar"')
  expect(html).toContain('href="/privacy?council=southend&amp;lang=ar"')
  expect(html).toContain('value="Delete my information">⟦Delete my information⟧')
  expect(await page('/privacy?council=southend&lang=ar')).toContain('href="/chat?council=southend&amp;lang=ar"')
})

test('a language whose page is not whole: the page is in English, the greeting in the language', async () => {
  const html = await page('/chat?lang=fa')
  expect(html).toContain('<html lang="en-GB" dir="ltr">')
  expect(html).toContain('<div class="words" lang="fa" dir="rtl"><p>⟦Hello.')
})

test.each(['/chat?lang=cy', '/chat?lang=', '/chat?lang=%22%3E', '/chat'])('%s is in English', async (path) => {
  const html = await page(path)
  expect(html).toContain('<html lang="en-GB" dir="ltr">')
  expect(html).toContain('<div class="words" lang="en-GB" dir="ltr"><p>Hello.')
  expect(html).toContain('action="/chat"')
  expect(html).toContain('"tokenUrl":"/api/directline/token"')
})

test('each message of a conversation says its language and its direction', async () => {
  const html = await page('/chat?lang=ar', { cookie: 'chat=the-pass' })
  expect(html).toContain('<div class="words" lang="ar" dir="rtl"><p>⟦سلام⟧</p>')
  expect(html).toContain('<div class="words" lang="en-GB" dir="ltr"><p>In English.</p>')
  expect(html).not.toContain('lang="undefined"')
})

test('a chat that a form begins keeps the language of its page', async () => {
  begun = []
  const body = new URLSearchParams({ text: 'Hello', seen: '0' })
  const response = await fetch(`${url}/chat?lang=ar`, { method: 'POST', body, redirect: 'manual', headers: { origin: url } })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/chat?lang=ar#latest'])
  expect(begun).toEqual([{ pass: null, council: null, language: 'ar' }])
})
