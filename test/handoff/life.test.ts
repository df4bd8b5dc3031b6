// The life of a handoff through the service, on a real store with a clock moved by hand.
import { day } from '../holidays'
import {
  CLOSING,
  COUNCIL_OFFICER,
  DAY,
  HOUR,
  messagesOf,
  MINUTE,
  NOON,
  PRIYA,
  begun,
  queued,
  SECOND,
  setStage,
  TOM,
  versionOf,
} from './stage'
import { SHOWN, SUMMARY } from './sample-summary'

const share = (id: string, shown = SHOWN) => ({ id, summary: SUMMARY, shown, contact: null, conversationKey: Buffer.alloc(32, 1) })

test('a person is offered live only while the desk is open and somebody sits at it', async () => {
  const stage = setStage()
  const routes = async () => (await stage.handoffs.offers('demo'))[0]?.routes
  expect(await routes()).toEqual(['phone', 'callback', 'email'])
  const leave = stage.handoffs.present('calm-water')
  expect(await routes()).toEqual(['live', 'phone', 'callback', 'email'])
  stage.clock.now = CLOSING
  expect(await routes()).toEqual(['phone', 'callback', 'email'])
  stage.clock.now = NOON
  leave()
  leave()
  expect(stage.handoffs.isStaffed('calm-water')).toBe(false)
})

test('a desk that closed between the offer and the yes: refused, and nothing is kept', async () => {
  const stage = setStage()
  const leave = stage.handoffs.present('calm-water')
  const id = await begun(stage, 'live', 'chat-1')
  leave()
  expect(await stage.handoffs.share(share(id))).toEqual({ kind: 'refused', why: 'closed' })
  expect(await stage.store.handoffs.secret(id, 'summary')).toBeNull()
  expect((await stage.handoffs.statusOf(id))?.state).toBe('offered')
})

test('one chat shares three times a day; the fourth is refused, nothing of it is kept, and the next day it goes', async () => {
  const stage = setStage({ sharesADay: 3 })
  for (let count = 0; count < 3; count += 1) await stage.handoffs.withdraw(await queued(stage, 'callback'), 'withdrawn')
  const id = await begun(stage, 'callback', 'chat-1')
  const request = { id, summary: SUMMARY, shown: SHOWN, contact: '07700 900123', conversationKey: null }
  expect(await stage.handoffs.share(request)).toEqual({ kind: 'refused', why: 'too-many' })
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'offered', consentedAt: null })
  expect(await stage.handoffs.share({ ...request, id: await begun(stage, 'callback', 'chat-2') })).toMatchObject({ kind: 'shared' })
  stage.clock.now += DAY + 1
  expect(await stage.handoffs.share({ ...request, id: await begun(stage, 'callback', 'chat-1') })).toMatchObject({ kind: 'shared' })
})

test('the same yes twice gives the same reference; another text is refused', async () => {
  const stage = setStage()
  const id = await begun(stage, 'phone', null)
  const [first, again] = await Promise.all([stage.handoffs.share(share(id)), stage.handoffs.share(share(id))])
  expect(first).toEqual({ kind: 'shared', reference: expect.stringMatching(/^\d{9}$/) as string, state: 'queued' })
  expect(again).toEqual(first)
  expect(await stage.handoffs.share(share(id, 'other words'))).toEqual({ kind: 'refused', why: 'wrong-summary' })
  expect((await stage.store.handoffs.events(id)).map(({ kind }) => kind)).toEqual(['offer', 'consent', 'queue'])
})

test('what was shown is what is stored and what the adviser reads, with the reference and the permission', async () => {
  const stage = setStage()
  const id = await queued(stage, 'callback')
  const opened = await stage.handoffs.open(PRIYA, id)
  expect(opened?.shown).toBe(SHOWN)
  // printf %s … | sha256sum
  expect(opened?.handoff.summaryHash).toBe('56434eb600e8bf87283980e69c3799b1c7c879f9ca8217b27565ae57c17946e6')
  expect(opened?.contact).toBe('07700 900123')
  expect(opened?.summary?.contactValue).toBeNull()
  expect(opened?.summary?.consent).toMatchObject({
    recipient: 'calm-water',
    wordingVersion: '2026.11.1',
    givenAt: '2026-11-23T12:00:00.000Z',
  })
  expect(opened?.handoff).toMatchObject({
    packVersion: '2026.11.1',
    decision: 'refuse-assess',
    flags: ['possibly-late'],
    actBy: '2026-12-31',
    actByClocks: ['appeal'],
  })
  expect(opened?.handoff.isToMediation).toBe(true)
})

test('found by what the adviser typed; not by another organisation; ten a minute', async () => {
  const stage = setStage()
  const id = await queued(stage, 'phone')
  const reference = (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
  const spoken = reference.replace(/(...)(...)(...)/, '$1 $2 $3')
  expect(await stage.handoffs.find(PRIYA, `find ${spoken}`)).toEqual({ kind: 'found', id })
  expect(await stage.handoffs.find(COUNCIL_OFFICER, spoken)).toEqual({ kind: 'none' })
  const wrong = `${reference.slice(0, 8)}${(Number(reference[8]) + 1) % 10}`
  expect(await stage.handoffs.find(PRIYA, wrong)).toEqual({ kind: 'wrong-check-digit' })
  for (let count = 2; count <= 10; count += 1) expect((await stage.handoffs.find(PRIYA, spoken)).kind).toBe('found')
  expect(await stage.handoffs.find(PRIYA, spoken)).toEqual({ kind: 'too-many' })
  expect((await stage.handoffs.find(TOM, spoken)).kind).toBe('found')
  stage.clock.now += MINUTE
  expect((await stage.handoffs.find(PRIYA, spoken)).kind).toBe('found')
})

test('another organisation’s handoff is the same as none', async () => {
  const stage = setStage()
  const id = await queued(stage)
  const version = await versionOf(stage, id)
  const { handoffs } = stage
  expect(await handoffs.open(COUNCIL_OFFICER, id)).toBeNull()
  expect(await handoffs.queueOf(COUNCIL_OFFICER)).toEqual([])
  const unknown = { kind: 'refused', why: 'unknown' }
  expect(await handoffs.accept(COUNCIL_OFFICER, id, version)).toEqual(unknown)
  expect(await handoffs.tell(COUNCIL_OFFICER, id, { source: '1', text: 'x' })).toEqual(unknown)
  expect(await handoffs.end(COUNCIL_OFFICER, id, 'done')).toEqual(unknown)
  expect(await handoffs.outcome(COUNCIL_OFFICER, id, 'spoke')).toEqual(unknown)
  expect(await handoffs.contactMade(COUNCIL_OFFICER, id, day('2026-11-23'))).toEqual(unknown)
  expect(await handoffs.askedAgain(COUNCIL_OFFICER, id, ['wants'])).toBe(false)
  expect(await handoffs.accept(PRIYA, 'no-such-id', 1)).toEqual(unknown)
})

test('a live talk: accepted, joined, relayed both ways in order and once, ended', async () => {
  const stage = setStage()
  const { handoffs } = stage
  const id = await queued(stage)
  expect(await handoffs.hearFamily(id, { source: 'a0', text: 'too early' })).toBe('not-live')
  expect((await handoffs.accept(PRIYA, id, await versionOf(stage, id))).kind).toBe('done')
  await handoffs.tell(PRIYA, id, { source: 'd1', text: 'Hello, I am Priya' })
  await handoffs.hearFamily(id, { source: 'a1', text: 'thank you' })
  await handoffs.hearFamily(id, { source: 'a1', text: 'thank you' })
  await handoffs.tell(PRIYA, id, { source: 'd2', text: 'How can I help?' })
  await handoffs.tell(PRIYA, id, { source: 'd2', text: 'How can I help?' })
  await stage.pass(SECOND)
  expect((await handoffs.open(PRIYA, id))?.relay.map(({ sender, text, delivery }) => [sender, text, delivery])).toEqual([
    ['adviser', 'Hello, I am Priya', 'delivered'],
    ['family', 'thank you', 'delivered'],
    ['adviser', 'How can I help?', 'delivered'],
  ])
  expect(stage.told.map(({ messageId, vars }) => [messageId, vars['text'] ?? vars['name']])).toEqual([
    ['handoff.told-accepted', 'Priya, mediation adviser'],
    ['handoff.told-joined', 'Priya, mediation adviser'],
    ['handoff.adviser-line', 'Hello, I am Priya'],
    ['handoff.adviser-line', 'How can I help?'],
  ])
  expect((await handoffs.end(PRIYA, id, 'adviser-ended')).kind).toBe('done')
  expect(await handoffs.hearFamily(id, { source: 'a2', text: 'are you there?' })).toBe('not-live')
  expect(await handoffs.tell(PRIYA, id, { source: 'd3', text: 'x' })).toEqual({ kind: 'refused', why: 'wrong-state' })
  await stage.pass(SECOND)
  expect(messagesOf(stage).at(-1)).toBe('told-ended-by-adviser')
})

test('two advisers at once, a thousand times: one wins, the other is told by whom', async () => {
  const stage = setStage()
  for (let round = 0; round < 1000; round += 1) {
    const id = await queued(stage, 'callback')
    const version = await versionOf(stage, id)
    const both = round % 2 === 0 ? [PRIYA, TOM] : [TOM, PRIYA]
    const results = await Promise.all(both.map(async (staff) => stage.handoffs.accept(staff, id, version)))
    const winner = (await stage.handoffs.statusOf(id))?.acceptedBy
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(results.find(({ kind }) => kind === 'refused')).toEqual({ kind: 'refused', why: 'taken', by: winner?.name })
    expect((await stage.store.handoffs.events(id)).filter(({ kind }) => kind === 'accept')).toHaveLength(1)
  }
}, 120_000)

test('the winner’s second click is no refusal; an adviser talks with one family at a time', async () => {
  const stage = setStage()
  const [one, other] = [await queued(stage), await queued(stage)]
  const version = await versionOf(stage, one)
  expect((await stage.handoffs.accept(PRIYA, one, version)).kind).toBe('done')
  expect((await stage.handoffs.accept(PRIYA, one, version)).kind).toBe('done')
  expect(await stage.handoffs.accept(PRIYA, other, await versionOf(stage, other))).toEqual({ kind: 'refused', why: 'busy' })
  expect(await stage.handoffs.accept(TOM, other, 1)).toEqual({ kind: 'refused', why: 'other-version' })
})

test('nobody at the desk: the family hears it within ten seconds, then other ways, then that it is over', async () => {
  const stage = setStage()
  const id = await queued(stage, 'live', null)
  await stage.pass(5 * SECOND)
  expect(messagesOf(stage)).toEqual([])
  await stage.pass(SECOND)
  expect(messagesOf(stage)).toEqual(['told-not-reached'])
  await stage.pass(3 * MINUTE)
  await stage.pass(7 * MINUTE)
  await stage.pass(20 * MINUTE)
  expect(messagesOf(stage)).toEqual(['told-not-reached', 'told-still-waiting', 'told-other-ways', 'told-expired'])
  expect((await stage.handoffs.statusOf(id))?.state).toBe('expired')
})

test('nobody took the chat, and the family had said that they may ring: it waits as a call-back, with the number, under its reference', async () => {
  const stage = setStage()
  const id = await queued(stage, 'live', '07700 900123')
  const reference = (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
  await stage.pass(30 * MINUTE)
  expect(messagesOf(stage).at(-1)).toBe('told-will-ring')
  expect(await stage.handoffs.queueOf(PRIYA)).toMatchObject([{ id, state: 'queued', route: 'callback', queuedAt: NOON }])
  expect(await stage.handoffs.find(PRIYA, reference)).toEqual({ kind: 'found', id })
  expect(await stage.handoffs.open(PRIYA, id)).toMatchObject({ contact: '07700 900123', shown: SHOWN })
  await stage.handoffs.withdraw(id, 'erased')
  expect(await stage.handoffs.open(PRIYA, id)).toMatchObject({ contact: null, shown: null })
})

test('once both have written in the chat, the number that was given in case nobody would is gone', async () => {
  const stage = setStage()
  const id = await queued(stage, 'live', '07700 900123')
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.tell(PRIYA, id, { source: '1', text: 'hello' })
  expect((await stage.handoffs.open(PRIYA, id))?.contact).toBe('07700 900123')
  await stage.handoffs.hearFamily(id, { source: '1', text: 'hello' })
  expect((await stage.handoffs.open(PRIYA, id))?.contact).toBeNull()
})

test('somebody at the desk counts as reached', async () => {
  const stage = setStage()
  await queued(stage)
  stage.handoffs.present('calm-water')
  await stage.pass(9 * SECOND)
  expect(messagesOf(stage)).toEqual([])
})

test('closing time ends the wait', async () => {
  const stage = setStage()
  stage.clock.now = CLOSING - MINUTE
  const id = await queued(stage, 'live', null)
  await stage.pass(MINUTE)
  expect((await stage.handoffs.statusOf(id))?.state).toBe('expired')
})

test('an adviser who does not begin within two minutes gives it back to the others', async () => {
  const stage = setStage()
  const id = await queued(stage)
  stage.handoffs.present('calm-water')
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.pass(2 * MINUTE - 1)
  expect((await stage.handoffs.statusOf(id))?.state).toBe('accepted')
  await stage.pass(1)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'queued', attempt: 2, acceptedBy: null, queuedAt: NOON })
  expect(messagesOf(stage)).toEqual(['told-accepted', 'told-back-in-queue'])
  await stage.handoffs.accept(TOM, id, await versionOf(stage, id))
  expect((await stage.handoffs.putBack(PRIYA, id)).kind).toBe('refused')
  expect(await stage.handoffs.putBack(TOM, id)).toMatchObject({ kind: 'done', handoff: { state: 'queued', attempt: 3 } })
})

test('a silence is nudged after ten minutes and ends after twenty; a word begins it anew', async () => {
  const stage = setStage()
  const id = await queued(stage)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.handoffs.tell(PRIYA, id, { source: '1', text: 'hello' })
  await stage.pass(9 * MINUTE)
  await stage.handoffs.hearFamily(id, { source: '1', text: 'hello' })
  await stage.pass(9 * MINUTE)
  expect(messagesOf(stage)).not.toContain('told-nudge')
  await stage.pass(MINUTE)
  expect(messagesOf(stage).at(-1)).toBe('told-nudge')
  await stage.pass(10 * MINUTE)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'ended', endReason: 'idle' })
  expect(messagesOf(stage).at(-1)).toBe('told-ended-idle')
})

test('an offer that nobody answers lapses after half an hour', async () => {
  const stage = setStage()
  const id = await begun(stage, 'phone', null)
  await stage.pass(30 * MINUTE)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'ended', endReason: 'declined' })
  expect(await stage.handoffs.decline(id)).toBe(false)
})

test('a call: nobody answered, then spoken to, and the number is gone; contact is recorded', async () => {
  const stage = setStage()
  const id = await queued(stage, 'callback')
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  expect(await stage.handoffs.outcome(PRIYA, id, 'no-answer')).toMatchObject({ kind: 'done', handoff: { state: 'queued', attempt: 2 } })
  expect((await stage.handoffs.open(PRIYA, id))?.contact).toBe('07700 900123')
  expect(await stage.handoffs.outcome(TOM, id, 'spoke')).toMatchObject({
    kind: 'done',
    handoff: { state: 'live', acceptedBy: { id: 'staff-tom' } },
  })
  expect((await stage.handoffs.open(TOM, id))?.contact).toBeNull()
  expect(await stage.handoffs.contactMade(PRIYA, id, day('2026-11-23'))).toEqual({
    kind: 'refused',
    why: 'not-yours',
    by: 'Tom, mediation adviser',
  })
  expect(await stage.handoffs.contactMade(TOM, id, day('2026-11-23'))).toMatchObject({ handoff: { contactMadeOn: '2026-11-23' } })
  await stage.pass(23 * HOUR)
  expect((await stage.handoffs.statusOf(id))?.state).toBe('live')
  await stage.pass(HOUR)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'ended', endReason: 'done' })
})

test('deleted: unreadable at once, the family’s chat hears no more, and again is no failure', async () => {
  const stage = setStage()
  const id = await queued(stage)
  const reference = (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  expect(await stage.handoffs.withdraw(id, 'erased')).toBe(true)
  expect(await stage.handoffs.open(PRIYA, id)).toMatchObject({ summary: null, shown: null, reference: null, contact: null, relay: [] })
  expect(await stage.handoffs.find(PRIYA, reference)).toEqual({ kind: 'none' })
  expect(await stage.handoffs.withdraw(id, 'erased')).toBe(true)
  await stage.pass(SECOND)
  expect(stage.told).toEqual([])
  expect(await stage.handoffs.deadLetters(PRIYA)).toEqual([])
})

test('the queue: first who must act first, then who has waited longest', async () => {
  const stage = setStage()
  const first = await queued(stage, 'phone')
  stage.clock.now += MINUTE
  const second = await queued(stage, 'phone')
  stage.handoffs.present('calm-water')
  const id = await begun(stage, 'live', null)
  const clocks = SUMMARY.clocks.map((clock) => ({ ...clock, safeDate: day('2026-11-30') }))
  await stage.handoffs.share({ ...share(id), summary: { ...SUMMARY, clocks } })
  expect((await stage.handoffs.queueOf(TOM)).map((each) => each.id)).toEqual([id, first, second])
})

test('what had to be asked again is counted once for each family', async () => {
  const stage = setStage()
  const [one, other] = [await queued(stage, 'phone'), await queued(stage, 'phone')]
  await stage.handoffs.askedAgain(PRIYA, one, ['wants', 'letterDate', 'not-a-field'])
  await stage.handoffs.askedAgain(PRIYA, one, ['wants'])
  await stage.handoffs.askedAgain(PRIYA, other, ['wants'])
  expect(await stage.handoffs.askedAgainCounts(TOM)).toEqual({ letterDate: 1, wants: 2 })
  expect(await stage.handoffs.askedAgainCounts(COUNCIL_OFFICER)).toEqual({})
})

test('kept no longer than it says: unopened 14 days, opened 30 days after the end', async () => {
  const stage = setStage()
  const [unopened, opened] = [await queued(stage, 'phone'), await queued(stage, 'phone')]
  await stage.handoffs.open(PRIYA, opened)
  stage.clock.now += 14 * DAY
  await stage.sweep()
  expect(await stage.store.handoffs.secret(unopened, 'summary')).not.toBeNull()
  stage.clock.now += 1
  await stage.sweep()
  expect(await stage.store.handoffs.secret(unopened, 'summary')).toBeNull()
  expect(await stage.store.handoffs.secret(opened, 'summary')).not.toBeNull()
  expect(await stage.store.handoffs.secret(opened, 'contact')).toBeNull()
  await stage.handoffs.outcome(PRIYA, opened, 'certificate-issued')
  stage.clock.now += 30 * DAY + 1
  await stage.sweep()
  expect(await stage.store.handoffs.secret(opened, 'summary')).toBeNull()
})

test('the desk hears of every change, and no more once it stops listening', async () => {
  const stage = setStage()
  const heard: string[] = []
  const stop = stage.handoffs.listen('calm-water', (id) => heard.push(id))
  const id = await queued(stage)
  expect(heard).toEqual([id])
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  expect(heard).toEqual([id, id])
  stop()
  await stage.handoffs.withdraw(id, 'family-left')
  expect(heard).toHaveLength(2)
})
