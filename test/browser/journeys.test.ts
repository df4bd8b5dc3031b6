// From the greeting to the dates on the real page, with the real server, pack and rules.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startServer, type StartedServer } from '../start-server'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'

jest.setTimeout(120_000)

let server: StartedServer
let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'journeys-'))

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ DATA_DIR: folder }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 375, height: 667 } })
})
afterEach(async () => {
  if (process.env['PICTURES'])
    await page.screenshot({
      path: join(process.env['PICTURES'], `${expect.getState().currentTestName?.replaceAll(/\W+/g, '-')}.png`),
      fullPage: true,
    })
  await page.close()
})

const today = new Date().toISOString().slice(0, 10)
const letter = new Date(Date.now() - 20 * 86_400_000)
const typed = letter.toISOString().slice(0, 10).split('-').reverse().join('/')

describe('journeys', () => {
  it('goes from a refusal to assess to the dates in four taps and a date', async () => {
    const chat = await ChatPage.open(page, `${server.url}/chat?council=southend`)
    await chat.press('I have a letter about my child')
    await chat.press('They will not do an EHC needs assessment')
    expect(await chat.type(typed)).toContain('Is that right?')
    await chat.press('Yes')
    const text = await page.getByRole('log').innerText()
    expect(text).toContain('First: contact the mediation adviser by')
    expect(text).toContain('The Tribunal must have your appeal before 5pm on')
    expect(text).toContain('You do not have to mediate')
    expect(text).toContain('Do you already have a mediation certificate for this decision?')
  })

  it('takes a certificate in hand for the contents of a plan', async () => {
    const chat = await ChatPage.open(page, `${server.url}/chat?council=southend`)
    await chat.press('I have a letter about my child')
    await chat.press('Here is the final plan, and what it says is wrong')
    await chat.type(typed)
    await chat.press('Yes')
    await chat.press('Yes, I have one')
    await chat.type(today.split('-').reverse().join('/'))
    await chat.press('Yes')
    const text = await page.getByRole('log').innerText()
    expect(text).toContain('Your certificate was issued on')
    expect(text).toContain('Check this against your letter and your certificate.')
  })

  it('needs no certificate for Section I only, and warns before it is lost', async () => {
    const chat = await ChatPage.open(page, `${server.url}/chat?council=southend`)
    await chat.press('I have a letter about me')
    await chat.press('Yes, it has passed')
    await chat.press('Only the school named in Section I is wrong')
    await chat.type(typed)
    await chat.press('Yes')
    const text = await page.getByRole('log').innerText()
    expect(text).toContain('if you add Section B or Section F to your appeal, you need a certificate after all')
    expect(text).toContain('You do not need a certificate for this appeal')
    expect(text).not.toContain('mediation adviser by')
  })

  it('shows the two routes side by side, all nine points', async () => {
    const chat = await ChatPage.open(page, `${server.url}/chat?council=southend`)
    await chat.press('I have a letter about my child')
    await chat.press('They are ending the plan')
    await chat.type(typed)
    await chat.press('Yes')
    await chat.press('No, not yet')
    await chat.press('Compare the two routes')
    const rows = page.getByRole('log').locator('table tr')
    const points = [
      'Who it is for',
      'Which decisions',
      'Certificate',
      'Who must come',
      'Cost',
      'Privacy and its limit',
      'Time',
      'If it fails',
      'Effect on the clock',
    ]
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.trim() ?? '')),
    )
    expect(cells.slice(1).map(([point]) => point)).toEqual(points)
    expect(cells.every((row) => row.length === 3 && row.slice(1).every((cell) => cell !== ''))).toBe(true)
  })
})
