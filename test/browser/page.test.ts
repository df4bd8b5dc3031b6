// The chat page as a person meets it: what it says first, pressing, typing, the dates card, clearing and leaving.
import { ChatPage } from './chat-page'
import { setStage, type Stage } from './stage'
import { HOSTILE_TEXTS } from '../hostile-texts'

let browser: Stage['browser']
let bot: Stage['bot']
let site: Stage['site']
let page: Stage['page']
setStage({ viewport: { width: 375, height: 667 } }, (stage) => ({ browser, bot, site, page } = stage))

const chatAddress = () => `${site.url}/chat?council=demo`

test('the greeting and the first choices are in the HTML, before any script', async () => {
  const html = await (await fetch(chatAddress())).text()
  expect(html).toContain('I am a computer program, not a person.')
  expect(html).toContain('>I have a letter about my child</button>')
})

test('the greeting that the bot sends is not shown a second time', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.press('Talk to a person')
  expect(await chat.botMessages.allInnerTexts()).toHaveLength(2)
  expect(await page.getByText('I am a computer program').count()).toBe(1)
})

test('a journey by keyboard alone: Tab reaches the next choice right after a choice was pressed', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.choice('I have a letter about my child').focus()
  await page.keyboard.press('Enter')
  await chat.waitForBot('What does the letter say?')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('The council will not assess')
  await page.keyboard.press('Enter')
  await chat.waitForBot('What date is on the letter?')
})

test('from the text box one Shift+Tab reaches the choices', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.type('I have a letter about my child')
  expect(await page.evaluate('document.activeElement.id')).toBe('box')
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('I am not sure')
})

test('old choices go away, so that they cannot be pressed out of turn', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.press('I have a letter about my child')
  expect(await chat.choices()).toEqual(['The council will not assess', 'The council will not issue a plan', 'I am not sure'])
})

test('HTML, Markdown and whatever else a person types are shown as they were typed', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const texts = HOSTILE_TEXTS.map((typed) => typed.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
  for (let at = 0; at < texts.length; at += 25) {
    const typed = texts.slice(at, at + 25).join(' ')
    await chat.type(typed)
    const words = chat.ownMessages.last().locator('.words')
    expect(await words.evaluate((element) => element.textContent)).toBe(typed)
    expect(await words.locator('*').evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([])
  }
  expect(dialogs).toEqual([])
})

test('the dates card says the day to plan for first, the last day and the outer day after it, and the working on demand', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.press('I have a letter about my child')
  await chat.press('The council will not assess')
  const said = await chat.type('9 October 2026')
  const card = chat.log.getByRole('region', { name: 'Your dates' })
  expect((await card.locator('h2, .day, .left').allInnerTexts()).map((text) => text.trim())).toEqual([
    'Contact the mediation adviser by',
    'Wednesday 9 December 2026',
    '17 days left',
    'The Tribunal must have your appeal by',
    'Thursday 24 December 2026',
    '12 days left',
  ])
  expect(said).toContain('The last day the law allows is Saturday 26 December 2026.')
  expect(said).toContain('The rules may still allow it until Monday 4 January 2027. Do not plan on that.')
  expect(said).not.toContain('Two months later')
  await card.getByText('How we worked this out').first().click()
  expect(await card.innerText()).toContain('Two months later is 9 December 2026')
})

test('telephone numbers can be dialled and links open beside the chat', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.press('Talk to a person')
  expect(await chat.log.getByRole('link', { name: '01702 000 000' }).getAttribute('href')).toBe('tel:01702000000')
  expect(await chat.log.getByRole('link', { name: 'gov.uk/courts' }).getAttribute('target')).toBe('_blank')
})

test('five fast presses of one choice say it once', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await page.evaluate('{ const button = document.querySelectorAll(".choices button")[2]; for (let i = 0; i < 5; i += 1) button.click() }')
  await chat.waitForBot('side by side')
  expect(bot.posted).toEqual(['I have a question'])
})

test('Enter pressed twice sends once, and nothing is sent for nothing', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.box.fill('hello there')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await chat.waitForBot('You said: hello there')
  expect(bot.posted).toEqual(['hello there'])
})

test('each bot message enters the log once and in order; what the person said is not announced', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await page.evaluate(`window.entered = []; new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
    if (node.parentElement?.id === 'log' && node.getAttribute('aria-live') !== 'off') window.entered.push(node.dataset.message)
  }))).observe(document.getElementById('log'), { childList: true, subtree: true })`)
  await chat.press('I have a letter about my child')
  await chat.press('The council will not assess')
  await chat.type('9 October 2026')
  expect(await page.evaluate('window.entered')).toEqual([
    'triage.ask-decision',
    'deadline.ask-letter-date',
    'deadline.dates',
    'deadline.ask-certificate',
  ])
})

test('Clear this chat: one press, the words are gone and a new conversation begins', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.type('something private')
  await page.getByRole('button', { name: 'Clear this chat' }).click()
  await chat.log.locator('article:only-child').waitFor()
  expect(await chat.log.innerText()).not.toContain('something private')
  await chat.waitForStanding('connected')
  expect(await page.locator('#status').innerText()).toBe('The chat is cleared. You can start again.')
  await chat.press('I have a letter about me')
  expect(bot.conversations.size).toBe(2)
})

test('Delete my information: one press asks for it, in words that the program understands', async () => {
  const chat = await ChatPage.open(page, chatAddress())
  await chat.box.fill('half a thought')
  await page.getByRole('button', { name: 'Delete my information' }).click()
  await chat.waitForBot('You said: Delete my information')
  expect(bot.posted).toEqual(['Delete my information'])
  expect(await chat.box.inputValue()).toBe('half a thought')
})

test('Leave this page quickly: one press, another page is there, the tab has forgotten, and Back does not show the chat', async () => {
  await page.goto(`${site.url}/accessibility`)
  const chat = await ChatPage.open(page, chatAddress())
  await chat.type('something private')
  await page.getByRole('link', { name: 'Leave this page quickly' }).click()
  await page.waitForURL('**/privacy')
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
  await page.goBack()
  expect(page.url()).toContain('/accessibility')
})

test('an unknown council gets a plain page that leads to the chat without one', async () => {
  const response = await page.goto(`${site.url}/chat?council=nowhere`)
  expect(response?.status()).toBe(404)
  await page.getByRole('link', { name: 'Use the chat without a council' }).click()
  await ChatPage.within(page, page).waitForStanding('connected')
})

test('without JavaScript the page says that its buttons work all the same', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(chatAddress())
  expect(await still.locator('body').innerText()).toContain('Your browser does not run JavaScript. That is fine.')
  await plain.close()
})
