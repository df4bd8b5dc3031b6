// The checks before anything is done for somebody in Teams: each with somebody who must be refused, on a press, on a command and on a submit.
import type { Person } from './fake-teams'
import { CHANNEL, people, textOf, type Place } from './team'
import { TeamsStage } from './teams-stage'

let stage: TeamsStage
let id: string
const { priya, tom, guest } = people()
const FIVE_MINUTES = 5 * 60_000
const OTHER_TENANT = '22222222-2222-4222-8222-222222222222'
const OTHER: Place = { team: '19:other@thread.tacv2', channel: '19:other-queue@thread.tacv2' }

beforeEach(async () => {
  stage = await new TeamsStage().start()
  await stage.linked([{ ...priya }, tom, guest])
  id = (await stage.waiting()).id
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

async function isRefused(who: Person, place: Place, words: string): Promise<void> {
  const card = stage.card()
  const data = card.actions[0]?.fallback?.data
  expect((await stage.press(who, 'accept', place, card)).said).toContain(words)
  expect(await stage.say(who, '', place, { value: data })).toContain(words)
  for (const typed of ['queue', 'find 412 298 334', 'hours', 'on duty', '/end', 'help'])
    expect(await stage.say(who, typed, place)).toContain(words)
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('queued')
}

test('a member may', async () => {
  expect((await stage.press(tom, 'accept')).card).not.toBeNull()
})

test('another tenant', async () => {
  await isRefused(priya, { tenant: OTHER_TENANT }, 'not linked')
})

test('a guest, by role or by account', async () => {
  await isRefused(guest, {}, 'Guests cannot')
  stage.clock.now += FIVE_MINUTES
  guest.userRole = 'user'
  await isRefused(guest, {}, 'Guests cannot')
})

test('somebody whom Entra does not know', async () => {
  await isRefused({ ...priya, aadObjectId: '' }, {}, 'Only members')
})

test('a stranger, also with the name of a member, and with the id of one', async () => {
  await isRefused({ ...priya, id: '29:stranger', aadObjectId: 'aad-stranger' }, {}, 'Only members')
  await isRefused({ ...priya, aadObjectId: 'aad-stranger' }, {}, 'Only members')
})

test('another team of the same tenant, and another channel of the same team', async () => {
  await isRefused(priya, OTHER, 'not linked')
  await isRefused(priya, { channel: '19:general@thread.tacv2' }, 'not linked')
  await isRefused(priya, { team: OTHER.team ?? '' }, 'not linked')
})

test('a member who was removed, at the latest five minutes later', async () => {
  await stage.say(tom, 'hours')
  stage.teams.members.set('19:team@thread.tacv2', [priya])
  stage.clock.now += FIVE_MINUTES
  await isRefused(tom, {}, 'Only members')
})

test('a member whose name in Teams is another one now, until the channel is linked again', async () => {
  await stage.say(tom, 'hours')
  const named = stage.teams.members.get('19:team@thread.tacv2')?.find((one) => one.id === tom.id)
  if (named) named.name = 'The Tribunal'
  stage.clock.now += FIVE_MINUTES
  await isRefused(tom, {}, 'Your name in Teams')
  await stage.say(priya, `link ${await stage.code()}`)
  await stage.settle()
  expect((await stage.press(tom, 'accept')).card).not.toBeNull()
})

test('while Teams does not say who belongs to the team, nobody, and it is asked again the next time', async () => {
  stage.teams.faults = [{ on: 'members', how: { status: 403 } }]
  expect((await stage.press(tom, 'accept')).said).toContain('could not check')
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('queued')
  expect((await stage.press(tom, 'accept')).card).not.toBeNull()
})

test('another organisation’s case is the same as none, whatever a press says', async () => {
  await stage.linked([tom], 'demo-mediation', OTHER)
  const card = stage.card()
  expect((await stage.press(tom, 'accept', OTHER, card)).said).not.toBeNull()
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('queued')
  const rose: Person = { ...tom, id: '29:rose', aadObjectId: 'aad-rose', name: 'Rose Example', givenName: 'Rose' }
  stage.teams.members.set(OTHER.team ?? '', [rose])
  expect((await stage.press(rose, 'accept', OTHER, card)).said).toContain('There is no case')
  expect(await stage.say(rose, 'queue', OTHER)).toBe('Nobody is waiting.')
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('queued')
})

test('families are told the first name in the team’s list and the role, never what the message says', async () => {
  await stage.press({ ...tom, name: 'His Honour' }, 'accept')
  expect((await stage.service.handoffs.statusOf(id))?.acceptedBy).toEqual({
    id: 'entra:11111111-1111-4111-8111-111111111111:aad-tom',
    name: 'Tom, adviser',
  })
  expect(textOf(stage.card())).not.toContain('Honour')
})

test('a code links once, and not after a quarter of an hour', async () => {
  stage.teams.members.set(OTHER.team ?? '', [priya])
  const [first, second] = [await stage.code('demo-mediation'), await stage.code('demo-mediation')]
  expect(await stage.say(priya, `link ${first}`, OTHER)).toContain('now linked')
  expect(await stage.say(priya, `link ${first}`, OTHER)).toContain('not good')
  stage.clock.now += 3 * FIVE_MINUTES
  expect(await stage.say(priya, `link ${second}`, OTHER)).toContain('not good')
})

test('after five wrong codes no code is looked at for an hour; a slip of the finger is not one of them', async () => {
  const [good, digits] = [await stage.code(), '000000000']
  expect(await stage.say(priya, `link ${good.slice(0, 8)}${(Number(good[8]) + 1) % 10}`)).toContain('One of the digits')
  for (let tries = 0; tries < 5; tries += 1) expect(await stage.say(priya, `link ${digits}`)).toContain('not good')
  expect(await stage.say(priya, `link ${good}`)).toContain('Too many')
  expect(stage.teams.cards(CHANNEL)).toHaveLength(1)
})

test('a guest links nothing, and neither does anybody in their own chat', async () => {
  expect(await stage.say(guest, `link ${await stage.code()}`)).toContain('Guests cannot')
  await stage.say(tom, 'hours')
  expect(await stage.say(tom, `link ${await stage.code()}`, { isPersonal: true })).toContain('in the channel')
})

test('a tenant that is not on the list links nothing', async () => {
  await stage.halt()
  await stage.start({ TEAMS_TENANTS: OTHER_TENANT })
  expect(await stage.say(priya, `link ${await stage.code()}`)).toContain('not on the list')
})
