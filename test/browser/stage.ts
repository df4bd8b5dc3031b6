// What a test of the page needs: one browser for the file, and for each test a bot, a site and a page of its own.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { FakeDirectLine } from './fake-direct-line'
import { launchChromium } from './launch'
import { fakeBot } from './replies'
import { Site } from './site'

export interface Stage {
  readonly browser: Browser
  readonly bot: FakeDirectLine
  readonly site: Site
  readonly context: BrowserContext
  readonly page: Page
}

/** Sets the stage before each test and clears it after; `take` is given what is on it. */
export function setStage(options: BrowserContextOptions, take: (stage: Stage) => void): void {
  let browser: Browser
  let site: Site
  let context: BrowserContext
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    const bot = fakeBot()
    site = new Site(bot)
    await site.start()
    context = await browser.newContext(options)
    take({ browser, bot, site, context, page: await context.newPage() })
  })
  afterEach(async () => {
    await context.close()
    await site.kill()
  })
}
