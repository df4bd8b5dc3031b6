// The editor's journey in a real browser on the real server: write, look, a second person publishes, the chat says the new number, take it back.
import AxeBuilder from '@axe-core/playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { ChatPage } from '../browser/chat-page'
import { launchChromium } from '../browser/launch'
import { startServer, type StartedServer } from '../start-server'

jest.setTimeout(180_000)

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const BEFORE = '03330 062 835'
const AFTER = '01702 555 111'

let folder: string
let server: StartedServer
let browser: Browser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editor-'))
  ;[server, browser] = await Promise.all([startServer({ DATA_DIR: folder }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The link printed last. */
const link = (): string => [...server.output().matchAll(/http:\S+\/editor\?once=\S+/g)].at(-1)?.[0] ?? ''

/** No page of the editor needs a script: these browsers run none. */
async function signIn(who: 'First editor' | 'Second editor', scope: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1024, height: 768 } })
  const page = await context.newPage()
  await page.goto(link())
  await page.getByLabel('What you edit').selectOption({ label: scope })
  await page.getByLabel('Which made-up editor you are').selectOption({ label: who })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'As it stands' }).waitFor()
  return { context, page }
}

/** Milliseconds between two links that are printed, and when the last one was. */
const LINK_EVERY = 10_000
let printed = 0

/** A link is good once: the next person asks for another where the server runs. */
async function anotherLink(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, printed + LINK_EVERY - Date.now())))
  const before = link()
  const page = await browser.newPage()
  await page.goto(`${server.url}/editor/sign-in`)
  await page.getByRole('button', { name: 'Print a new link' }).click()
  await page.getByText('A new link stands where the server runs.').waitFor()
  await page.close()
  for (let tried = 0; link() === before && tried < 100; tried += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  printed = Date.now()
}

/** What a family of Southend that asks for a person is told. */
async function contactsInChat(): Promise<string> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const chat = await ChatPage.open(page, `${server.url}/chat?council=southend`)
  await chat.type('talk to a person')
  const said = (await chat.log.locator('.words').allInnerTexts()).join('\n')
  await context.close()
  return said
}

/** axe runs in a browser with scripts, on what the other was shown. */
async function violations({ context, page }: { context: BrowserContext; page: Page }): Promise<readonly string[]> {
  const looking = await browser.newContext({ viewport: { width: 1024, height: 768 } })
  await looking.addCookies(await context.cookies())
  const seen = await looking.newPage()
  await seen.goto(page.url())
  const found = (await new AxeBuilder({ page: seen }).withTags(WCAG).analyze()).violations
  await seen.setViewportSize({ width: 320, height: 640 })
  const sideways = await seen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  await looking.close()
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(sideways === 0 ? [] : ['wider than 320 pixels']),
  ]
}

test('a new number: written, looked at, published by a second person, said in the chat within a minute, taken back', async () => {
  expect(await contactsInChat()).toContain(BEFORE)

  const writer = await signIn('First editor', 'Southend-on-Sea City Council')
  expect(await violations(writer)).toEqual([])
  await writer.page.getByRole('link', { name: 'Local facts' }).click()
  expect(await violations(writer)).toEqual([])
  const first = writer.page.locator('fieldset').first()
  await first.getByLabel('Number or address').fill('ring us')
  await writer.page.getByLabel('What changed and why').fill('The provider has a new number')
  await writer.page.getByRole('button', { name: 'Save and look at it' }).click()
  await writer.page
    .getByRole('alert')
    .getByRole('link', { name: /must be a number in digits and spaces/ })
    .click()
  await first.getByLabel('Number or address').fill(AFTER)
  await first.getByLabel('Address of the page where it stands').fill('https://www.southend.gov.uk/send')
  await first.getByLabel('Title of that page').fill('SEND in Southend')
  await first.getByLabel('The sentence with it').fill(`Ring mediation on ${AFTER}.`)
  await writer.page.getByRole('button', { name: 'Save and look at it' }).click()
  await writer.page.getByRole('heading', { name: 'How it would be said: Southend-on-Sea City Council' }).waitFor()
  expect(await writer.page.locator('.as-on-phone').allInnerTexts()).toEqual(
    [BEFORE, AFTER, BEFORE, AFTER].map((number) => expect.stringContaining(number)),
  )
  expect(await writer.page.getByRole('button', { name: 'Publish it' }).count()).toBe(0)
  expect(await violations(writer)).toEqual([])
  expect(await contactsInChat()).toContain(BEFORE)

  await anotherLink()
  const second = await signIn('Second editor', 'Southend-on-Sea City Council')
  await second.page.getByRole('link', { name: 'Look at it: Southend-on-Sea City Council' }).click()
  const pressed = Date.now()
  await second.page.getByRole('button', { name: 'Publish it' }).click()
  await second.page.getByText(/^It is live: version/).waitFor()
  expect(await contactsInChat()).toContain(AFTER)
  expect(Date.now() - pressed).toBeLessThan(60_000)

  await second.page.getByRole('link', { name: 'Who and when' }).click()
  expect(await violations(second)).toEqual([])
  expect(await second.page.locator('.queue').innerText()).toContain(
    'Written by First editor, published by Second editor. The provider has a new number',
  )
  await second.page.getByRole('button', { name: 'Take back version 1' }).click()
  await second.page.getByText('It is taken back.').waitFor()
  const said = await contactsInChat()
  expect(said).toContain(BEFORE)
  expect(said).not.toContain(AFTER)
  for (const { context } of [writer, second]) await context.close()
})

test('a topic is withdrawn with one press: a conversation that is open is told so kindly, and within a minute', async () => {
  const context = await browser.newContext()
  const chat = await ChatPage.open(await context.newPage(), `${server.url}/chat?council=southend`)
  const last = async (): Promise<string> => (await chat.log.locator('.words').allInnerTexts()).join('\n')
  await chat.type('does mediation cost anything?')
  expect(await last()).not.toContain('We have taken this answer down for now')

  await anotherLink()
  const editor = await signIn('First editor', 'the whole service')
  expect(await violations(editor)).toEqual([])
  await editor.page.getByLabel('Topic').selectOption({ label: 'Does mediation cost anything?' })
  await editor.page.getByLabel('Why, in a few words').fill('The regulations changed')
  const pressed = Date.now()
  await editor.page.getByRole('button', { name: 'Withdraw it now' }).click()
  await editor.page.getByText('It is withdrawn.').waitFor()
  await chat.type('does mediation cost anything?')
  expect(await last()).toContain('We have taken this answer down for now')
  expect(Date.now() - pressed).toBeLessThan(60_000)
  await editor.page.getByRole('button', { name: 'Say it again: Does mediation cost anything?' }).click()
  await editor.page.getByText('It is said again.', { exact: true }).waitFor()
  await Promise.all([context.close(), editor.context.close()])
})
