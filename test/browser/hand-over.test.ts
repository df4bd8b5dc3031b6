// Between the script and the form, both ways: the script goes on with what forms began, and the form gets through where the script cannot.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startServer, type StartedServer } from '../start-server'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'

jest.setTimeout(120_000)

let server: StartedServer
let browser: Browser
let context: BrowserContext
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'hand-over-'))

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 375, height: 667 } })
  page = await context.newPage()
})
afterEach(() => context.close())

const address = () => `${server.url}/chat?council=southend`
const own = () => page.locator('#log .own .words').allInnerTexts()

test('the script goes on with what forms began: nothing twice, the cookie gone, and a refresh still has it all', async () => {
  const still = await browser.newContext({ javaScriptEnabled: false })
  const first = await still.newPage()
  await first.goto(address())
  await first.getByRole('button', { name: 'I have a letter about my child' }).click()
  await context.addCookies(await still.cookies())
  await still.close()
  const chat = await ChatPage.open(page, address())
  expect(await own()).toEqual(['I have a letter about my child'])
  expect(await page.getByRole('button', { name: 'Look for new messages' }).count()).toBe(0)
  await chat.press('They will not do an EHC needs assessment')
  expect(await chat.lastBotText()).toContain('What date is on the letter?')
  expect(await context.cookies()).toEqual([])
  await page.reload()
  await chat.waitForStanding('connected')
  expect(await own()).toEqual(['I have a letter about my child', 'They will not do an EHC needs assessment'])
  expect(await page.getByText('What does the letter say?').count()).toBe(1)
})

test.each([
  ['never arrives', (path: string) => page.route(path, (route) => route.abort())],
  [
    'is broken',
    (path: string) =>
      page.route(path, (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("old browser")' })),
  ],
])('where the script %s the form works', async (_how, breakIt) => {
  await breakIt('**/assets/chat.*')
  await page.goto(address())
  await page.getByRole('button', { name: 'I have a letter about my child' }).click()
  await page.getByRole('button', { name: 'They will not do an EHC needs assessment' }).click()
  await page.getByText('What date is on the letter?').waitFor()
  expect(await own()).toEqual(['I have a letter about my child', 'They will not do an EHC needs assessment'])
})

test('where only pages get through, it says so, gives the words back, and the form goes on with the same chat', async () => {
  const chat = await ChatPage.open(page, address())
  await chat.press('I have a letter about my child')
  await page.routeWebSocket(/stream/, (socket) => socket.close())
  await page.route('**/v3/directline/**', (route) => route.abort())
  await chat.box.fill('They will not do an EHC needs assessment')
  await chat.box.press('Enter')
  await page.getByText('The chat does not get through from here').waitFor({ timeout: 60_000 })
  expect(await chat.box.inputValue()).toBe('They will not do an EHC needs assessment')
  expect(await page.locator('#status').innerText()).toBe('')
  await chat.box.press('Enter')
  await page.getByText('What date is on the letter?').waitFor()
  expect(await own()).toEqual(['I have a letter about my child', 'They will not do an EHC needs assessment'])
  await chat.box.fill('9 Oct')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Is that right?').waitFor()
})

test('with the script too the calendar file comes from the same chat, and the chat goes on', async () => {
  const chat = await ChatPage.open(page, address())
  await chat.press('I have a letter about my child')
  await chat.press('They will not do an EHC needs assessment')
  await chat.type('9 November 2026')
  await chat.press('Yes')
  await page.getByText('Keep these dates').click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Put them in my calendar' }).click()])
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/BEGIN:VEVENT[^]*TRIGGER:PT9H/)
  expect(await context.cookies()).toEqual([])
  expect(await chat.press('No, not yet')).toContain('What would you like next?')
})

test('a link back leads to the same dates after two questions', async () => {
  const chat = await ChatPage.open(page, `${address()}#back=child.refuse-assess.letter.2026-11-09`)
  await chat.box.press('Enter')
  await chat.waitForBot('Is that right?')
  await chat.press('Yes, that is right')
  await chat.press('Yes')
  expect(await chat.log.locator('.way text').allTextContents()).toContain('9 Nov 2026')
})

test('a link back with a certificate leads to the very dates that it was taken from', async () => {
  const chat = await ChatPage.open(page, `${address()}#back=child.refuse-assess.letter.2026-10-09.2026-11-20`)
  const toTheDates = async (): Promise<readonly string[]> => {
    await chat.box.press('Enter')
    await chat.waitForBot('Is that right?')
    await chat.press('Yes, that is right')
    await chat.press('Yes')
    await chat.press('Yes')
    return chat.log.locator('.dates').last().locator('.day, .way text').allTextContents()
  }
  const first = await toTheDates()
  expect(first).toContain('20 Nov 2026')
  const link = (await chat.log.locator('a.back').last().getAttribute('href')) ?? ''
  expect(link).toBe('#back=child.refuse-assess.letter.2026-10-09.2026-11-20')
  await page.getByRole('button', { name: 'Clear this chat' }).click()
  await page.goto(`${address()}&again=1${link}`)
  await chat.waitForStanding('connected')
  expect(await toTheDates()).toEqual(first)
})

test('in a frame where only pages get through, the form leads out of the frame', async () => {
  await page.goto(`${address()}&embed=1`)
  expect(await page.locator('#say').getAttribute('target')).toBe('_top')
})
