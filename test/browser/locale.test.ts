// The page in another language: no interface word outside the file of its language, both directions, and dates in English too.
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { pseudoStrings } from '../web/pseudo-locale'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'
import { fakeBot } from './replies'
import { Site } from './site'

let browser: Browser
let context: BrowserContext
let page: Page
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(async () => {
  await context.close()
  await site.kill()
})

async function toTheDates(direction: 'ltr' | 'rtl'): Promise<ChatPage> {
  site = new Site(fakeBot(), [], pseudoStrings(direction))
  await site.start()
  context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  page = await context.newPage()
  const chat = await ChatPage.open(page, `${site.url}/chat?council=demo`)
  await chat.press('I have a letter about my child')
  await chat.press('The council will not assess')
  await chat.type('9 October 2026')
  for (const summary of await page.locator('summary').all()) await summary.click()
  return chat
}

/** What the page shows or says that is neither the bot's nor the person's, nor a date. */
const UNMARKED = `(() => {
  const found = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent.trim()
    const parent = node.parentElement
    if (text === '' || parent.closest('script, style, time, .own .words, .choices, .sources li, .quiet')) continue
    const block = parent.closest('p, li, h1, h2, summary, button, label, text, figcaption') ?? parent
    const isOfBot = parent.closest('.words') && !parent.closest('.dates, .easy')
    const isDate = parent.matches('.way text') && /^(\\d+ \\w{3} \\d{4}|…)$/.test(text)
    const isWorking = parent.matches('.clock details p')
    if (!isOfBot && !isDate && !isWorking && !block.textContent.includes('⟦')) found.push(text)
  }
  for (const node of document.querySelectorAll('[aria-label]')) if (!node.getAttribute('aria-label').includes('⟦')) found.push(node.getAttribute('aria-label'))
  return found
})()`

test('every word of the interface comes from the file of its language', async () => {
  await toTheDates('ltr')
  expect(await page.evaluate(UNMARKED)).toEqual([])
  expect(await page.locator('html').getAttribute('lang')).toBe('en-XA')
})

test('from right to left: the page runs the other way, nothing scrolls sideways, dates stay in English, and axe finds nothing', async () => {
  const chat = await toTheDates('rtl')
  expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('rtl')
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  expect(await chat.log.locator('.day').first().innerText()).toBe('Wednesday 9 December 2026')
  const written = (where: string): Promise<unknown> =>
    chat.log
      .locator(where)
      .last()
      .evaluate(({ lang, dir }: { lang: string; dir: string }) => [lang, dir])
  expect(await written('.bot .words:has(.dates)')).toEqual(['en-GB', 'ltr'])
  expect([await written('.dates'), await written('.dates time')]).toEqual([
    ['ar', 'rtl'],
    ['en-GB', 'ltr'],
  ])
  const send = await page.locator('.send').boundingBox()
  const box = await page.locator('#box').boundingBox()
  expect(send?.x).toBeLessThan(box?.x ?? 0)
  const own = await chat.ownMessages.last().locator('.words').boundingBox()
  expect(own?.x).toBeLessThan(100)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test.each(['/privacy', '/accessibility?council=demo'])('%s runs the same way', async (path) => {
  await toTheDates('rtl')
  await page.goto(site.url + path)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
})

test('in a council page the button that closes the chat is in the language of the chat, and says which that is', async () => {
  await toTheDates('rtl')
  await page.goto(`${site.url}/`)
  await page.locator('a[data-send-chat]').click()
  const close = page.locator('button', { hasText: '⟦Close the chat⟧' })
  await close.waitFor()
  expect([await close.getAttribute('lang'), await close.getAttribute('dir')]).toEqual(['ar', 'rtl'])
})
