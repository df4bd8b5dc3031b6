// The page for everyone: axe in its main states, small and enlarged screens, forced colours, print, and no request to anyone else.
import AxeBuilder from '@axe-core/playwright'
import { ChatPage } from './chat-page'
import { botSays } from './replies'
import { setStage, type Stage } from './stage'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let bot: Stage['bot']
let site: Stage['site']
let context: Stage['context']
let page: Stage['page']
setStage({ viewport: { width: 320, height: 640 } }, (stage) => ({ bot, site, context, page } = stage))

const open = () => ChatPage.open(page, `${site.url}/chat?council=demo`)

async function violations(): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function sidewaysScroll(): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

async function toTheDates(chat: ChatPage): Promise<void> {
  await chat.press('I have a letter about my child')
  await chat.press('The council will not assess')
  await chat.type('9 October 2026')
}

test('axe finds nothing at the greeting, at the dates with everything unfolded, and at the table', async () => {
  const chat = await open()
  expect(await violations()).toEqual([])
  await toTheDates(chat)
  for (const summary of await page.locator('summary').all()) await summary.click()
  expect(await violations()).toEqual([])
  await chat.type('I have a question')
  expect(await violations()).toEqual([])
})

test('axe finds nothing on the stop card with its easy words, and after a link back', async () => {
  const chat = await open()
  await chat.type('danger')
  await chat.log.getByText('Easy words').click()
  expect(await chat.log.getByRole('link', { name: '116 123' }).count()).toBe(2)
  expect(await violations()).toEqual([])
  await page.goto(`${site.url}/privacy`)
  await page.goto(`${site.url}/chat#back=child.refuse-assess.letter.2026-10-09`)
  await page.getByText('Welcome back.').waitFor()
  expect(await violations()).toEqual([])
})

test('with less movement asked for nothing moves by itself', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const chat = await open()
  await toTheDates(chat)
  const moving = await page.evaluate(`[...document.querySelectorAll('*')].filter((node) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node)
    return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
  }).length`)
  expect(moving).toBe(0)
})

test('axe finds nothing in a loss of connection and in an ended chat', async () => {
  const chat = await open()
  await site.kill()
  await chat.box.fill('hello')
  await page.keyboard.press('Enter')
  await chat.waitForStanding('lost')
  expect(await violations()).toEqual([])
  bot.expireAll()
  await site.start()
  await chat.tryNow()
  await page.getByText('Your earlier chat has ended').waitFor()
  expect(await violations()).toEqual([])
})

test.each(['/', '/privacy', '/accessibility', '/accessibility?council=demo', '/chat?council=nowhere'])(
  'axe finds nothing on %s',
  async (path) => {
    await page.goto(site.url + path)
    expect(await violations()).toEqual([])
  },
)

test('axe finds nothing with forced colours', async () => {
  await page.emulateMedia({ forcedColors: 'active' })
  const chat = await open()
  await toTheDates(chat)
  expect(await violations()).toEqual([])
})

test('at 320 pixels nothing makes the page scroll sideways; the table scrolls in itself and can be reached by keyboard', async () => {
  const chat = await open()
  expect(await sidewaysScroll()).toBe(0)
  await toTheDates(chat)
  expect(await sidewaysScroll()).toBe(0)
  await chat.type('I have a question')
  expect(await sidewaysScroll()).toBe(0)
  const table = chat.log.getByRole('region', { name: 'Mediation, Disagreement resolution' })
  expect(
    await table.evaluate<number, { scrollWidth: number; clientWidth: number }>((node) => node.scrollWidth - node.clientWidth),
  ).toBeGreaterThan(0)
  expect(await table.getAttribute('tabindex')).toBe('0')
  await chat.type('https://example.org/'.padEnd(300, 'x'))
  expect(await sidewaysScroll()).toBe(0)
})

test('at 400 % zoom (320 by 256) nothing sticks over what is being read', async () => {
  await page.setViewportSize({ width: 320, height: 256 })
  const chat = await open()
  await chat.press('I have a question')
  expect(await page.locator('.tools').evaluate('(getComputedStyle(document.querySelector(".tools")).position)')).toBe('static')
  expect(await page.evaluate('getComputedStyle(document.getElementById("say")).position')).toBe('static')
  expect(await sidewaysScroll()).toBe(0)
})

test('with letters twice as large every button grows with its words', async () => {
  const chat = await open()
  await page.evaluate('document.documentElement.style.fontSize = "200%"')
  await toTheDates(chat)
  expect(await sidewaysScroll()).toBe(0)
  const clipped = await page.evaluate(
    'Array.from(document.querySelectorAll("button, .day, h2")).filter((node) => node.scrollHeight > node.clientHeight + 2 && node.clientHeight > 0).length',
  )
  expect(clipped).toBe(0)
})

test('every press target is at least 24 by 24 pixels, choices at least 44 high', async () => {
  const chat = await open()
  const heights = await chat.log
    .locator('.choices button')
    .evaluateAll<number[], { offsetHeight: number }>((nodes) => nodes.map((node) => node.offsetHeight))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
})

test('a focused choice is never hidden under what sticks', async () => {
  await page.setViewportSize({ width: 375, height: 667 })
  const chat = await open()
  await toTheDates(chat)
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    const hidden = await page.evaluate(`{
      const node = document.activeElement, box = node.getBoundingClientRect()
      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      node === document.body || node.contains(seen) ? '' : node.outerHTML
    }`)
    expect(hidden).toBe('')
  }
})

test('an answer is read from its first line: what was said last is at the top', async () => {
  await page.setViewportSize({ width: 375, height: 667 })
  const chat = await open()
  await toTheDates(chat)
  const box = await chat.ownMessages.last().boundingBox()
  expect(box?.y).toBeGreaterThanOrEqual(40)
  expect(box?.y).toBeLessThan(200)
})

test('the whole conversation is printed, workings included, without buttons', async () => {
  const chat = await open()
  await toTheDates(chat)
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))')
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  expect(text).toContain('Two months later is 9 December 2026')
  expect(text).toContain('I am a computer program')
  expect(await page.getByRole('button').count()).toBe(0)
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))')
  expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect((pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBeGreaterThanOrEqual(1)
})

test('a message in another language carries its language, and its direction follows its letters', async () => {
  const chat = await open()
  bot.say({ ...botSays('مرحبا. هذه معلومات.', 'answer', 'answer.arabic'), locale: 'ar' })
  await chat.waitForBot('مرحبا')
  const words = chat.botMessages.last().locator('.words')
  expect(await words.getAttribute('lang')).toBe('ar')
  expect(await words.evaluate('getComputedStyle(document.querySelector("article:last-of-type .words")).direction')).toBe('rtl')
})

test('no request leaves the origin, and there is no cookie', async () => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) elsewhere.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(site.url.replace('http', 'ws'))) elsewhere.push(socket.url())
  })
  const chat = await open()
  await toTheDates(chat)
  await page.reload()
  await chat.waitForStanding('connected')
  expect(elsewhere).toEqual([])
  expect(await context.cookies()).toEqual([])
})

test('the browser finds nothing against its content security policy, and no error is in its console', async () => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const chat = await open()
  await toTheDates(chat)
  expect(complaints).toEqual([])
})
