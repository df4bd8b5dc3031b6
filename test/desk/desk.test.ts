// The desk over HTTP, pressed as a browser without scripts does: queue, case, accept, talk, outcomes, find, dead letters.
import { SUMMARY } from './a-summary'
import { day } from '../holidays'
import { DeskSite, MORNING } from './desk-site'
import { Visitor } from './visitor'

let site: DeskSite
let adviser: Visitor
beforeEach(async () => {
  site = await new DeskSite().start()
  adviser = await site.adviser()
})
afterEach(() => site.stop())

const caseOf = (id: string, action = '') => `/desk/case/${id}${action && `/${action}`}`

describe('the queue', () => {
  it('says that nobody waits, who is signed in and the hours', async () => {
    const { text, status } = await adviser.get('/desk')
    expect(status).toBe(200)
    expect(text).toContain('Nobody is waiting.')
    expect(text).toContain('Sam, demonstration adviser · Northshire Mediation')
  })

  it('shows the hours that families are told, without closures that are over', async () => {
    expect((await adviser.get('/desk')).text).toContain(
      [
        'Hours of Northshire Mediation',
        'Monday, 09:00 to 17:00',
        'Tuesday, 09:00 to 17:00',
        'Closed on bank holidays',
        'Closed from Thursday 24 December 2026 to Friday 1 January 2027: Christmas',
        'Closed from Monday 1 February 2027, until further notice: moving house',
        '',
      ].join('\n'),
    )
  })

  it('sets the hours of today and takes that back; other times than later today are refused', async () => {
    await adviser.get('/desk')
    expect((await adviser.press('/desk/hours', { today: 'closed', until: '' })).text).toContain(
      'From tomorrow the usual hours count again.',
    )
    const midnight = Date.UTC(2026, 10, 24)
    expect(site.handoffs.today.get('mediation')).toEqual({ openUntil: null, endsAt: midnight })
    expect((await adviser.press('/desk/hours', { today: 'open', until: '19:30' })).text).toContain(
      'Families are told: open today until 19:30.',
    )
    expect(site.handoffs.today.get('mediation')).toEqual({ openUntil: Date.UTC(2026, 10, 23, 19, 30), endsAt: midnight })
    for (const until of ['09:15', '08:00', '', '7pm', '24:00'])
      expect((await adviser.press('/desk/hours', { today: 'open', until })).text).toContain('Please give a time that is later today')
    expect((await adviser.press('/desk/hours', { today: 'usual' })).text).not.toContain('From tomorrow')
    expect([...site.handoffs.today]).toEqual([])
  })

  it.each(['sendiass', 'council'])('says where no hours are set (%s)', async (organisation) => {
    expect((await (await site.adviser(organisation)).get('/desk')).text).toContain('No hours are set.')
  })

  it('says of each case how far it went that nobody took it, in the queue and among the call-backs', async () => {
    const [again, lead, fresh] = [1, 2, 3].map((number) => site.handoffs.add(number, { route: 'callback' }))
    site.handoffs.escalated.set(again ?? '', 'again').set(lead ?? '', 'lead')
    for (const page of ['/desk', '/desk/callbacks']) {
      const { html } = await adviser.get(page)
      const rowOf = (id = ''): string => new RegExp(`id="row-${id}".*?</li>`, 's').exec(html)?.[0] ?? ''
      expect(rowOf(again)).toContain('It was announced once more.')
      expect(rowOf(lead)).toContain('It went to the lead.')
      expect(rowOf(fresh)).not.toContain('Nobody has taken')
    }
  })

  it('puts the nearest legal date first, and says the risk before all else', async () => {
    site.handoffs.add(1, { actBy: day('2026-12-24') })
    site.handoffs.add(2, { actBy: day('2026-11-27'), flags: ['deadline-within-5-working-days'] })
    site.handoffs.add(3, { actBy: null, isToMediation: false, route: 'callback', decision: null })
    const { text, html } = await adviser.get('/desk')
    const risks = [...html.matchAll(/class="risk"[^>]*>([^<]+)</g)].map(([, said]) => said)
    expect(risks).toEqual([
      'Adviser and Tribunal date in 4 working days: Friday 27 November 2026. Adviser not yet contacted.',
      'Adviser and Tribunal date in 23 working days: Thursday 24 December 2026. Adviser not yet contacted.',
      'No legal date is known.',
    ])
    expect(text).toContain('Date within 5 working days')
    expect(text).toContain(
      'Northshire Council (demonstration). Nobody has accepted it. Wants to talk in the chat now. Waiting since 09:15, Monday 23 November 2026.',
    )
    expect(text).toContain('Wants to be rung.')
    expect(text).toContain('About: not said.')
  })

  it.each([
    [['mediation-adviser', 'appeal'], null, 'Adviser and Tribunal date'],
    [['mediation-adviser', 'appeal'], '2026-11-20', 'Tribunal date'],
    [['mediation-adviser'], null, 'Adviser contact date'],
    [['appeal'], null, 'Tribunal date'],
    [['discrimination-claim'], null, 'Tribunal date for a claim'],
    [[], null, 'Legal date'],
  ] as const)('says whose date it is: %s, contact %s', async (actByClocks, made, said) => {
    site.handoffs.add(1, { actByClocks, contactMadeOn: made === null ? null : day(made) })
    expect((await adviser.get('/desk')).text).toContain(`\n${said} in 4 working days: Friday 27 November 2026.`)
  })

  it.each([
    ['2026-11-22', 'Adviser and Tribunal date has passed: Sunday 22 November 2026. Adviser not yet contacted.'],
    ['2026-11-23', 'Adviser and Tribunal date is today: Monday 23 November 2026. Adviser not yet contacted.'],
    ['2026-11-24', 'Adviser and Tribunal date in 1 working day: Tuesday 24 November 2026. Adviser not yet contacted.'],
    ['2026-11-30', 'Adviser and Tribunal date in 5 working days: Monday 30 November 2026. Adviser not yet contacted.'],
    ['2027-01-04', 'Adviser and Tribunal date in 27 working days: Monday 4 January 2027. Adviser not yet contacted.'],
  ])('a date on %s is said so', async (date, said) => {
    site.handoffs.add(1, { actBy: day(date) })
    expect((await adviser.get('/desk')).text).toContain(said)
  })
})

describe('a case', () => {
  it('shows exactly what the family saw, the dates with their working, and what they were told', async () => {
    const id = site.handoffs.add(1, {
      shown: 'Who is asking: a parent\nIn their own words: she <b>cries</b> & "hides"',
      contact: '07700 900123',
      summary: {
        ...SUMMARY,
        calculatedOn: day('2026-11-22'),
        clocks: [
          {
            clock: 'mediation-adviser',
            safeDate: day('2026-12-09'),
            lastDate: day('2026-12-09'),
            outerDate: null,
            status: 'open',
            daysLeft: 17,
            working: 'Two months later is 9 December 2026.',
            sources: ['SEND Regs 2014 reg 33'],
          },
        ],
        toldSoFar: ['triage-route', 'deadline-dates', 'mediation-cost', 'deadline-dates-with-certificate', 'long-gone'].map((told) => ({
          id: told,
          version: '2026.11.1',
        })),
      },
    })
    const { text } = await adviser.get(caseOf(id))
    expect(text).toContain('Case 412 298 334')
    expect(text).toContain('Who is asking:\n a parent')
    expect(text).toContain('In their own words:\n she <b>cries</b> & "hides"')
    expect(text).toContain('Act by Wednesday 9 December 2026. Days from today: 16.')
    expect(text).toContain('How this was worked out\nTwo months later is 9 December 2026.\nSEND Regs 2014 reg 33')
    expect(text).toContain('Worked out on Sunday 22 November 2026 from what the family said. We did not see the letter.')
    expect(text).toContain(
      'What the family was told\nWhich route is theirs, and what comes next\nThe dates by which to act, and how they were counted\n' +
        'Does mediation cost anything?\nSomething that is no longer in the words (long-gone)\n',
    )
    expect(text).toContain('07700 900123')
  })

  it('says what was deleted', async () => {
    const { text } = await adviser.get(caseOf(site.handoffs.add(1, { route: 'callback' })))
    expect(text).toContain('Nothing is kept.')
    expect(text).toContain('No dates were worked out.')
  })

  it('is opened by the service each time, which writes who looked', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    expect(site.handoffs.opened).toEqual([`local-mediation ${id}`])
  })

  it.each(['nothing', 'x'.repeat(22), '..%2f..', '%00', 'a'.repeat(90)])('%j is no case', async (id) => {
    const { status, text } = await adviser.get(caseOf(id))
    expect(status).toBe(404)
    expect(text).toContain('There is no such case')
  })
})

describe('a handoff is not contact (SEND Regs 2014 reg 33)', () => {
  it('stands on the case until contact is recorded', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    expect(adviser.page.text).toContain('This is not contact yet.')
    expect(adviser.page.text).toContain('They must ring or e-mail by Friday 27 November 2026.')
    await adviser.press(caseOf(id, 'contact'), { on: '2026-11-20' })
    const { text } = adviser.page
    expect(text).toContain('Contact with the mediation adviser was made on Friday 20 November 2026.')
    // Three working days; thirty calendar days.
    expect(text).toContain('Certificate due by Wednesday 25 November 2026, if the family said that day')
    expect(text).toContain('3 working days after Friday 20 November 2026 is Wednesday 25 November 2026.')
    expect(text).toContain('SEND Regs 2014 reg 34(1)')
    expect(text).toContain('Mediation to be arranged by Sunday 20 December 2026, if the council heard that day')
    expect(text).toContain('30 days after Friday 20 November 2026 is Sunday 20 December 2026.')
    expect(adviser.page.text).not.toContain('This is not contact yet.')
    expect(site.handoffs.handoff(id).contactMadeOn).toBe('2026-11-20')
    expect((await adviser.get('/desk')).text).not.toContain('Adviser not yet contacted')
  })

  it.each(['2026-11-24', '', 'yesterday', '2026-02-30', '20/11/2026'])('does not take %j for a day of contact', async (on) => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'contact'), { on })
    expect(adviser.page.text).toContain('Contact was not recorded.')
    expect(site.handoffs.handoff(id).contactMadeOn).toBeNull()
  })

  it('says so when the date has passed, and when none is known', async () => {
    const late = site.handoffs.add(1, { actBy: day('2026-11-20') })
    const none = site.handoffs.add(2, { actBy: null })
    expect((await adviser.get(caseOf(late))).text).toContain('Their date was Friday 20 November 2026.')
    expect((await adviser.get(caseOf(none))).text).toContain('No date is known, so ask for the letter first.')
  })

  it('says nothing of it to an organisation that is no mediation provider', async () => {
    const id = site.handoffs.add(1, { isToMediation: false })
    expect((await adviser.get(caseOf(id))).text).not.toContain('not contact')
  })
})

describe('what an adviser presses', () => {
  it('accept, talk, close with what had to be asked again', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'))
    expect(adviser.page.text).toContain('You have accepted this case.')
    expect(site.handoffs.handoff(id)).toMatchObject({ state: 'accepted', acceptedBy: { name: 'Sam, demonstration adviser' } })
    expect(adviser.page.text.indexOf('Talk with the family')).toBeLessThan(adviser.page.text.indexOf('Close the case'))
    await adviser.press(caseOf(id, 'tell'), { text: 'Hello, I am Sam.' })
    site.handoffs.family(id, 'Hello <i>Sam</i>')
    await adviser.get(caseOf(id))
    expect(adviser.page.text).toContain('Adviser, 09:15\nHello, I am Sam.')
    expect(adviser.page.text).toContain('Family, 09:15\nHello <i>Sam</i>')
    expect(site.handoffs.handoff(id).state).toBe('live')
    await adviser.press(caseOf(id, 'close'), { asked: ['letterDate', 'wants', 'toString', 'letterDate'] })
    expect(adviser.page.text).toContain('The case is closed.')
    expect(site.handoffs.handoff(id)).toMatchObject({ state: 'ended', endReason: 'done' })
    expect(site.handoffs.asked).toEqual({ letterDate: 1, wants: 1 })
    expect((await adviser.get('/desk/asked')).text).toContain('Date on the letter\n1')
  })

  it('a message sent twice by the same form is said once', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'))
    const again = { csrf: adviser.csrf, source: 'desk-same-source', text: 'Once' }
    await adviser.post(caseOf(id, 'tell'), again)
    await adviser.post(caseOf(id, 'tell'), again)
    expect(site.handoffs.relayOf(id).map(({ text }) => text)).toEqual(['Once'])
  })

  it('nothing is sent for nothing, and a long message is cut at what the family sees', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'))
    await adviser.press(caseOf(id, 'tell'), { text: '   ' })
    expect(adviser.page.text).toContain('Nothing was sent.')
    await adviser.press(caseOf(id, 'tell'), { text: 'a'.repeat(5_000) })
    expect(site.handoffs.relayOf(id)[0]?.text).toHaveLength(2_000)
  })

  it('put back, and not for us', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'))
    await adviser.press(caseOf(id, 'put-back'))
    expect(site.handoffs.handoff(id).state).toBe('queued')
    await adviser.press(caseOf(id, 'accept'))
    await adviser.press(caseOf(id, 'not-for-us'))
    expect(site.handoffs.handoff(id)).toMatchObject({ state: 'ended', endReason: 'adviser-ended' })
  })

  it.each([
    ['spoke', 'It is recorded that you spoke.', 'live'],
    ['no-answer', 'It is recorded that there was no answer.', 'queued'],
    ['certificate-issued', 'It is recorded that the certificate was issued.', 'ended'],
  ])('the outcome %s of a call', async (outcome, said, state) => {
    const id = site.handoffs.add(1, { route: 'callback', conversation: null })
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'outcome'), { outcome })
    expect(adviser.page.text).toContain(said)
    expect(site.handoffs.handoff(id).state).toBe(state)
  })

  it('an outcome that nobody offered changes nothing', async () => {
    const id = site.handoffs.add(1, { route: 'callback' })
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'outcome'), { outcome: 'toString' })
    expect(adviser.page.text).toContain('Nothing was changed.')
    expect(site.handoffs.handoff(id).version).toBe(3)
  })

  it('of two at once the second is told by whom', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await site.handoffs.accept({ id: 'priya', name: 'Priya, mediation adviser', organisation: 'mediation' }, id, 3)
    await adviser.press(caseOf(id, 'accept'))
    expect(adviser.page.text).toContain('Already accepted by Priya, mediation adviser.')
    expect(adviser.page.html).not.toContain('/accept"')
    expect(adviser.page.html).not.toContain('/tell"')
    expect((await adviser.get('/desk')).text).toContain('With a colleague')
  })

  it('a page that is out of date changes nothing, and says so', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'), { version: '2' })
    expect(adviser.page.text).toContain('the case has changed since this page was shown')
    expect(site.handoffs.handoff(id).state).toBe('queued')
    await adviser.post(caseOf(id, 'put-back'), { csrf: adviser.csrf })
    expect(adviser.page.text).toContain('the case has moved on')
  })

  it('says what came of it once', async () => {
    const id = site.handoffs.add(1)
    await adviser.get(caseOf(id))
    await adviser.press(caseOf(id, 'accept'))
    expect(adviser.page.html).toContain('<title>You have accepted this case. – Case 412 298 334 – Staff desk</title>')
    expect((await adviser.get(caseOf(id))).text).not.toContain('You have accepted')
  })
})

describe('find by reference', () => {
  it('leads to the case, with the reference nowhere in an address', async () => {
    const id = site.handoffs.add(1, { reference: '412298334' })
    await adviser.get('/desk/find')
    await adviser.press('/desk/find', { reference: '412 298 334' })
    expect(adviser.page.path).toBe(caseOf(id))
  })

  it.each([
    ['412 298 335', 'One of these digits is not right'],
    ['hello', 'There is no case with this reference'],
    ['', 'There is no case with this reference'],
    ['412 298 334', 'There is no case with this reference'],
  ])('%j: %s', async (reference, said) => {
    await adviser.get('/desk/find')
    await adviser.press('/desk/find', { reference })
    expect(adviser.page.text).toContain(said)
    expect(adviser.page.html).toContain('aria-invalid="true"')
    if (reference !== '') expect(adviser.page.html).not.toContain(reference)
  })

  it('stops at ten in a minute, plainly, and goes on after it', async () => {
    site.handoffs.add(1, { reference: '412298334' })
    await adviser.get('/desk/find')
    for (let n = 0; n < 10; n += 1) await adviser.press('/desk/find', { reference: 'hello' })
    await adviser.press('/desk/find', { reference: '412 298 334' })
    expect(adviser.page.text).toContain('Wait a minute, then try again.')
    site.at += 60_000
    await adviser.press('/desk/find', { reference: '412 298 334' })
    expect(adviser.page.text).toContain('Case 412 298 334')
  })
})

describe('call-backs, dead letters, counts', () => {
  it('shows only call-backs among the call-backs', async () => {
    site.handoffs.add(1)
    site.handoffs.add(2, { route: 'callback', actBy: day('2026-12-01') })
    const { text } = await adviser.get('/desk/callbacks')
    expect(text).toContain('Tuesday 1 December 2026')
    expect(text).not.toContain('Friday 27 November 2026')
  })

  it('shows what was given up, and tries it again', async () => {
    const id = site.handoffs.add(1)
    site.handoffs.letters.push({
      id: '7',
      handoff: id,
      receiver: 'webhook',
      kind: 'handoff.created',
      attempts: 90,
      lastError: 'http-503',
      at: MORNING,
      organisation: 'mediation',
    })
    await adviser.get('/desk/undelivered')
    expect(adviser.page.text).toContain('handoff.created to webhook')
    expect(adviser.page.text).toContain('Tries: 90. Given up at 09:15, Monday 23 November 2026. Last fault: http-503.')
    await adviser.press('/desk/undelivered')
    expect(adviser.page.text).toContain('It is being tried again.')
    expect(adviser.page.text).toContain('Everything has been delivered.')
  })

  it('says when nothing is counted', async () => {
    expect((await adviser.get('/desk/asked')).text).toContain('Nothing has been counted yet.')
  })
})

it('a failure of ours is said with a number, and its words are neither shown nor logged', async () => {
  site.handoffs.failing = true
  const { status, text } = await adviser.get('/desk')
  expect(status).toBe(500)
  const reference = /(\d{9})/.exec(text)?.[1] ?? 'none'
  expect(site.logged.join('')).toContain(reference)
  expect(site.logged.join('') + text).not.toContain('secret words')
})
