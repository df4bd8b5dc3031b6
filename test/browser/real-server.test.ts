// The page over the real server: a refresh at every step, a kill in the middle, a forged token, and sockets refused on the way.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startServer } from '../start-server'
import type { StartedServer } from '../start-server'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'

jest.setTimeout(180_000)

let folder: string
let server: StartedServer
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'real-'))
  ;[server, browser] = await Promise.all([startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(() => context.close())

const open = () => ChatPage.open(page, `${server.url}/chat?council=southend`)
const shown = (chat: ChatPage) => chat.log.locator('.words').allInnerTexts()

const STEPS: readonly ((chat: ChatPage) => Promise<string>)[] = [
  (chat) => chat.press('I have a letter about my child'),
  (chat) => chat.press('They will not do an EHC needs assessment'),
  (chat) => chat.type('9 November 2026'),
  (chat) => chat.press('Yes'),
  (chat) => chat.press('No, not yet'),
]

const pressing = (door: string) => (chat: ChatPage) => chat.press(door)
const CALL_BACK: typeof STEPS = [
  ...['A parent or carer', 'No, not yet', 'Advice first', 'No, not yet'].map(pressing),
  ...['07700 900123', 'morning', 'no message', 'Bee'].map((text) => (chat: ChatPage) => chat.type(text)),
  pressing('Nothing'),
  pressing('Yes, share this'),
]
/** Each journey's council and steps. */
const JOURNEYS: readonly (readonly [string, string, typeof STEPS])[] = [
  ['a refusal, to the dates', 'southend', STEPS],
  [
    "a young person's plan, with a certificate",
    'southend',
    [
      pressing('I have a letter about me'),
      pressing('Yes, it has passed'),
      pressing('Here is the final plan, and what it says is wrong'),
      (chat) => chat.type('9 November 2026'),
      pressing('Yes'),
      pressing('Yes, I have one'),
      (chat) => chat.type('20 November 2026'),
      pressing('Yes'),
      pressing('Compare the two routes'),
    ],
  ],
  [
    'a call back',
    'demo',
    [
      ...STEPS,
      (chat) => chat.type('talk to a person'),
      pressing('Northshire SENDIASS (demonstration)'),
      pressing('Ask them to ring me'),
      ...CALL_BACK,
    ],
  ],
]

test('the greeting in the HTML is word for word the one that the bot sends', async () => {
  const html = await (await fetch(`${server.url}/chat?council=southend`)).text()
  const chat = await open()
  await chat.press('I have a letter about my child')
  await page.reload()
  await chat.waitForStanding('connected')
  const [restored = ''] = await shown(chat)
  const first = restored.split('\n')[0] ?? 'nothing'
  expect(html).toContain(first)
  expect(await page.getByText(first).count()).toBe(1)
})

/** How far the page can be scrolled sideways, on a small phone and on a desk. */
async function sideways(): Promise<readonly number[]> {
  const found: number[] = []
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    found.push(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
  }
  return found
}

test.each(JOURNEYS)(
  '%s: a refresh at every step goes on at the same question, and fits from 320 to 1,280 pixels',
  async (_name, council, steps) => {
    const chat = await ChatPage.open(page, `${server.url}/chat?council=${council}`)
    for (const step of steps) {
      await step(chat)
      expect(await sideways()).toEqual([0, 0])
      const before = { words: await shown(chat), choices: await chat.choices() }
      await page.reload()
      await chat.waitForStanding('connected')
      expect({ words: await shown(chat), choices: await chat.choices() }).toEqual(before)
    }
  },
)

test('killed after every step and started again, the journey reaches the same dates, with nothing lost and nothing said twice', async () => {
  const chat = await open()
  for (const [at, step] of STEPS.entries()) {
    const { port } = new URL(server.url)
    await server.kill()
    const answered = step(chat)
    server = await startServer({ DATA_DIR: folder, PORT: port, EMBEDDINGS: 'off' })
    await page.waitForTimeout(200)
    await page.evaluate('window.dispatchEvent(new Event("online"))')
    await answered
    expect(await chat.ownMessages.count()).toBe(at + 1)
  }
  expect(await chat.log.innerText()).toContain('Contact the mediation adviser by')
  expect(await page.getByText('Is that right?').count()).toBe(1)
})

test('where sockets are refused on the way the whole journey works by polling', async () => {
  await page.routeWebSocket(/stream/, (socket) => socket.close())
  const chat = await open()
  for (const step of STEPS) await step(chat)
  expect(await chat.log.innerText()).toContain('Contact the mediation adviser by')
})

test('a token that the server does not know ends plainly in a new conversation', async () => {
  const chat = await open()
  await chat.press('I have a letter about my child')
  await page.evaluate(`for (const key of Object.keys(sessionStorage)) {
    const session = JSON.parse(sessionStorage.getItem(key))
    sessionStorage.setItem(key, JSON.stringify({ ...session, token: session.token.slice(0, -4) + 'AAAA' }))
  }`)
  await page.reload()
  await page.getByText('Your earlier chat has ended').waitFor()
  await chat.waitForStanding('connected')
  expect(await chat.press('I have a letter about me')).not.toBe('')
})

test('six messages typed within 200 ms are answered in order, none lost', async () => {
  const chat = await open()
  await chat.press('I have a question')
  const typed = ['one?', 'two?', 'three?', 'four?', 'five?', 'six?']
  for (const text of typed) {
    await chat.box.fill(text)
    await chat.box.press('Enter')
  }
  await chat.ownMessages.nth(6).waitFor()
  await chat.botMessages.nth(7).waitFor()
  await page.reload()
  await chat.waitForStanding('connected')
  expect((await chat.ownMessages.locator('.words').allInnerTexts()).slice(1)).toEqual(typed)
  expect(await chat.botMessages.count()).toBeGreaterThanOrEqual(8)
})
