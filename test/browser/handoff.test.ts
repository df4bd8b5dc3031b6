// Both sides of a handoff in a real browser, over the real server: the family's phone and the adviser's desk, a kill in the middle, and what is on disk.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startServer, type StartedServer } from '../start-server'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'
import { freePort } from '../free-port'

jest.setTimeout(180_000)

let folder: string
let port: string
let server: StartedServer
let browser: Browser
let family: BrowserContext
let desk: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handoff-'))
  port = String(await freePort())
  server = await start()
  family = await browser.newContext({ viewport: { width: 375, height: 667 } })
  desk = await browser.newContext()
})
afterEach(async () => {
  await Promise.all([family.close(), desk.close()])
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = () => startServer({ DATA_DIR: join(folder, 'data'), PORT: port, EMBEDDINGS: 'off' })

async function signIn(page: Page): Promise<void> {
  const link = /http\S+\/desk\?once=\S+/.exec(server.output())?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('Northshire SENDIASS').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/desk')
  await page.getByText('This page follows changes by itself.').waitFor()
}

/** From the dates to the summary that would be shared. */
async function toTheSummary(chat: ChatPage, route: string, more: readonly string[] = []): Promise<string> {
  await chat.press('I have a letter about my child')
  await chat.press('They will not do an EHC needs assessment')
  await chat.type(new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/'))
  await chat.press('Yes')
  await chat.press('No, not yet')
  await chat.type('talk to a person')
  await chat.press('Northshire SENDIASS (demonstration)')
  await chat.press(route)
  await chat.press('A parent or carer')
  await chat.press('No, not yet')
  await chat.press('Advice first')
  await chat.press('No, not yet')
  for (const answer of more) await chat.type(answer)
  await chat.type('Zebedee')
  return chat.press('Nothing')
}

/** From the press to the adviser's screen, the median of fifteen lines. */
async function secondsUntilSeen(chat: ChatPage, adviser: Page, round: number): Promise<number> {
  await adviser.evaluate(
    `new MutationObserver(() => { window.seenAt = Date.now() }).observe(document.querySelector('#part-talk'), { childList: true, subtree: true })`,
  )
  const took: number[] = []
  for (let line = 0; line < 15; line += 1) {
    await chat.box.fill(`line ${line} of round ${round}`)
    const sent = await chat.page.evaluate(`(document.querySelector('#say button[type=submit]').click(), Date.now())`)
    await adviser.locator('#part-talk').getByText(`line ${line} of round ${round}`).waitFor()
    took.push(Number(await adviser.evaluate('window.seenAt')) - Number(sent))
  }
  return ([...took].sort((a, b) => a - b)[7] ?? Infinity) / 1000
}

function onDisk(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n')
}

test("a family and an adviser talk: what is typed is on the adviser's screen in under a tenth of a second, half the time; over a kill of the server, and the program takes up again", async () => {
  const phone = await family.newPage()
  let adviser = await desk.newPage()
  await signIn(adviser)
  const chat = await ChatPage.open(phone, `${server.url}/chat?council=demo`)
  const shown = await toTheSummary(chat, 'Chat with them now', ['no'])
  expect(shown).toContain('Call me: Zebedee')
  expect(onDisk()).not.toContain('Zebedee')
  const told = await chat.press('Yes, share this')
  expect(told).toMatch(/Your reference is \d{3} \d{3} \d{3}\./)
  expect(onDisk()).not.toContain('Zebedee')

  await adviser.locator('a[id^="row-"]').first().click()
  await adviser.getByText('Zebedee').first().waitFor()
  await adviser.getByRole('button', { name: 'Accept' }).click()
  const say = async (words: string): Promise<void> => {
    await adviser.locator('#text').fill(words)
    await adviser.getByRole('button', { name: 'Send to the family' }).click()
    await phone.getByText(words).waitFor()
  }
  await say('Hello, I am here. <b>What</b> worries you most?')
  await chat.waitForBot('You are now talking to a person')
  expect(await phone.locator('article.person .who').innerText()).toContain('adviser')
  await chat.box.fill('The *bus* stopped coming')
  await chat.box.press('Enter')
  await adviser.locator('#part-talk').getByText('The *bus* stopped coming').waitFor()

  let seconds = Infinity // the machine may be busy with other tests: the best of three counts
  for (let round = 0; round < 3 && seconds >= 0.1; round += 1) seconds = Math.min(seconds, await secondsUntilSeen(chat, adviser, round))
  expect(seconds).toBeLessThan(0.1)

  await server.kill()
  server = await start()
  // A page of its own: the one from before the kill goes on asking, and would cross the opening of the link.
  await adviser.close()
  adviser = await desk.newPage()
  await signIn(adviser)
  await adviser.locator('a[id^="row-"]').first().click()
  await chat.waitForStanding('connected')
  await chat.box.fill('Are you still there?')
  await chat.box.press('Enter')
  await adviser.locator('#part-talk').getByText('Are you still there?').waitFor()
  await say('Yes, still here.')
  expect(await adviser.locator('#part-talk').getByText('The *bus* stopped coming').count()).toBe(1)
  expect(await phone.getByText('Hello, I am here. <b>What</b> worries you most?').count()).toBe(1)
  expect(onDisk()).not.toMatch(/Zebedee|stopped coming|worries you most/)

  await adviser.getByRole('button', { name: 'Close the case' }).click()
  await chat.waitForBot(/has left|has closed/)
  expect(await chat.type('what is mediation?')).toContain('mediation')
})

test('nobody at the desk: no chat is offered; a call back is taken up; deleting makes it unreadable for the adviser', async () => {
  const [phone, adviser] = [await family.newPage(), await desk.newPage()]
  const chat = await ChatPage.open(phone, `${server.url}/chat?council=demo`)
  await chat.type('talk to a person')
  await chat.press('Northshire SENDIASS (demonstration)')
  expect(await chat.choices()).not.toContain('Chat with them now')
  await chat.press('No thanks')
  await toTheSummary(chat, 'Ask them to ring me', ['07700 900123', 'morning', 'no message'])
  await chat.press('Yes, share this')
  await signIn(adviser)
  await adviser.locator('a[id^="row-"]').first().click()
  await adviser.getByText('07700 900 123').first().waitFor()
  await chat.type('delete my information')
  await chat.type('yes')
  await chat.waitForBot('is deleted here too')
  await adviser.reload()
  expect(await adviser.locator('main').innerText()).not.toMatch(/Zebedee|07700/)
  expect(onDisk()).not.toMatch(/Zebedee|07700/)
})

test('the desk goes away as the family says yes: they know within ten seconds, and have the number', async () => {
  const [phone, adviser] = [await family.newPage(), await desk.newPage()]
  await signIn(adviser)
  const chat = await ChatPage.open(phone, `${server.url}/chat?council=demo`)
  await toTheSummary(chat, 'Chat with them now', ['no'])
  const began = Date.now()
  await chat.press('Yes, share this')
  await desk.close()
  await chat.waitForBot('I could not reach their desk just now')
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(await chat.lastBotText()).toContain('01632 960 001')
})
