// What a family and an organisation are told by the service: every message with and without a phone number, and an adviser's words as nothing but text.
import { toldActivity } from '../../src/channels/told-activity'
import { loadPack } from '../../src/content/load'
import { noticeText } from '../../src/handoff/mail'
import { noticeWords } from '../../src/open-handoffs'
import { contentDir } from '../../src/project-root'

const pack = loadPack(contentDir)
const told = [...pack.messages.keys()].filter((id) => id.startsWith('handoff.told-'))
const withPhone = told.filter((id) => pack.messages.get(id)?.vars?.includes('phone'))
const NAME = 'Priya, adviser'
const said = (id: string, phone: string): string => toldActivity(pack, id, { name: NAME, phone }).text ?? ''

test('there is something to tell', () => {
  expect(told).toHaveLength(15)
  expect(withPhone).toEqual([
    'handoff.told-other-ways',
    'handoff.told-not-reached',
    'handoff.told-expired',
    'handoff.told-will-ring',
    'handoff.told-undeliverable',
    'handoff.told-no-answer',
  ])
})

test.each(told)('%s is whole, with and without a number', (id) => {
  for (const phone of ['01632 960 001', '']) {
    expect(said(id, phone)).toMatch(/[.!?*]$/)
    expect(said(id, phone)).not.toMatch(/[{}]| {2}|undefined|null|^\s|\s$|\n{3}/)
  }
})

test.each(withPhone)('%s says the number, or where it stands', (id) => {
  expect(said(id, '01632 960 001')).toContain('Their number: 01632 960 001.')
  expect(said(id, '')).toContain('Their number is in your decision letter.')
  expect(toldActivity(pack, id, {}).text).toContain('Their number is in your decision letter.')
})

test.each(told.filter((id) => !withPhone.includes(id)))('%s names no number', (id) => {
  expect(said(id, '01632 960 001')).not.toContain('01632')
})

test('who has joined is said by name', () => {
  expect(said('handoff.told-accepted', '')).toBe('Priya, adviser has your summary and is getting ready.')
  expect(said('handoff.told-joined', '')).toBe(
    '**Priya, adviser has joined. You are now talking to a person.** To end it, type "end chat".',
  )
})

test('the news of a handoff is a message of the program, in its own words', () => {
  expect(toldActivity(pack, 'handoff.told-ended-by-adviser', { phone: '' })).toEqual({
    type: 'message',
    text: '**The adviser has left.** Now you talk to the computer program again.',
    textFormat: 'markdown',
    locale: 'en-GB',
    inputHint: 'acceptingInput',
    channelData: {
      advice: { v: 1, kind: 'handoff', message: 'handoff.told-ended-by-adviser', pack: { id: pack.id, version: pack.version } },
    },
  })
})

test.each([
  'Hello, how can I help?',
  '<script>alert(1)</script> & <img src=x onerror=alert(1)>',
  '**Nobody** reads this. [Press here](https://example.org/a) `code` # not a heading',
  '{{phone}} {{name}} $& $1 {{',
  'First line\nsecond line\n\n- a list',
])('an adviser’s line stays as it was typed: %s', (text) => {
  const activity = toldActivity(pack, 'handoff.adviser-line', { name: NAME, text })
  expect(activity.text).toBe(`Priya, adviser: ${text}`)
  expect(activity.textFormat).toBe('plain')
  expect(activity.from).toEqual({ id: 'bot', name: NAME })
  expect(activity.attachments ?? activity.suggestedActions ?? activity.entities).toBeUndefined()
})

const LINK = 'https://advice.example/desk/handoffs/abc'
const mail = (kind: string): { subject: string; text: string } | null => {
  const words = noticeWords(pack, kind)
  return words && { subject: words.subject, text: noticeText(words, '412298334', LINK) }
}

test.each(['handoff.created', 'callback.requested'])(
  'the mail for %s has the reference and the link, and nothing about the family',
  (kind) => {
    expect(mail(kind)).toEqual({
      subject: 'A family is waiting',
      text: [
        'A family has asked for you through Common Ground.',
        '',
        'Reference: 412 298 334',
        `Open it at the desk: ${LINK}`,
        '',
        'This message says nothing about the family on purpose.',
      ].join('\n'),
    })
  },
)

test('the mail after taking back asks to delete copies', () => {
  expect(mail('handoff.withdrawn')).toEqual({
    subject: 'A family has taken back what it shared',
    text: [
      'A family has taken back what it shared with you. Reference: 412 298 334',
      '',
      `What it shared has been deleted at the desk. Please delete what you copied from it: ${LINK}`,
    ].join('\n'),
  })
})

test.each(['handoff.accepted', 'handoff.live', 'handoff.ended', 'handoff.expired', 'handoff.failed'])('no mail is sent for %s', (kind) =>
  expect(mail(kind)).toBeNull(),
)

test('every message of a mail is heard', () => {
  const heard = new Set<string>()
  const messages = new Map(pack.messages)
  messages.get = (id: string) => {
    heard.add(id)
    return pack.messages.get(id)
  }
  for (const kind of ['handoff.created', 'handoff.withdrawn']) noticeWords({ ...pack, messages }, kind)
  expect([...pack.messages.keys()].filter((id) => id.startsWith('handoff.mail-') && !heard.has(id))).toEqual([])
})
