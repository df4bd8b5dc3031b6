// The three main journeys in Firefox, over the real server: a refusal to the dates, a young person's plan, and a person to talk to.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import type { Browser, Page } from 'puppeteer-core'
import { startServer, type StartedServer } from '../start-server'

jest.setTimeout(240_000)

/** Looked for, and installed, before jest asks which tests there are: a machine without Firefox has one test that says why. */
const setUp = spawnSync(process.execPath, [join(__dirname, 'set-up-firefox.mjs')], { encoding: 'utf8' })
const firefox = setUp.stdout

const letter = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
const folder = mkdtempSync(join(tmpdir(), 'firefox-'))
let server: StartedServer
let browser: Browser
let page: Page

const words = async (): Promise<string> => String(await page.evaluate(`document.querySelector('#log').innerText`))
const answers = async (): Promise<number> => Number(await page.evaluate(`document.querySelectorAll('article.bot').length`))

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not within 20 seconds: ${what}`)
}

/** Waits until the bot has said something with this in it. */
const heard = (text: string): Promise<void> => until(async () => (await words()).includes(text), text)

/** By keyboard: what sticks to the bottom may cover a choice from the mouse, never from the focus. */
async function press(label: string): Promise<void> {
  const choice = await page.waitForSelector(`.choices button[value="${label}"]`, { timeout: 20_000 })
  await choice?.focus()
  await page.keyboard.press('Enter')
}

async function type(text: string): Promise<void> {
  await page.type('#box', text)
  await page.keyboard.press('Enter')
}

async function open(council: string): Promise<void> {
  await page.goto(`${server.url}/chat?council=${council}`)
  await page.waitForSelector('#status[data-standing="connected"]', { timeout: 20_000 })
}

if (firefox === '') {
  test('Firefox is not on this machine', () => {
    process.stderr.write(`${setUp.stderr}\n`)
    expect(setUp.stderr).toMatch(/its journeys do not run/)
  })
} else {
  describe('in Firefox', () => {
    beforeAll(async () => {
      const settings = { 'network.proxy.type': 0, 'app.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false }
      ;[server, browser] = await Promise.all([
        startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' }),
        puppeteer.launch({
          browser: 'firefox',
          executablePath: firefox,
          headless: true,
          defaultViewport: null,
          args: ['--width=375', '--height=667'],
          extraPrefsFirefox: settings,
        }),
      ])
    })
    afterAll(async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    beforeEach(async () => {
      page = await browser.newPage()
    })
    afterEach(() => page.close())

    async function toTheDates(): Promise<void> {
      await press('I have a letter about my child')
      await press('They will not do an EHC needs assessment')
      await heard('What date is on the letter?')
      await type(letter)
      await heard('Is that right?')
      await press('Yes')
      await heard('Do you already have a mediation certificate')
    }

    test('from a refusal to assess to both dates, with a refresh and the picture of the way', async () => {
      await open('southend')
      await toTheDates()
      expect(await words()).toContain('First: contact the mediation adviser by')
      await page.reload()
      await heard('Do you already have a mediation certificate')
      await press('No, not yet')
      await heard('What would you like next?')
      expect(await page.evaluate(`[...document.querySelectorAll('.way svg text')].map((one) => one.textContent).join(' ')`)).toMatch(
        /Letter .* Tribunal/,
      )
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    })

    test('a young person, Section I only', async () => {
      await open('southend')
      await press('I have a letter about me')
      await press('Yes, it has passed')
      await press('Only the school named in Section I is wrong')
      await heard('What date is on the letter?')
      await type(letter)
      await heard('Is that right?')
      await press('Yes')
      await heard('You do not need a certificate for this appeal')
    })

    test('a call back is shared after a yes to the exact words', async () => {
      await open('demo')
      await toTheDates()
      await press('No, not yet')
      await heard('What would you like next?')
      await type('talk to a person')
      await press('Northshire SENDIASS (demonstration)')
      await press('Ask them to ring me')
      for (const answer of ['A parent or carer', 'No, not yet', 'Advice first', 'No, not yet']) await press(answer)
      for (const answer of ['07700 900123', 'morning', 'no message', 'Zebedee']) {
        const before = await answers()
        await type(answer)
        await until(async () => (await answers()) > before, `an answer to ${answer}`)
      }
      await press('Nothing')
      await heard('Call me: Zebedee')
      await press('Yes, share this')
      await heard('Your reference is')
    })
  })
}
