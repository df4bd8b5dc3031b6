// Keeps the main states of the chat as pictures under docs/images, on a phone and on a desk, each under 150 kB.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startServer } from '../start-server'
import { ChatPage } from './chat-page'
import { launchChromium } from './launch'

const IMAGES = join(__dirname, '..', '..', 'docs', 'images')
const SIZES = [
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
]
const LARGEST_BYTES = 150_000

async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'))
  const [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, EMBEDDINGS: 'off' }), launchChromium()])
  try {
    for (const viewport of SIZES) await takeAll(browser, server.url, viewport)
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, url: string, viewport: (typeof SIZES)[number]): Promise<void> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const take = async (name: string): Promise<void> => {
    const path = join(IMAGES, `${name}-${viewport.width}x${viewport.height}.png`)
    await page.screenshot({ path })
    if (statSync(path).size > LARGEST_BYTES) throw new Error(`${path} is larger than ${LARGEST_BYTES} bytes`)
  }
  await page.goto(`${url}/`)
  await take('local-offer')
  const chat = await ChatPage.open(page, `${url}/chat?council=demo`)
  await take('greeting')
  await chat.press('I have a letter about my child')
  await take('what-the-letter-says')
  await chat.press('They will not do an EHC needs assessment')
  await chat.type(daysAgo(20))
  await chat.press('Yes')
  await take('dates')
  await page.locator('.way').scrollIntoViewIfNeeded()
  await page.getByText('Keep these dates').click()
  await page.evaluate('document.querySelector(".beside").scrollIntoView({ block: "start" })')
  await take('keep-these-dates')
  await page.getByText('Keep these dates').click()
  await page.getByText('Easy words').click()
  await page.evaluate('document.querySelector(".easy").scrollIntoView({ block: "start" })')
  await take('easy-words')
  await page.getByText('Easy words').click()
  await chat.press('No, not yet')
  await chat.press('Compare the two routes')
  await take('two-routes')
  await chat.type('talk to a person')
  await take('talk-to-a-person')
  await chat.type('I want to kill myself')
  await take('danger')
  await context.close()
}

/** A date as people type it. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
}

void main()
