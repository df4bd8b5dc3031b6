// The whole chat without JavaScript, by forms alone, over the real server: the main journeys, a call back, deleting, clearing, leaving.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startServer, type StartedServer } from '../start-server'
import { launchChromium } from './launch'

jest.setTimeout(120_000)

let server: StartedServer
let browser: Browser
let context: BrowserContext
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'no-script-'))

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 667 } })
  page = await context.newPage()
})
afterEach(() => context.close())

const letter = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
const open = (council = 'southend') => page.goto(`${server.url}/chat?council=${council}`)

async function press(label: string): Promise<void> {
  await page.locator('#log .choices').getByRole('button', { name: label, exact: true }).click()
}

async function type(text: string): Promise<void> {
  await page.locator('#box').fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

const choices = () => page.locator('#log .choices button').allInnerTexts()
const said = () => page.locator('#log').innerText()
const latest = async () => (await said()).split('\nYou\n').at(-1) ?? ''

async function toTheDates(): Promise<void> {
  await press('I have a letter about my child')
  await press('They will not do an EHC needs assessment')
  await type(letter)
  await press('Yes')
}

test('nothing is set before the first press; after it one cookie that no script and no other site can use, and nothing in the address', async () => {
  await open()
  expect(await context.cookies()).toEqual([])
  await press('I have a letter about my child')
  const [cookie, ...more] = await context.cookies()
  expect(more).toEqual([])
  expect(cookie).toMatchObject({ name: 'chat-southend', path: '/chat', httpOnly: true, sameSite: 'Strict', expires: -1 })
  await type('my son is called Zebedee')
  expect(page.url()).toBe(`${server.url}/chat?council=southend#latest`)
})

test('from a refusal to assess to both dates, each page showing the newest answer', async () => {
  await open()
  await toTheDates()
  const text = await said()
  expect(text).toContain('First: contact the mediation adviser by')
  expect(text).toContain('The Tribunal must have your appeal before 5pm on')
  expect(await choices()).toEqual(['Yes, I have one', 'No, not yet', 'What is that?'])
  await page.getByText('How we worked this out').first().click()
  expect(await said()).toMatch(/2 calendar months after .* is/)
  const top = await page
    .locator('#latest')
    .evaluate('document.getElementById("latest").getBoundingClientRect().top')
    .catch(() => null)
  expect(top === null || Number(top) < 300).toBe(true)
  expect(await page.getByRole('button', { name: 'They will not do an EHC needs assessment' }).count()).toBe(0)
})

test('a refresh and a way back through the pages do not send anything twice', async () => {
  await open()
  await press('I have a letter about my child')
  await press('They will not do an EHC needs assessment')
  const before = await said()
  await page.reload()
  expect(await said()).toBe(before)
  await page.goBack()
  expect(await page.locator('#log .own').count()).toBe(2)
})

test('a young person with a plan, and a question of their own in the middle', async () => {
  await open()
  await press('I have a letter about me')
  await press('Yes, it has passed')
  await press('Only the school named in Section I is wrong')
  await type('does mediation cost anything?')
  expect(await latest()).toMatch(/free/i)
  await type(letter)
  await press('Yes')
  expect(await said()).toContain('You do not need a certificate for this appeal')
})

test('both routes side by side in a table that scrolls in itself', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open()
  await toTheDates()
  await press('No, not yet')
  await press('Compare the two routes')
  expect(await page.locator('#log table tr').count()).toBe(10)
  expect(await page.locator('#log .scroll').getAttribute('tabindex')).toBe('0')
})

test('a summary, a call back that reaches the desk, and everything deleted on request', async () => {
  await open('demo')
  await toTheDates()
  await press('No, not yet')
  await type('talk to a person')
  await press('Northshire SENDIASS (demonstration)')
  await press('Ask them to ring me')
  await press('A parent or carer')
  await press('No, not yet')
  await press('Advice first')
  await press('No, not yet')
  for (const answer of ['07700 900123', 'morning', 'no message', 'Zebedee']) await type(answer)
  await press('Nothing')
  expect(await latest()).toContain('Call me: Zebedee')
  await press('Yes, share this')
  expect(await latest()).toMatch(/Your reference is \d{3} \d{3} \d{3}\./)
  await type('delete my information')
  await type('yes')
  expect(await said()).toContain('is deleted here too')
  expect(await said()).not.toContain('07700')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join()).not.toMatch(/Zebedee|07700/)
})

test('the dates can be taken away as files that say nothing in their names, and the page stays', async () => {
  await open()
  await toTheDates()
  await page.getByText('Keep these dates').click()
  expect(await page.getByRole('button', { name: 'Print this chat' }).count()).toBe(0)
  for (const [label, name, words] of [
    ['Put them in my calendar', 'dates.ics', 'SUMMARY:Ring about the letter'],
    ['Save them as text', 'notes.txt', 'Contact the mediation adviser by'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label }).click()])
    expect(file.suggestedFilename()).toBe(name)
    expect(readFileSync(await file.path(), 'utf8')).toContain(words)
  }
  expect(page.url()).toBe(`${server.url}/chat?council=southend#latest`)
  expect(await choices()).toContain('No, not yet')
})

test('danger first: the stop card, its numbers to press, and the words themselves nowhere', async () => {
  await open()
  await press('I have a letter about my child')
  await type('I want to kill myself')
  expect(await latest()).toContain('Please get help from a person now')
  expect(await page.locator('#log a[href="tel:116123"]').count()).toBe(2)
  expect(await said()).not.toContain('kill myself')
})

test('Clear this chat and Leave this page quickly forget the chat', async () => {
  await open()
  await press('I have a letter about my child')
  await page.getByRole('button', { name: 'Clear this chat' }).click()
  expect(await context.cookies()).toEqual([])
  expect(await page.locator('#log article').count()).toBe(1)
  await press('I have a letter about me')
  expect(await page.getByRole('link', { name: 'Leave this page quickly' }).getAttribute('href')).toBe('/chat/leave')
  const left = await context.request.get(`${server.url}/chat/leave`, { maxRedirects: 0, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(left.status()).toBe(303)
  expect(await context.cookies()).toEqual([])
})

test('over plain HTTP: the same form sent twice is said once, another answer from the same page is a new one, a forged cookie opens nothing', async () => {
  const address = `${server.url}/chat?council=southend`
  const send = (fields: Record<string, string>, cookie = '') =>
    fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: { cookie } })
  const first = await send({ choice: 'I have a letter about my child', seen: '0' })
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const seen = /name="seen" value="(\d+)"/.exec(await (await fetch(address, { headers: { cookie } })).text())?.[1] ?? ''
  for (let press = 0; press < 5; press += 1) await send({ choice: 'They are ending the plan', seen }, cookie)
  await send({ text: '9 November 2026', seen }, cookie)
  const html = await (await fetch(address, { headers: { cookie } })).text()
  expect(html.match(/<article class="turn own"/g)).toHaveLength(3)
  expect(html).toContain('Monday 9 November 2026')
  const forged = await send({ text: 'hello' }, `${cookie.slice(0, -4)}AAAA`)
  expect(await forged.text()).toContain('Your earlier chat has ended')
  expect(forged.headers.get('set-cookie')).toContain('Max-Age=0')
})

test('axe finds nothing in a conversation of forms', async () => {
  await open()
  await toTheDates()
  const withScript = await browser.newContext({ viewport: { width: 320, height: 640 } })
  await withScript.addCookies(await context.cookies())
  const seen = await withScript.newPage()
  await seen.route('**/assets/*', (route) => route.abort())
  await seen.goto(`${server.url}/chat?council=southend`)
  expect(await seen.locator('#log .own').count()).toBe(4)
  const { violations } = await new AxeBuilder({ page: seen })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await withScript.close()
})
