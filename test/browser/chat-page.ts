// Drives the chat page as a person does: reads what the bot said last, presses, types.
import type { FrameLocator, Locator, Page } from 'playwright-core'

const PATIENCE_MS = 25_000
const QUIET_MS = 100

export class ChatPage {
  private constructor(
    readonly page: Page,
    /** The page itself, or the frame in a council's page. */
    readonly root: Page | FrameLocator,
  ) {}

  /** Opens the chat by its address and waits until it is connected. */
  static async open(page: Page, url: string): Promise<ChatPage> {
    await page.goto(url)
    const chat = new ChatPage(page, page)
    await chat.waitForStanding('connected')
    return chat
  }

  static within(page: Page, root: Page | FrameLocator): ChatPage {
    return new ChatPage(page, root)
  }

  get log(): Locator {
    return this.root.getByRole('log')
  }

  get box(): Locator {
    return this.root.locator('#box')
  }

  get botMessages(): Locator {
    return this.log.locator('article.bot')
  }

  get ownMessages(): Locator {
    return this.log.locator('article.own')
  }

  choice(label: string): Locator {
    return this.log.locator('.choices').getByRole('button', { name: label, exact: true })
  }

  /** Presses a choice and waits for what the bot says to it. */
  async press(label: string): Promise<string> {
    return this.answering(() => this.choice(label).click())
  }

  /** Types, sends and waits for what the bot says to it. */
  async type(text: string): Promise<string> {
    return this.answering(async () => {
      await this.box.fill(text)
      await this.box.press('Enter')
    })
  }

  /** The labels of the choices that can be pressed now. */
  async choices(): Promise<string[]> {
    return this.log.locator('.choices button').allInnerTexts()
  }

  /** All that the bot said since the person last spoke, dates card included. */
  async lastBotText(): Promise<string> {
    const articles = await this.log.locator('article').all()
    const said: string[] = []
    for (const article of articles.reverse()) {
      const kind = (await article.getAttribute('class')) ?? ''
      if (kind.includes('own')) break
      if (kind.includes('bot')) said.unshift(await article.locator('.words').innerText())
    }
    return said.join('\n')
  }

  /** Waits until the bot's messages contain this text. */
  async waitForBot(text: string | RegExp): Promise<void> {
    await this.botMessages.filter({ hasText: text }).last().waitFor({ timeout: PATIENCE_MS })
  }

  async waitForStanding(standing: 'connected' | 'lost'): Promise<void> {
    await this.root.locator(`#status[data-standing="${standing}"]`).waitFor({ timeout: PATIENCE_MS })
  }

  /** Presses 'Try now', unless the page has come back by itself in the meantime. */
  async tryNow(): Promise<void> {
    await this.root
      .locator('#try-now')
      .click({ timeout: 1_000 })
      .catch(() => undefined)
  }

  private async answering(act: () => Promise<void>): Promise<string> {
    const before = await this.log.locator('article').count()
    await act()
    await this.root
      .locator(`#log > article:nth-child(n + ${before + 1}).bot`)
      .first()
      .waitFor({ timeout: PATIENCE_MS })
    await this.settled()
    return this.lastBotText()
  }

  /** A turn may be several messages; they come together. Waits until none has come for a moment. */
  private async settled(): Promise<void> {
    for (let before = -1, now = await this.log.locator('article').count(); before !== now;) {
      before = now
      await this.page.waitForTimeout(QUIET_MS)
      now = await this.log.locator('article').count()
    }
  }
}
