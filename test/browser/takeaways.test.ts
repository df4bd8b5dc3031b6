// What a family takes away, in the browser: the picture, easy words, printing, the link back and its way in, reading aloud.
import { ChatPage } from './chat-page'
import { setStage, type Stage } from './stage'

let site: Stage['site']
let context: Stage['context']
let page: Stage['page']
setStage({ viewport: { width: 320, height: 640 } }, (stage) => ({ site, context, page } = stage))

async function toTheDates(): Promise<ChatPage> {
  const chat = await ChatPage.open(page, `${site.url}/chat?council=demo`)
  await chat.press('I have a letter about my child')
  await chat.press('The council will not assess')
  await chat.type('9 October 2026')
  return chat
}

test('the picture is drawn by the browser too, and fits a small screen', async () => {
  await toTheDates()
  const picture = page.locator('.way svg')
  expect(await picture.locator('text').allTextContents()).toContain('9 Oct 2026')
  const box = await picture.boundingBox()
  expect(box?.height).toBeGreaterThan(40)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
})

test('easy words are one press away, by keyboard as well', async () => {
  await toTheDates()
  await page.locator('.easy summary').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.easy').innerText()).toContain('The number is in your letter.')
})

test('printing prints, and the link back is copied with a word', async () => {
  await context.addInitScript('window.printed = 0; window.print = () => { window.printed += 1 }')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await toTheDates()
  await page.getByText('Keep these dates').click()
  await page.getByRole('button', { name: 'Print this chat' }).click()
  expect(await page.evaluate('window.printed')).toBe(1)
  await page.getByRole('link', { name: 'A link back to these dates' }).click()
  await page.getByText('Copied.').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    `${site.url}/chat?council=demo#back=child.refuse-assess.letter.2026-10-09`,
  )
})

test('a link back puts its choices and date into the box to be checked, sends nothing by itself, and leaves the address', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const chat = await ChatPage.open(page, `${site.url}/chat?council=demo#back=child.refuse-assess.letter.2026-10-09`)
  expect(await chat.box.inputValue()).toBe(
    'It is about my child. They will not do an EHC needs assessment. The letter is dated Friday 9 October 2026.',
  )
  await page.getByText('Welcome back.').waitFor()
  expect(await chat.ownMessages.count()).toBe(0)
  expect(page.url()).toBe(`${site.url}/chat?council=demo`)
  expect(asked.filter((url) => url.includes('refuse'))).toEqual([])
})

test('a link back brings the date of the certificate too', async () => {
  const chat = await ChatPage.open(page, `${site.url}/chat?council=demo#back=me.refuse-assess.letter.2026-10-09.2026-11-20`)
  expect(await chat.box.inputValue()).toBe(
    'It is about me. They will not do an EHC needs assessment. The letter is dated Friday 9 October 2026. The certificate is dated Friday 20 November 2026.',
  )
})

test.each(['#back=child.no-such.letter.2026-10-09', '#back=child.refuse-assess.letter.2026-13-09', '#back=<b>'])(
  'a link back that is none (%s) does nothing',
  async (hash) => {
    const chat = await ChatPage.open(page, `${site.url}/chat?council=demo${hash}`)
    expect(await chat.box.inputValue()).toBe('')
  },
)

test('the last answer is read aloud in its language where the browser can, and a second press stops it', async () => {
  await context.addInitScript(`window.spoken = []; Object.defineProperty(window, 'speechSynthesis', { value: {
    speaking: false, pending: false,
    speak(said) { this.speaking = true; window.spoken.push([said.lang, said.text]) },
    cancel() { this.speaking = false },
  } })`)
  const chat = await ChatPage.open(page, `${site.url}/chat?council=demo`)
  await chat.press('I have a letter about my child')
  await page.getByRole('button', { name: 'Read the last answer aloud' }).click()
  expect(await page.evaluate('window.spoken')).toEqual([['en-GB', 'What does the letter say?']])
  await page.getByRole('button', { name: 'Stop reading' }).click()
  expect(await page.evaluate('speechSynthesis.speaking')).toBe(false)
})

test('where the browser cannot read aloud nothing is offered', async () => {
  await context.addInitScript('delete window.speechSynthesis; delete Window.prototype.speechSynthesis')
  await ChatPage.open(page, `${site.url}/chat?council=demo`)
  expect(await page.getByRole('button', { name: 'Read the last answer aloud' }).count()).toBe(0)
})
