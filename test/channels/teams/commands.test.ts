// What the commands answer, in the channel and in a chat of one's own.
import { Channels } from 'botframework-schema'
import * as fc from 'fast-check'
import { inThrees } from '../../../src/rules/handoff/reference'
import { people } from './team'
import { pack, TeamsStage } from './teams-stage'

let stage: TeamsStage
const { priya, tom } = people()
const OWN = { isPersonal: true }
beforeEach(async () => {
  stage = await new TeamsStage().start()
  await stage.linked([priya, tom])
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

test('queue: the nearest legal date first', async () => {
  expect(await stage.say(priya, 'queue')).toBe('Nobody is waiting.')
  await stage.waiting('callback', { clocks: [] })
  await stage.waiting()
  const lines = (await stage.say(priya, 'queue')).split('\n')
  expect([lines.length, lines[0]?.startsWith('- Tribunal date'), lines[1]?.startsWith('- No legal date is known.')]).toEqual([
    2,
    true,
    true,
  ])
})

test('find: a caller’s reference, however it is typed; ten a minute', async () => {
  const { id, reference } = await stage.waiting()
  expect(await stage.say(priya, `find ${inThrees(reference)}`)).toContain(`/desk/case/${id}`)
  const last = Number(reference[8])
  expect(await stage.say(priya, `find ${reference.slice(0, 8)}${(last + 1) % 10}`)).toContain('One of these digits')
  expect(await stage.say(priya, 'find 000 000 000')).toContain('There is no case')
  expect(await stage.say(priya, 'find the boy')).toContain('nine digits')
  for (let tries = 0; tries < 8; tries += 1) await stage.say(priya, `find ${reference}`)
  expect(await stage.say(priya, `find ${reference}`)).toContain('most look-ups')
  expect(await stage.say(tom, `find ${reference}`)).toContain(id)
})

test('deadline: both clocks with the working, by the rules', async () => {
  const said = await stage.say(priya, 'deadline 9 Oct 2026 refuse-assess')
  // Two months from 9 October 2026 end on 9 December 2026, a Wednesday (HESC Rules 2008 rule 20; SEND Regs 2014 reg 33).
  expect(said).toContain('Letter dated Friday 9 October 2026.')
  expect(said.match(/Act by Wednesday 9 December 2026/g)).toHaveLength(2)
  expect(said.match(/How this was worked out/g)).toHaveLength(2)
  // A month from 24 November 2026 ends on 24 December 2026, later than the two months.
  const certified = await stage.say(priya, 'deadline 9 Oct 2026 cert 24 Nov')
  expect(certified).toContain('Certificate dated Tuesday 24 November 2026.')
  expect(certified).toContain('Thursday 24 December 2026')
  expect(certified).toContain('No decision was named')
  expect(await stage.say(priya, 'deadline last autumn')).toContain('I need one clear date')
  expect(await stage.say(priya, 'deadline 9 Oct 2026 cert whenever')).toContain('date of the certificate')
})

test('ask: the passage with its sources, owner and review date; and what is wrong with it is kept, masked', async () => {
  const [topic] = [...pack.topics.values()].filter(({ sources }) => sources.length > 0)
  stage.found = { kind: 'answer', topics: [topic?.id ?? ''], words: '' }
  const said = await stage.say(priya, 'ask what about this')
  expect(said).toContain(`**${topic?.title}**`)
  expect(said).toContain(topic?.answer.trim())
  expect(said).toMatch(new RegExp(`Owner: ${topic?.owner}\\. To be reviewed by .*Passage ${topic?.id}, version `))
  expect(await stage.say(priya, 'this is wrong: tell Jane Smith on 07700 900123 it is 15 days')).toContain(topic?.title)
  expect(await stage.say(priya, 'this is wrong', OWN)).toContain('what is wrong')
  const [kept] = await stage.store.teams.corrections()
  expect(kept).toMatchObject({ topic: topic?.id, organisation: 'demo-sendiass', packVersion: pack.version })
  expect([kept?.text.includes('15 days'), kept?.text.includes('07700')]).toEqual([true, false])
  stage.found = { kind: 'not-sure', topics: [], words: '' }
  expect(await stage.say(priya, 'ask zzz')).toBe('We have no passage that answers this.')
  expect(await stage.say(priya, 'ask')).toContain('the question')
})

test('hours and who is on duty; a card alone offers nobody a live chat', async () => {
  const said = await stage.say(priya, 'hours')
  expect(said).toContain('Open now, until 23:59.')
  expect(said).toContain('Nobody has the desk open')
  expect(await stage.say(priya, 'on duty')).toBe('On duty: Priya, adviser until 23:59.')
  expect(await stage.say(tom, 'on duty')).toBe('On duty: Priya, adviser until 23:59; Tom, adviser until 23:59.')
  expect(await stage.say(priya, 'off duty')).toBe('On duty: Tom, adviser until 23:59.')
  const [offer] = (await stage.service.handoffs.offers('demo')).filter(({ organisation }) => organisation === 'demo-sendiass')
  expect(offer?.routes).not.toContain('live')
})

test('/putback, /end and /code are about the case that one holds; the code is not said in the channel', async () => {
  expect(await stage.say(priya, '/end')).toBe('You hold no case.')
  const { id, reference } = await stage.waiting()
  await stage.press(priya, 'accept')
  expect(await stage.say(priya, '/code')).toContain('Not in the channel')
  expect(await stage.say(priya, '/code', OWN)).toContain(inThrees(reference))
  expect(await stage.say(priya, '/putback', OWN)).toContain('back in the queue')
  await stage.settle()
  await stage.press(priya, 'accept')
  expect(await stage.say(priya, '/end', OWN)).toContain('ended')
  expect((await stage.service.handoffs.statusOf(id))?.endReason).toBe('adviser-ended')
})

test('in a chat of one’s own the family’s bot answers, until one is known in the channel', async () => {
  expect(await stage.say(tom, 'queue', OWN)).toBe('')
  expect(stage.heardByFamilyBot).toEqual(['queue'])
  await stage.say(tom, 'hours')
  expect(await stage.say(tom, 'queue', OWN)).toBe('Nobody is waiting.')
  expect(stage.heardByFamilyBot).toEqual(['queue'])
})

test('neither bot runs the other’s commands: whatever is said anywhere, one of them hears it, and always the right one', async () => {
  const stranger = { ...tom, id: '29:s', aadObjectId: 'aad-s' }
  const words = fc.constantFrom('queue', 'link 000000000', 'find 412298334', '/end', 'help', 'delete', 'I want to appeal', 'start again')
  const where = fc.constantFrom({}, OWN, { channel: '19:x@thread.tacv2', team: '19:y@thread.tacv2' })
  const channel = fc.constantFrom<string>(Channels.Msteams, Channels.Emulator, Channels.Webchat)
  await stage.say(priya, 'hours')
  await fc.assert(
    fc.asyncProperty(words, where, channel, fc.constantFrom(priya, stranger), async (text, place, channelId, who) => {
      const before = [stage.heardByFamilyBot.length, stage.teams.texts().length]
      await stage.say(who, text, place, { channelId })
      const heard = [stage.heardByFamilyBot.length - (before[0] ?? 0), stage.teams.texts().length - (before[1] ?? 0)]
      const isStaffs = channelId === Channels.Msteams && (!('isPersonal' in place) || who === priya)
      expect(heard).toEqual(isStaffs ? [0, 1] : [1, 0])
    }),
    { numRuns: 60 },
  )
})
