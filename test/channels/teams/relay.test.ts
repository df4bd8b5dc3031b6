// Talking with a family from one's own chat in Teams: only where it was chosen and agreed to, one family at a time, each line once and as it was typed.
import { inThrees } from '../../../src/rules/handoff/reference'
import { staffId } from '../../../src/channels/teams/relay-parts'
import { SHOWN } from '../../handoff/sample-summary'
import { AGREED, familyWaits, TALKING_PACK, type Family } from './families'
import { people } from './team'
import { pack, TeamsStage } from './teams-stage'

let stage: TeamsStage
const { priya, tom } = people()
const OWN = { isPersonal: true }
const MINUTE = 60_000
beforeEach(async () => {
  stage = new TeamsStage()
  stage.pack = TALKING_PACK
  await stage.start()
  await stage.linked([priya, tom])
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

/** What stands in somebody's own chat. */
const chatOf = (who = priya): readonly string[] =>
  stage.teams.messages.filter(({ conversation }) => conversation === `a:${who.id}`).map(({ activity }) => activity.text ?? '')
const heard = (): readonly string[] => stage.told.flatMap(({ message, vars }) => (message === 'adviser-line' ? [vars['text'] ?? ''] : []))
async function accepted(): Promise<Family> {
  const family = await familyWaits(stage)
  await stage.press(priya, 'accept')
  return family
}

test('the case opens in the chat, then both talk, each line once, in order, and as plain text', async () => {
  const family = await accepted()
  const [hello] = chatOf()
  expect(hello).toContain(`You have this case: Family ${inThrees(family.reference)}.`)
  expect(hello?.endsWith(`What the family shared:\n\n${SHOWN} 1\n${AGREED}`)).toBe(true)
  expect(await stage.say(priya, 'Hello, I am Priya', OWN)).toBe('')
  await stage.settle()
  expect(stage.told.map(({ message }) => message)).toEqual(['told-accepted', 'told-joined', 'adviser-line'])
  await family.says('He is **out** of school <at>All</at> [x](http://x.example)')
  await family.says('since May')
  await stage.settle()
  expect(chatOf().slice(1)).toEqual([
    `Family ${inThrees(family.reference)}\nFamily: He is **out** of school <at>All</at> [x](http://x.example)`,
    'Family: since May',
  ])
  const formats = stage.teams.messages.filter(({ conversation }) => conversation.startsWith('a:')).map(({ activity }) => activity)
  expect(new Set(formats.map((said) => (said as { textFormat?: string }).textFormat))).toEqual(new Set(['plain']))
  await stage.say(priya, '<p>Thank you&nbsp;for telling me &lt;b&gt;</p><p>**When** did it begin?</p>', OWN)
  await stage.settle()
  expect(heard()).toEqual(['Hello, I am Priya', 'Thank you for telling me <b>\n**When** did it begin?'])
})

test('a line after a pause says again whose it is', async () => {
  const family = await accepted()
  await stage.say(priya, 'Hello', OWN)
  await family.says('one')
  await stage.settle()
  stage.clock.now += 9 * MINUTE
  await family.says('two')
  await stage.settle()
  stage.clock.now += 11 * MINUTE
  await family.says('three')
  await stage.settle()
  const code = `Family ${inThrees(family.reference)}`
  expect(chatOf().slice(1)).toEqual([`${code}\nFamily: one`, 'Family: two', `${code}\nFamily: three`])
})

test('what is typed before the case stands there goes to nobody; neither do files, what is too long, other commands, and what is typed in the channel', async () => {
  await familyWaits(stage)
  stage.teams.faults = [{ on: 'create', how: { status: 429 } }]
  await stage.press(priya, 'accept')
  expect(await stage.say(priya, 'Hello', OWN)).toContain('That was not sent to the family')
  await stage.pass(10_000)
  expect(await stage.say(priya, 'see this', OWN, { attachments: [{ contentType: 'image/png' }] })).toContain('Only words')
  expect(await stage.say(priya, 'x'.repeat(2001), OWN)).toContain('longer than 2000')
  expect(await stage.say(priya, '/queue', OWN)).toContain('the only commands are')
  await stage.say(priya, 'what is this family like?', {})
  await stage.settle()
  expect(heard()).toEqual([])
  await stage.say(priya, 'Hello', OWN, { attachments: [{ contentType: 'text/html', content: '<p>Hello</p>' }] })
  await stage.settle()
  expect(heard()).toEqual(['Hello'])
})

test('one family at a time: a second one is refused while the first is there', async () => {
  await accepted()
  const second = await familyWaits(stage, 2)
  const card = stage.teams.cards('19:queue')[1]
  expect((await stage.press(priya, 'accept', {}, card?.activity.attachments?.[0]?.content)).said).toContain(
    'You are talking with another family',
  )
  expect(await stage.store.teams.chats(second.id)).toEqual([])
})

test('/code, /end: the family is told, the summary is taken out of the chat, and what is typed then goes to nobody', async () => {
  const family = await accepted()
  await stage.say(priya, 'Hello', OWN)
  expect(await stage.say(priya, '/code', OWN)).toContain(inThrees(family.reference))
  await stage.say(priya, '/end', OWN)
  await stage.settle()
  expect(chatOf()[0]).toBe('What the family shared has been taken out of this chat.')
  expect(chatOf().at(-1)).toContain('The talk is over.')
  expect(stage.told.at(-1)?.message).toBe('told-ended-by-adviser')
  expect(await stage.say(priya, 'are you there?', OWN)).toContain('I do not know that command')
  await stage.settle()
  expect([heard(), await family.says('hello?')]).toEqual([['Hello'], 'not-live'])
  expect(await stage.store.teams.chats(family.id)).toEqual([])
})

test('/putback before the first word; then somebody else has it, in their own chat', async () => {
  const family = await accepted()
  expect(await stage.say(priya, '/putback', OWN)).toContain('back in the queue')
  await stage.settle()
  expect(chatOf().at(-1)).toContain('not with you any more')
  await stage.press(tom, 'accept')
  await stage.say(tom, 'Hello from Tom', OWN)
  await family.says('hello Tom')
  await stage.settle()
  expect(chatOf(tom).at(-1)).toContain('Family: hello Tom')
  expect(chatOf(priya).join('\n')).not.toContain('hello Tom')
  expect(await stage.say(priya, 'still me', OWN)).toContain('I do not know')
})

test.each([
  ['withdrawn', 'has taken back what it shared'],
  ['erased', 'has taken back what it shared'],
  ['family-left', 'has left the chat'],
] as const)('%s by the family: the adviser hears it', async (why, said) => {
  const family = await accepted()
  await stage.say(priya, 'Hello', OWN)
  await family.says('MARKED')
  await stage.settle()
  await stage.service.handoffs.withdraw(family.id, why)
  await stage.settle()
  expect(chatOf().at(-1)).toContain(said)
  expect(chatOf()[0]).not.toContain(SHOWN)
})

test('twenty minutes of silence end it, and the adviser hears it', async () => {
  await accepted()
  await stage.say(priya, 'Hello', OWN)
  await stage.pass(21 * MINUTE)
  expect(chatOf().at(-1)).toContain('Nobody wrote for a while')
})

test('not chosen by the organisation, or not agreed to by the family: the talk is on the desk', async () => {
  const family = await familyWaits(stage, 1, SHOWN)
  await stage.press(priya, 'accept')
  expect(chatOf()).toEqual([expect.stringContaining(`you talk with them on the desk: https://advice.example/desk/case/${family.id}`)])
  expect(await stage.say(priya, 'Hello', OWN)).toContain('I do not know that command')
  await family.says('MARKED')
  await stage.halt()
  stage.pack = pack
  await stage.start()
  await stage.service.handoffs.withdraw(family.id, 'withdrawn')
  await stage.settle()
  await familyWaits(stage, 2)
  await stage.press(tom, 'accept', {}, stage.teams.cards('19:queue')[1]?.activity.attachments?.[0]?.content)
  expect(chatOf(tom)).toEqual([])
  expect([heard(), JSON.stringify(stage.teams.messages).includes('MARKED')]).toEqual([[], false])
})

test('another wording of who keeps it is not a yes to this one', async () => {
  await familyWaits(stage, 1, `${SHOWN}\n${AGREED.replace('Northshire Charity', 'Somebody else')}`)
  await stage.press(priya, 'accept')
  expect(chatOf()[0]).toContain('on the desk')
})

test('what they type at the desk stands in their chat too, once and in its place; what they type in Teams is not brought back', async () => {
  const family = await accepted()
  const atTheDesk = {
    id: staffId('11111111-1111-4111-8111-111111111111', priya.aadObjectId),
    name: 'Priya, adviser',
    organisation: 'demo-sendiass',
  }
  const types = async (source: string, text: string) => stage.service.handoffs.tell(atTheDesk, family.id, { source, text })
  await types('desk-1', 'Hello from the desk')
  await family.says('Hello')
  await types('desk-2', 'Which **letter** is it?')
  await types('desk-2', 'Which **letter** is it?')
  await stage.settle()
  await stage.say(priya, 'I am in Teams now', OWN)
  await stage.settle()
  const code = `Family ${inThrees(family.reference)}`
  expect(chatOf().slice(1)).toEqual([
    `${code}\nYou, at the desk: Hello from the desk`,
    'Family: Hello',
    'You, at the desk: Which **letter** is it?',
  ])
  expect(heard()).toEqual(['Hello from the desk', 'Which **letter** is it?', 'I am in Teams now'])
})

test('accepted on the desk it stays on the desk', async () => {
  const family = await familyWaits(stage)
  const staff = {
    id: `entra:11111111-1111-4111-8111-111111111111:${priya.aadObjectId}`,
    name: 'Priya, adviser',
    organisation: 'demo-sendiass',
  }
  await stage.service.handoffs.accept(staff, family.id, 3)
  await stage.service.handoffs.tell(staff, family.id, { source: 'desk', text: 'Hello' })
  await family.says('MARKED')
  await stage.settle()
  expect(chatOf()).toEqual([])
})

test('a line that Teams did not take is brought again; one that it may have is marked', async () => {
  const family = await accepted()
  await stage.say(priya, 'Hello', OWN)
  stage.teams.faults = [{ on: 'say', how: { status: 429 } }]
  await family.says('one')
  await stage.settle()
  expect(chatOf()).toHaveLength(1)
  await stage.pass(10_000)
  expect(chatOf().at(-1)).toContain('Family: one')
  stage.teams.faults = [{ on: 'say', how: 'lost-after' }]
  await family.says('two')
  await family.says('three')
  await stage.settle()
  await stage.pass(10_000)
  expect(chatOf().slice(2)).toEqual(['Family: two', '(This may be here twice.)\nFamily: two', 'Family: three'])
})

test('after a restart both go on where they were', async () => {
  const family = await accepted()
  await stage.say(priya, 'Hello', OWN)
  await stage.settle()
  await stage.halt()
  await stage.start()
  await family.says('one').catch(() => undefined)
  await stage.service.handoffs.hearFamily(family.id, { source: 'after', text: 'two' })
  await stage.say(priya, 'I am still here', OWN)
  await stage.settle()
  expect(heard()).toEqual(['Hello', 'I am still here'])
  expect(chatOf().at(-1)).toContain('Family: two')
})

test('the same message sent twice by Teams is told once', async () => {
  await accepted()
  const message = { type: 'message', text: 'Hello', id: 'same' }
  await stage.send(priya, message, OWN)
  await stage.send(priya, message, OWN)
  await stage.settle()
  expect(heard()).toEqual(['Hello'])
})

test('a line that does not reach the family is told to whoever typed it; changing or deleting one in Teams changes nothing there', async () => {
  await accepted()
  await stage.say(priya, 'Hello', OWN)
  await stage.settle()
  stage.isFamilyGone = true
  await stage.say(priya, 'Are you there?', OWN)
  for (let at = 0; at < 20; at += 1) await stage.pass(5000)
  expect(chatOf().at(-1)).toContain('did not reach the family')
  for (const [type, eventType] of [
    ['messageUpdate', 'editMessage'],
    ['messageDelete', 'softDeleteMessage'],
  ] as const) {
    // prettier-ignore
    const said = await stage.say(priya, '', OWN, { type, channelData: { tenant: { id: '11111111-1111-4111-8111-111111111111' }, eventType } })
    expect(said).toContain('does not change it there')
  }
})

test('somebody who was put out of the team says nothing to a family any more', async () => {
  await accepted()
  stage.teams.members.set('19:team@thread.tacv2', [tom])
  stage.clock.now += 5 * MINUTE
  expect(await stage.say(priya, 'MARKED', OWN)).toContain('Only members')
  await stage.settle()
  expect(heard()).toEqual([])
})

test('nobody at the desk: a chat is offered while somebody who may talk from Teams is on duty', async () => {
  const routes = async (): Promise<readonly string[]> =>
    (await stage.service.handoffs.offers('demo')).find(({ organisation }) => organisation === 'demo-sendiass')?.routes ?? []
  expect(await routes()).not.toContain('live')
  await stage.say(priya, 'on duty')
  expect(await routes()).toContain('live')
})
