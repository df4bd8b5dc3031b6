// What a family takes away from its dates: the picture and its words, the easy twin, the calendar file, the text, the message, the link back.
import { calendarFile } from '../../src/web/calendar-file'
import { datesText } from '../../src/web/dates-text'
import { toHtml } from '../../src/web/html'
import { toldDates } from '../../src/web/told-dates'
import type { ClockView } from '../../src/web/view/clock-view'
import { easyCrisis, easyDates } from '../../src/web/view/easy-read'
import { sendTakeaway } from '../../src/web/send-takeaway'
import { linkBack, takeaways } from '../../src/web/view/takeaways'
import { timeline } from '../../src/web/view/timeline'
import { webStrings } from './web-strings'

const strings = webStrings()
const clock = (name: string, safeDate: string, more: Partial<ClockView> = {}): ClockView => ({
  clock: name,
  safeDate,
  lastDate: safeDate,
  outerDate: null,
  status: 'open',
  daysLeft: 20,
  working: `Counted for ${name}.`,
  sources: ['SEND Regs 2014 reg 33'],
  ...more,
})
const ADVISER = clock('mediation-adviser', '2026-12-09')
const APPEAL = clock('appeal', '2026-12-24', { lastDate: '2026-12-26' })
const GIVEN = { voice: 'parent', problem: 'refuse-assess', letterDate: '2026-10-09' }

const html = (markup: Parameters<typeof toHtml>[0] | null) => (markup === null ? '' : toHtml(markup))
const texts = (page: string) => [...page.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
const items = (page: string) => [...page.matchAll(/<li>([^<]*)</g)].map(([, text]) => text)

/** One telling of dates, as the conversation keeps it. */
const told = (place: number, clocks: readonly ClockView[], given: object = GIVEN) =>
  JSON.stringify({
    type: 'message',
    id: `abc|${String(place).padStart(7, '0')}`,
    timestamp: '2026-11-22T10:00:00.123Z',
    text: '**Ring first.** Then [read](https://example.org/).',
    from: { role: 'bot' },
    channelData: { advice: { kind: 'deadlines', message: 'deadline.dates', clocks, given } },
  })
const file = (...tellings: string[]) => {
  const dates = toldDates(tellings)
  return dates === null ? '' : calendarFile('abc', dates, strings)
}
const values = (ics: string, name: string) => [...ics.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm'))].map(([, value]) => value)

describe('the way from letter to Tribunal', () => {
  it('draws letter, adviser, certificate to come, Tribunal, and says the same in words', () => {
    const page = html(timeline([APPEAL, ADVISER], GIVEN, strings))
    expect(texts(page)).toEqual(['Letter', '9 Oct 2026', 'Adviser', '9 Dec 2026', 'Certificate', '…', 'Tribunal', '24 Dec 2026'])
    expect(items(page)).toEqual([
      'Your letter is dated Friday 9 October 2026.',
      'Contact the mediation adviser by Wednesday 9 December 2026.',
      'Then you get a certificate, whether you mediate or not. You need it to appeal.',
      'The Tribunal must have your appeal before 5pm on Thursday 24 December 2026. A later certificate can move this.',
    ])
    expect(page).toContain('aria-hidden="true"')
  })
  it('draws a certificate in hand with its date, and none where none is needed', () => {
    expect(texts(html(timeline([APPEAL], { ...GIVEN, certificateDate: '2026-11-24' }, strings)))).toContain('24 Nov 2026')
    expect(texts(html(timeline([APPEAL], GIVEN, strings)))).toEqual(['Letter', '9 Oct 2026', 'Tribunal', '24 Dec 2026'])
  })
  it('draws what happened and the claim', () => {
    expect(texts(html(timeline([clock('discrimination-claim', '2027-03-01')], { conductDate: '2026-09-01' }, strings)))).toEqual([
      'It happened', '1 Sep 2026', 'Tribunal', '1 Mar 2027',
    ]) // prettier-ignore
  })
  it('draws nothing from one date alone', () => expect(timeline([APPEAL], {}, strings)).toBeNull())
})

describe('the easy twins', () => {
  it('says one short thing a line, with the same dates', () => {
    const lines = html(easyDates([ADVISER, APPEAL], strings)).match(/<p>.*?<\/p>/g) ?? []
    expect(lines[0]).toBe('<p><strong>Wednesday 9 December 2026</strong></p>')
    expect(lines.every((line) => line.replaceAll(/<[^>]+>/g, '').split(' ').length <= 12)).toBe(true)
  })
  it('does not give a date that has gone by as one to keep', () => {
    expect(html(easyDates([{ ...ADVISER, status: 'passed' }], strings))).not.toContain('December')
  })
  it('has every number of the stop card to press', () => {
    const page = html(easyCrisis(strings))
    for (const number of ['999', '116123', '111', '08001111']) expect(page).toContain(`href="tel:${number}"`)
  })
})

describe('the calendar file', () => {
  it('has neutral titles, whole days and four reminders each', () => {
    const ics = file(told(5, [ADVISER, APPEAL]))
    expect(values(ics, 'DTSTART;VALUE=DATE')).toEqual(['20261209', '20261224'])
    expect(values(ics, 'DTEND;VALUE=DATE')).toEqual(['20261210', '20261225'])
    expect(values(ics, 'SUMMARY')).toEqual(['Ring about the letter', 'Form to be there before 5pm'])
    expect(values(ics, 'DTSTAMP')).toEqual(['20261122T100000Z', '20261122T100000Z'])
    expect(values(ics, 'TRIGGER').slice(0, 4)).toEqual(['-P6DT15H', '-P1DT15H', '-PT15H', 'PT9H'])
    expect(ics).not.toMatch(/SEND|child|mediat|tribunal|council|appeal/i)
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
  it('keeps the UID and raises the SEQUENCE when a date changes, so that the new one takes the place of the old', () => {
    const first = file(told(5, [ADVISER]))
    const second = file(told(5, [ADVISER]), told(12, [clock('mediation-adviser', '2027-01-08')]))
    expect(values(second, 'UID')).toEqual(values(first, 'UID'))
    expect([values(first, 'SEQUENCE'), values(second, 'SEQUENCE')]).toEqual([['5'], ['12']])
    expect(values(second, 'DTSTART;VALUE=DATE')).toEqual(['20270108'])
  })
  it('cancels what no longer counts, and does not remind of what is over', () => {
    const ics = file(told(5, [ADVISER, APPEAL]), told(9, [{ ...APPEAL, status: 'passed' }]))
    expect(values(ics, 'STATUS')).toEqual(['CANCELLED'])
    expect(values(ics, 'TRIGGER')).toEqual([])
  })
  it('differs between conversations', () => {
    const dates = toldDates([told(5, [ADVISER])])
    if (dates === null) throw new Error('no dates')
    expect(values(calendarFile('other', dates, strings), 'UID')).not.toEqual(values(calendarFile('abc', dates, strings), 'UID'))
  })
  it('is not made from words of the person', () => {
    const forged = JSON.stringify({ ...JSON.parse(told(5, [ADVISER])), from: { role: 'user' } })
    expect(toldDates([forged])).toBeNull()
  })
})

test('the text has the dates first, the words without marks, the working, and the way back with its warning', () => {
  const dates = toldDates([told(5, [ADVISER, APPEAL])])
  const text = dates === null ? '' : datesText(dates, 'https://chat.example/chat?council=demo', strings)
  expect(text.split('\r\n').filter((line) => line !== '').slice(0, 5)).toEqual([
    'Your dates',
    'Made on Sunday 22 November 2026',
    'Contact the mediation adviser by: Wednesday 9 December 2026',
    'The Tribunal must have your appeal by: Thursday 24 December 2026',
    'Ring first. Then read (https://example.org/).',
  ]) // prettier-ignore
  expect(text).toContain('Counted for appeal.')
  expect(text).toContain('https://chat.example/chat?council=demo#back=child.refuse-assess.letter.2026-10-09')
  expect(text).toContain('Do not keep it on a phone that you share.')
})

test('the message to the adviser has a neutral subject, the date of the letter and nothing else of the family', () => {
  const href = /href="(mailto:[^"]+)"/.exec(html(takeaways([ADVISER], GIVEN, strings)))?.[1]?.replaceAll('&amp;', '&') ?? ''
  const query = new URLSearchParams(href.split('?')[1])
  expect(href.startsWith('mailto:?')).toBe(true)
  expect(query.get('subject')).toBe('A question about a letter')
  expect(query.get('body')).toContain('The letter is dated Friday 9 October 2026.')
  expect(html(takeaways([APPEAL], GIVEN, strings))).not.toContain('mailto:')
})

test('the link back holds dates and choices behind the #, and is not offered without them', () => {
  expect(linkBack(GIVEN)).toBe('#back=child.refuse-assess.letter.2026-10-09')
  expect(linkBack({ ...GIVEN, certificateDate: '2026-11-20' })).toBe('#back=child.refuse-assess.letter.2026-10-09.2026-11-20')
  expect(linkBack({ voice: 'young-person', problem: 'discrimination-school', conductDate: '2026-09-01' })).toBe(
    '#back=me.discrimination-school.event.2026-09-01',
  )
  expect(linkBack({ problem: 'cease' })).toBeNull()
  expect(html(takeaways([APPEAL], {}, strings))).not.toContain('#back')
})

test.each([
  ['calendar', 200],
  ['text', 200],
  ['picture', 303],
  ['__proto__', 303],
  ['constructor', 303],
])('asked for %s, a form is answered %i', async (kind, status) => {
  const chat = { conversationId: 'abc', activities: [told(1, [ADVISER])] }
  const writeHead = jest.fn()
  const forms = { read: async () => chat } as unknown as Parameters<typeof sendTakeaway>[0]['forms']
  const response = { writeHead, end: () => undefined } as unknown as Parameters<typeof sendTakeaway>[1]
  await sendTakeaway({ forms, strings }, response, { kind, pass: 'p', address: 'http://localhost/chat', back: '/chat' })
  expect(writeHead.mock.calls).toEqual([[status, expect.anything()]])
})
