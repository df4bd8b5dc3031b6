// Hostile texts through everything that makes pages, files and messages: markup, calendar file, text file, webhook, Teams.
import { fill } from '../../src/web/view/strings'
import { asAttachment, queueCard } from '../../src/channels/teams/queue-card'
import { toldActivity } from '../../src/channels/told-activity'
import { londonNow } from '../../src/clock'
import { loadPack } from '../../src/content/load'
import { deskWords } from '../../src/desk/desk-words'
import { teamsWords } from '../../src/channels/teams/teams-words'
import { contentDir } from '../../src/project-root'
import { calendarFile } from '../../src/web/calendar-file'
import { conversation } from '../../src/web/conversation'
import { htmlDocument } from '../../src/web/document'
import { toHtml } from '../../src/web/html'
import { toldDates } from '../../src/web/told-dates'
import { datesText } from '../../src/web/dates-text'
import { prose } from '../../src/web/view/prose'
import type { Strings } from '../../src/web/view/strings'
import { webhookBody } from '../../src/handoff/webhook-body'
import type { Delivery } from '../../src/store/outbox-port'
import { aHandoff } from '../handoff/a-handoff'
import { HOSTILE_TEXTS } from '../hostile-texts'
import { webStrings } from './web-strings'

const pack = loadPack(contentDir)
const strings = webStrings()
const TAGS = new Set(
  'article div p span strong em a br ul ol li h2 h3 h4 table thead tbody tr th td section button details summary'.split(' '),
)

/** What a browser would read as an element or attribute that we did not write. */
function strange(html: string): readonly string[] {
  const tags = [...html.matchAll(/<\/?([^\s>/]+)([^>]*)>/g)]
  const names = tags.map(([, name = '']) => name).filter((name) => !TAGS.has(name))
  const attributes = tags.flatMap(([, , inside = '']) => [...inside.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)])
  const bad = attributes.filter(
    ([, name = '', value = '']) => /^on|^srcdoc$|^style$/i.test(name) || (name === 'href' && !/^(?:https?:|tel:|mailto:|#)/.test(value)),
  )
  return [...names, ...bad.map(([whole]) => whole)]
}

/** One test for all of them; the first that fails is named. */
function each(what: string, check: (typed: string) => void): void {
  test(what, () => {
    for (const typed of HOSTILE_TEXTS)
      try {
        check(typed)
      } catch (fault) {
        throw new Error(JSON.stringify(typed), { cause: fault })
      }
  })
}

test('there are enough of them, each another', () => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length)
  expect(HOSTILE_TEXTS.length).toBeGreaterThan(40)
})

each('a message of the program, of a person and of an adviser holds no element of theirs', (typed) => {
  expect(strange(prose(typed).map(toHtml).join(''))).toEqual([])
  const said = (from: object, more: object = {}): string => JSON.stringify({ type: 'message', id: 'a|1', text: typed, from, ...more })
  const bot = { id: 'bot', role: 'bot' }
  const choices = { suggestedActions: { actions: [{ title: typed, value: typed, type: 'imBack' }] } }
  const activities = [said({ id: 'me', role: 'user' }), said({ ...bot, name: typed }, { textFormat: 'plain' }), said(bot, choices)]
  const chat = { conversationId: 'a', userId: 'me', token: 't', expiresIn: 1, watermark: '1', activities }
  const page = conversation(chat, { strings, language: 'en' }).map(toHtml).join('')
  expect(strange(page.replaceAll(/ value="[^"]*"/g, ''))).toEqual([])
})

each('the title and the data of a page end where we end them', (typed) => {
  const parts = { language: 'en', title: typed, style: '', bodyClass: 'x', body: [], scripts: [], config: { typed } }
  const html = htmlDocument(parts)
  expect(
    [html.match(/<script/g), html.match(/<\/script/g), html.match(/<title>/g), html.match(/<\/title>/g)].map((found) => found?.length),
  ).toEqual([1, 1, 1, 1])
  expect(JSON.parse(/id="config">(.*?)<\/script>/s.exec(html)?.[1] ?? '')).toEqual({ typed })
})

each('the calendar file has no line of theirs, whatever it was made from', (typed) => {
  const clock = {
    clock: 'appeal',
    safeDate: '2026-12-24',
    lastDate: typed,
    outerDate: typed,
    status: typed,
    daysLeft: 1,
    working: typed,
    sources: [typed],
  }
  const telling = { type: 'message', id: `${typed}|0000005`, timestamp: '2026-11-22T10:00:00Z', text: typed, from: { role: 'bot' } }
  const advice = { kind: 'deadlines', message: typed, clocks: [clock], given: { voice: typed, problem: typed, letterDate: typed } }
  const dates = toldDates([JSON.stringify({ ...telling, channelData: { advice } })])
  if (dates === null) throw new Error('no dates')
  const hostile = Object.fromEntries(Object.keys(strings).map((id) => [id, typed])) as unknown as Strings
  const names = (words: Strings): readonly string[] =>
    calendarFile(typed, dates, words)
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.replace(/[:;].*/s, ''))
  expect(names(hostile)).toEqual(names(strings))
  expect(calendarFile(typed, dates, hostile).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(datesText(dates, 'https://chat.example/chat', strings).replaceAll('\r\n', '')).not.toMatch(/\n/)
})

each('an adviser’s line is plain text under a plain name, and fills in nothing', (typed) => {
  const activity = toldActivity(pack, 'handoff.adviser-line', { name: 'Priya', text: typed })
  expect([activity.text, activity.textFormat]).toEqual([`Priya: ${typed}`.trim(), 'plain'])
  expect(fill('{council}!', { council: typed })).toBe(`${typed}!`)
})

each('on a card in Teams a name is a run of text, and mentions nobody', (typed) => {
  const words = {
    say: deskWords(pack),
    tell: teamsWords(pack),
    pack,
    london: (moment: number) => londonNow(new Date(moment)),
    now: () => 0,
    publicUrl: () => 'https://advice.example',
  }
  const drawn = { wasTaken: false, maybeTwice: false, escalated: 'lead', asked: [{ person: 'p', name: typed }] } as const
  const waiting = queueCard(words, aHandoff, drawn)
  const card = queueCard(words, { ...aHandoff, state: 'accepted', acceptedBy: { id: 's', name: typed } }, drawn)
  const { body } = card as { body: { type: string; inlines?: { type: string; text: string }[] }[] }
  expect(body.every(({ type, inlines }) => type === 'RichTextBlock' && inlines?.every((run) => run.type === 'TextRun'))).toBe(true)
  const blocks = (waiting as { body: { type: string; text?: string }[] }).body.filter(({ type }) => type === 'TextBlock')
  expect(blocks.map(({ text }) => text?.replace(/[\p{L}\p{M}'’ -]/gu, ''))).toEqual(['<></>'])
  expect(JSON.parse(JSON.stringify(asAttachment(card)))).toEqual(asAttachment(card))
})

each('a webhook says nothing that a person wrote', (typed) => {
  const delivery = { kind: 'handoff.created', createdAt: 0, vars: { state: 'queued', version: 1, attempt: 0 } } as unknown as Delivery
  const handoff = { ...aHandoff, id: 'A'.repeat(22), conversation: typed, acceptedBy: { id: typed, name: typed }, summaryHash: typed }
  const plain = JSON.stringify(webhookBody(delivery, { ...aHandoff, id: 'A'.repeat(22) }, '412298334', 'https://advice.example'))
  expect(JSON.stringify(webhookBody(delivery, handoff as typeof aHandoff, '412298334', 'https://advice.example'))).toBe(plain)
})
