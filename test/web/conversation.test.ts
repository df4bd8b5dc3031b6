// A conversation as forms show it: what was read first stays first.
import { conversation } from '../../src/web/conversation'
import { toHtml } from '../../src/web/html'
import { webStrings } from './web-strings'

const OWN = { type: 'message', text: 'my letter', from: { id: 'dl_user', role: 'user' } }
const bot = (text: string, message: string, title: string) => ({
  type: 'message',
  text,
  from: { id: 'bot', role: 'bot' },
  channelData: { advice: { message } },
  suggestedActions: { actions: [{ title }] },
})
const HELLO = bot('Hello', 'greeting.hello', 'I have a question')
const NEXT = bot('What does it say?', 'triage.ask-decision', 'They refused')

function shown(activities: readonly object[]): string {
  const chat = { conversationId: 'c', userId: 'dl_user', token: 't', expiresIn: 1, watermark: '0' }
  const elements = conversation(
    { ...chat, activities: activities.map((one) => JSON.stringify(one)) },
    { strings: webStrings(), language: 'en-GB' },
  )
  return elements.map(toHtml).join('')
}
const order = (html: string, words: readonly string[]): readonly string[] => [...words].sort((a, b) => html.indexOf(a) - html.indexOf(b))

test("the greeting that comes after the first form stays above it, and the page is shown from the person's own words", () => {
  const html = shown([OWN, HELLO, NEXT])
  expect(order(html, ['What does it say?', 'my letter', 'Hello'])).toEqual(['Hello', 'my letter', 'What does it say?'])
  expect(html).toMatch(/<article[^>]*id="latest"[^>]*>.*my letter/)
  expect(html).toContain('value="They refused"')
  expect(html).not.toContain('value="I have a question"')
})

test('a greeting that is the answer stays the answer, with its choices', () => {
  const html = shown([OWN, HELLO])
  expect(order(html, ['Hello', 'my letter'])).toEqual(['my letter', 'Hello'])
  expect(html).toContain('value="I have a question"')
})
