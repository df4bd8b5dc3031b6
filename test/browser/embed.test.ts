// The chat inside a council's page on another host: nothing before the press, then a frame that can be closed and left.
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { ChatPage } from './chat-page'
import type { FakeDirectLine } from './fake-direct-line'
import { launchChromium } from './launch'
import { fakeBot } from './replies'
import { Site } from './site'

let browser: Browser
let bot: FakeDirectLine
let site: Site
let council: Server
let councilUrl: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  bot = fakeBot()
  council = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html')
    res.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${site.url}; frame-src ${site.url}; img-src data:`)
    res.end(councilPage(site.url))
  })
  await new Promise<void>((resolve) => council.listen(0, '127.0.0.1', resolve))
  councilUrl = `http://localhost:${(council.address() as AddressInfo).port}`
  site = new Site(bot, [councilUrl])
  await site.start()
  context = await browser.newContext({ viewport: { width: 375, height: 667 } })
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await site.kill()
  council.closeAllConnections()
  await new Promise((resolve) => council.close(resolve))
})

const councilPage = (
  chat: string,
) => `<!doctype html><html lang="en"><title>Council</title><link rel="icon" href="data:,"><main><h1>Local Offer</h1>
<p><a href="${chat}/chat?council=demo" data-send-chat>Chat about a SEND decision</a></p><p><a href="#after">A link after it</a></p></main>
<script src="${chat}/embed.js" defer></script></html>`

async function openChat(): Promise<ChatPage> {
  await page.goto(councilUrl)
  await page.getByRole('button', { name: 'Chat about a SEND decision' }).click()
  const chat = ChatPage.within(page, page.frameLocator('iframe'))
  await chat.waitForStanding('connected')
  return chat
}

test('before the press: one request of at most 1.5 kB to us, no frame, no cookie, nothing stored', async () => {
  const ours: string[] = []
  let bytes = 0
  page.on('response', async (response) => {
    if (!response.url().startsWith(site.url)) return
    ours.push(response.url())
    bytes += (await response.request().sizes()).responseBodySize
  })
  await page.goto(councilUrl, { waitUntil: 'networkidle' })
  expect(ours).toEqual([`${site.url}/embed.js`])
  expect(bytes).toBeLessThanOrEqual(1_500)
  expect(page.frames()).toHaveLength(1)
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)
})

test('pressed by keyboard: the chat opens in a titled frame, has the focus, and a whole exchange works in it', async () => {
  await page.goto(councilUrl)
  await page.getByRole('button', { name: 'Chat about a SEND decision' }).focus()
  await page.keyboard.press('Enter')
  const chat = ChatPage.within(page, page.frameLocator('iframe'))
  await chat.waitForStanding('connected')
  expect(await page.locator('iframe').getAttribute('title')).toBe('Chat about a SEND decision')
  await page.keyboard.press('Tab')
  await page.keyboard.type('x')
  expect(await chat.press('I have a letter about my child')).toContain('What does the letter say?')
})

test('Escape inside the frame closes it and gives the focus back; opened again, the conversation is still there', async () => {
  const chat = await openChat()
  await chat.press('I have a letter about my child')
  await chat.box.focus()
  await page.keyboard.press('Escape')
  await page.locator('iframe').waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Chat about a SEND decision')
  expect(await page.getByRole('button', { name: 'Chat about a SEND decision' }).getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('Enter')
  await chat.choice('The council will not assess').waitFor()
})

test('axe finds nothing on the council page with the chat open in it', async () => {
  const chat = await openChat()
  await chat.press('I have a letter about my child')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

test('the close button closes it', async () => {
  await openChat()
  await page.getByRole('button', { name: 'Close the chat' }).click()
  await page.locator('iframe').waitFor({ state: 'hidden' })
})

test('the council hears nothing of the conversation: no request to its host, and only "close" in its messages', async () => {
  const heard: string[] = []
  await page.addInitScript('window.heard = []; window.addEventListener("message", ({ data }) => window.heard.push(JSON.stringify(data)))')
  const chat = await openChat()
  page.on('request', (request) => request.url().startsWith(councilUrl) && heard.push(request.url()))
  await chat.type('something private')
  await chat.box.press('Escape')
  await page.locator('iframe').waitFor({ state: 'hidden' })
  expect(heard).toEqual([])
  expect(await page.evaluate('window.heard')).toEqual(['"send-chat:close"'])
})

test('leaving quickly from inside the frame takes the whole page away', async () => {
  const chat = await openChat()
  await chat.root.getByRole('link', { name: 'Leave this page quickly' }).click()
  await page.waitForURL(`${site.url}/privacy`)
})

test('a page that is not on the list cannot show the chat', async () => {
  await page.goto(councilUrl.replace('localhost', '127.0.0.1'))
  await page.getByRole('button', { name: 'Chat about a SEND decision' }).click()
  await page.waitForTimeout(1_000)
  expect(bot.conversations.size).toBe(0)
})

test('without JavaScript the link leads to the chat page', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(councilUrl)
  await still.getByRole('link', { name: 'Chat about a SEND decision' }).click()
  await still.waitForURL(`${site.url}/chat?council=demo`)
  await plain.close()
})
