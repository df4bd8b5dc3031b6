// The page when things break: every fault is survived or said plainly, nothing is lost and nothing is said twice.
import { ChatPage } from './chat-page'
import { botSays } from './replies'
import { setStage, type Stage } from './stage'

let bot: Stage['bot']
let site: Stage['site']
let context: Stage['context']
let page: Stage['page']
setStage({}, (stage) => ({ bot, site, context, page } = stage))

const open = () => ChatPage.open(page, `${site.url}/chat?council=demo`)
const own = async (chat: ChatPage) => chat.ownMessages.locator('.words').allInnerTexts()

test('a refresh goes on at the same question, with everything above it once', async () => {
  const chat = await open()
  await chat.press('I have a letter about my child')
  const before = await chat.log.locator('.words').allInnerTexts()
  await page.reload()
  await chat.waitForStanding('connected')
  expect(await chat.log.locator('.words').allInnerTexts()).toEqual(before)
  expect(await chat.choices()).toEqual(['The council will not assess', 'The council will not issue a plan', 'I am not sure'])
  await chat.press('The council will not assess')
  await chat.waitForBot('What date is on the letter?')
  expect(bot.conversations.size).toBe(1)
})

test('where sockets are refused the page polls', async () => {
  bot.sockets = 'refused'
  const chat = await open()
  await chat.press('I have a question')
  await chat.waitForBot('side by side')
  bot.say(botSays('I say this by myself.', 'answer', 'answer.later'))
  await chat.waitForBot('I say this by myself.')
})

test('where a proxy lets the socket open and swallows what it says the page looks past it', async () => {
  bot.sockets = 'deaf'
  const chat = await open()
  await chat.press('I have a question')
  await chat.waitForBot('side by side')
  await chat.press('Back')
  await chat.waitForBot('You said: Back')
  expect(await own(chat)).toEqual(['I have a question', 'Back'])
})

test('failed polls do not end the polling', async () => {
  bot.sockets = 'refused'
  const chat = await open()
  bot.unavailable.read = 2
  await chat.press('I have a question')
  await chat.waitForBot('side by side')
})

test('503 on the token and on the start: said plainly, then recovered, and what was typed meanwhile arrives once', async () => {
  bot.unavailable.token = 2
  bot.unavailable.start = 2
  await page.goto(`${site.url}/chat?council=demo`)
  const chat = ChatPage.within(page, page)
  await chat.box.fill('typed early')
  await page.keyboard.press('Enter')
  await chat.waitForStanding('lost')
  expect(await page.locator('#status').innerText()).toBe('No connection. Trying again.')
  await chat.waitForBot('You said: typed early')
  expect(bot.posted).toEqual(['typed early'])
})

test('the server is killed in the middle and started again: the page says so, and what was typed meanwhile arrives once', async () => {
  const chat = await open()
  await chat.press('I have a letter about my child')
  await site.kill()
  await chat.choice('The council will not assess').click()
  await chat.waitForStanding('lost')
  expect(await chat.ownMessages.last().innerText()).toContain('Not sent yet. We keep trying.')
  await site.start()
  await chat.tryNow()
  await chat.waitForBot('What date is on the letter?')
  expect(await page.locator('#status').innerText()).toBe('Connected again')
  expect(await own(chat)).toEqual(['I have a letter about my child', 'The council will not assess'])
  expect(await chat.ownMessages.last().innerText()).not.toContain('Not sent')
  expect(bot.posted).toEqual(['I have a letter about my child', 'The council will not assess'])
})

test('polling survives a kill as well', async () => {
  bot.sockets = 'refused'
  const chat = await open()
  await site.kill()
  await chat.box.fill('still here')
  await page.keyboard.press('Enter')
  await chat.waitForStanding('lost')
  await site.start()
  await chat.waitForBot('You said: still here')
  expect(bot.posted).toEqual(['still here'])
})

test('an answer that was sent but whose receipt was lost is not said twice', async () => {
  const chat = await open()
  let lost = 0
  await page.route('**/activities', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await chat.press('I have a question')
  await page.waitForTimeout(2_500)
  expect(lost).toBe(1)
  expect(bot.posted).toEqual(['I have a question'])
  expect(await own(chat)).toEqual(['I have a question'])
  expect(await chat.ownMessages.last().innerText()).not.toContain('Not sent')
})

test('an expired conversation is said plainly, the words come back, and a new one begins below', async () => {
  const chat = await open()
  await chat.press('I have a letter about my child')
  bot.expireAll()
  await chat.box.fill('9 October 2026')
  await page.keyboard.press('Enter')
  await chat.root.getByText('Your earlier chat has ended').waitFor()
  expect(await chat.box.inputValue()).toBe('9 October 2026')
  await chat.choice('I have a letter about my child').waitFor()
  await chat.press('I have a letter about my child')
  expect(await chat.lastBotText()).toContain('What does the letter say?')
})

test('a refresh after the conversation expired begins anew and says so', async () => {
  const chat = await open()
  await chat.press('I have a letter about my child')
  bot.expireAll()
  await page.reload()
  await chat.root.getByText('Your earlier chat has ended').waitFor()
  await chat.press('I have a letter about me')
  expect(await page.getByText('I am a computer program').count()).toBe(1)
})

test('a message the server will not take comes back into the box', async () => {
  const chat = await open()
  await page.route('**/activities', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 413, body: '{}' }) : route.continue(),
  )
  await chat.box.fill('too much')
  await page.keyboard.press('Enter')
  await chat.root.getByText('This could not be sent.').waitFor()
  expect(await chat.box.inputValue()).toBe('too much')
})

test('where the browser forbids storage the chat works all the same', async () => {
  await context.addInitScript(
    `Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  )
  const chat = await open()
  await chat.press('I have a question')
  await chat.waitForBot('side by side')
})
