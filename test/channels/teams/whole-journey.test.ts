// One case and its neighbours from the installed app to the last word, through the fake Teams: nothing about a family is ever in the channel.
import { inThrees } from '../../../src/rules/handoff/reference'
import { AGREED, familyWaits, TALKING_PACK } from './families'
import type { Person } from './fake-teams'
import { cardOf, CHANNEL, people, TEAM, textOf } from './team'
import { TeamsStage } from './teams-stage'

let stage: TeamsStage
const { priya, tom, guest } = people()
const OWN = { isPersonal: true }
const MINUTE = 60_000
const SLOW = 1000
/** What a family shares and types, each to be found again wherever it got to. */
const MARKS = Array.from({ length: 30 }, (_, at) => `MARK${at}X`)
beforeEach(async () => {
  stage = new TeamsStage()
  stage.pack = TALKING_PACK
  await stage.start()
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

const inChannel = (): string => JSON.stringify(stage.teams.messages.filter(({ conversation }) => conversation.startsWith(CHANNEL)))
const chatOf = (who: Person): readonly string[] =>
  stage.teams.messages.filter(({ conversation }) => conversation === `a:${who.id}`).map(({ activity }) => activity.text ?? '')
const lastCard = (at: number): string => textOf(cardOf(stage.teams.cards(CHANNEL)[at]?.activity))

test('install, link, card, race to accept, relay both ways, put back, end, withdraw, find, escalate', async () => {
  await stage.send(priya, { type: 'installationUpdate', action: 'add' }, {})
  expect(stage.teams.texts().at(-1)).toContain('not linked to a desk yet')
  await stage.linked([priya, tom, guest])
  await stage.say(priya, 'on duty')

  const first = await familyWaits(stage, 1, `${MARKS.slice(0, 15).join(' ')}\n${AGREED}`)
  const card = stage.card()
  const race = await Promise.all([stage.press(priya, 'accept', {}, card), stage.press(tom, 'accept', {}, card)])
  const winner = race[0]?.card ? priya : tom
  const other = winner === priya ? tom : priya
  expect(race.flatMap(({ said }) => said ?? [])).toEqual([`Already accepted by ${winner.givenName}, adviser.`])

  expect(await stage.say(winner, '/putback', OWN)).toContain('back in the queue')
  await stage.settle()
  expect(lastCard(0)).toContain('It is back in the queue')
  await stage.press(other, 'accept')
  await stage.say(other, 'Hello, this is a person.', OWN)
  await first.says(MARKS.slice(15).join(' '))
  await stage.settle()
  expect(chatOf(other).at(-1)).toContain(MARKS[29])
  expect(stage.told.at(-1)).toMatchObject({ message: 'adviser-line', vars: { text: 'Hello, this is a person.' } })
  expect(await stage.say(other, '/code', OWN)).toContain(inThrees(first.reference))
  await stage.say(other, '/end', OWN)
  await stage.settle()
  expect([lastCard(0).split('\n')[0]?.slice(0, 9), await first.says('too late')]).toEqual(['Ended at ', 'not-live'])
  expect(JSON.stringify(chatOf(other))).not.toContain(MARKS[0])

  const second = await stage.waiting('callback', { inOwnWords: MARKS.join(' ') })
  expect(await stage.say(tom, `find ${second.reference}`, OWN)).toContain(`/desk/case/${second.id}`)
  await stage.service.handoffs.withdraw(second.id, 'withdrawn')
  await stage.settle()
  expect(lastCard(1)).toMatch(/^The family has taken this back/)
  expect(await stage.say(tom, `find ${second.reference}`, OWN)).toContain('There is no case')

  await stage.waiting('callback', { clocks: [] })
  await stage.pass(8 * 60 * MINUTE)
  expect(lastCard(2)).toContain('There is a newer card')
  expect(lastCard(3)).toContain('It is announced once more.')
  await stage.pass(8 * 60 * MINUTE + MINUTE)
  expect(lastCard(4)).toContain('It goes to the lead now.')

  const everything = inChannel()
  expect([...MARKS, first.reference, inThrees(first.reference), '07700'].filter((mark) => everything.includes(mark))).toEqual([])
})

test('five who may not are refused wherever they press or type, and the family waits on', async () => {
  await stage.linked([priya, tom, { ...guest }])
  await stage.say(tom, 'hours')
  const family = await familyWaits(stage)
  const members = stage.teams.members.get(TEAM) ?? []
  const renamed = members.find(({ id }) => id === tom.id)
  if (renamed) renamed.name = 'Somebody Else'
  const removed = { ...priya, id: '29:removed', aadObjectId: 'aad-removed' }
  stage.clock.now += 5 * MINUTE
  const refused: readonly [Person, object][] = [
    [tom, {}],
    [guest, {}],
    [priya, { tenant: '22222222-2222-4222-8222-222222222222' }],
    [priya, { team: '19:other@thread.tacv2', channel: '19:other@thread.tacv2' }],
    [removed, {}],
  ]
  const said = await Promise.all(refused.map(async ([who, place]) => (await stage.press(who, 'accept', place, stage.card())).said))
  expect(said.map((words) => words?.slice(0, 22))).toEqual([
    'Your name in Teams is ',
    'Guests cannot use this',
    'This channel is not li',
    'This channel is not li',
    'Only members of the te',
  ])
  expect((await stage.service.handoffs.statusOf(family.id))?.state).toBe('queued')
})

test('while Teams answers nothing at all a family waits for nothing, and a press is answered within a second', async () => {
  await stage.linked([priya])
  const family = await familyWaits(stage)
  stage.teams.faults = Array.from({ length: 50 }, (_, at) => ({
    on: (['create', 'update', 'say'] as const)[at % 3] ?? 'say',
    how: 'never-answered',
  }))
  stage.service.worker.start()
  const began = performance.now()
  const answer = await stage.send(priya, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'accept', data: stage.card().actions[0]?.data } } }, {}) // prettier-ignore
  const pressed = performance.now() - began
  expect([answer.status, (await stage.service.handoffs.statusOf(family.id))?.state]).toEqual([200, 'accepted'])
  const staff = {
    id: `entra:11111111-1111-4111-8111-111111111111:${priya.aadObjectId}`,
    name: 'Priya, adviser',
    organisation: 'demo-sendiass',
  }
  await stage.service.handoffs.tell(staff, family.id, { source: 'desk', text: 'Hello' })
  const asked = performance.now()
  expect(await family.says('Is anybody there?')).toBe('relayed')
  const spoke = performance.now() - asked
  expect([pressed < SLOW, spoke < SLOW]).toEqual([true, true])
  // The requests under way end with the fake.
  stage.teams.faults = []
  stage.teams.hangUp()
  await stage.service.worker.stop()
})
