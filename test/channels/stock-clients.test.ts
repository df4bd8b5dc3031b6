// Microsoft's own clients, unmodified, in a real browser: a whole conversation over our Direct Line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../browser/launch'
import { newChat, type Chat } from './page'
import { mountStockPages as mount } from './stock-pages'
import { startTestServer, type TestServer } from './test-server'

let browser: Browser
let folder: string
let server: TestServer
let page: Page
const asked: string[] = []
beforeAll(async () => void (browser = await launchChromium()), 60_000)
afterAll(() => browser.close())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stock-'))
  server = await startTestServer({ folder, mount })
  page = await browser.newPage()
  asked.length = 0
  page.on('request', (request) => asked.push(request.url()))
})
afterEach(async () => {
  await page.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The same server again, on the same folder and port. */
async function restart(): Promise<void> {
  const { port } = new URL(server.url)
  await server.stop()
  server = await startTestServer({ folder, mount, env: { PORT: port } })
}

describe('stock Web Chat', () => {
  async function open(chat: Chat, options: object = {}): Promise<void> {
    await page.goto(`${server.url}/stock`)
    await page.evaluate(`openChat(${JSON.stringify({ token: chat.token, ...options })})`)
  }

  const bubbles = () => page.locator('.webchat__bubble__content')
  const said = (text: string) => bubbles().getByText(text, { exact: true }).first()
  async function type(text: string): Promise<void> {
    await page.getByRole('textbox').fill(text)
    await page.keyboard.press('Enter')
  }

  test('greeting, a choice, typed words, a message of its own accord, a file, a reload, a restart', async () => {
    const chat = await newChat(server.url, 'southend')
    await open(chat)
    await said('Hello from southend').waitFor()
    await page.getByRole('toolbar').getByRole('button', { name: 'Red' }).click()
    await said('1: Red').waitFor()
    await type('some words')
    await said('2: some words').waitFor()

    const began = Date.now()
    await server.directLine.proactive(chat.conversationId, async (context) => void (await context.sendActivity('News for you')))
    await said('News for you').waitFor()
    expect(Date.now() - began).toBeLessThan(4000)

    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(400_000, 1) })
    await page.locator('.webchat__attachment-icon--checked').waitFor()
    await page.getByRole('textbox').fill('my letter')
    await page.keyboard.press('Enter')
    await said('3: my letter (1 files dropped)').waitFor()

    await restart()
    await type('after the restart')
    await page.waitForTimeout(500)
    await open(chat, { conversationId: chat.conversationId })
    await said('Hello from southend').waitFor()
    const restored = await bubbles().allInnerTexts()
    expect(restored.map((text) => text.split('\n')[0]).slice(0, 6)).toEqual([
      'Hello from southend',
      'Red',
      '1: Red',
      'some words',
      '2: some words',
      'News for you',
    ])
    await type('on we go')
    await bubbles()
      .getByText(/^\d: on we go$/)
      .waitFor()
    expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([])
  }, 90_000)

  test('a page that stays open goes on by itself after the server was away', async () => {
    await open(await newChat(server.url))
    await said('Hello from nowhere').waitFor()
    await restart()
    await page.waitForTimeout(1000)
    await type('still there')
    await said('1: still there').waitFor({ timeout: 40_000 })
  }, 90_000)
})

describe.each([true, false])('directlinejs with webSocket %s', (webSocket) => {
  test('holds a conversation, and takes it up again', async () => {
    const chat = await newChat(server.url)
    await page.goto(`${server.url}/dljs`)
    const heard = await page.evaluate(`talk(${JSON.stringify({ token: chat.token, webSocket, say: ['one', 'two'], expected: 5 })})`)
    expect(heard).toEqual(expect.arrayContaining(['Hello from nowhere', 'one', '1: one', 'two', '2: two']))
    await restart()
    await page.goto(`${server.url}/dljs`)
    const again = await page.evaluate(
      `talk(${JSON.stringify({
        token: chat.token,
        webSocket,
        say: ['three'],
        expected: 7,
        conversationId: chat.conversationId,
      })})`,
    )
    expect(again).toEqual(expect.arrayContaining(['Hello from nowhere', '2: two', 'three', '3: three']))
    expect(again).toHaveLength(7)
  }, 60_000)
})
