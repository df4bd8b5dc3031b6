// What nobody takes: a new card in place of the old one, those on duty named on it, then the lead; once each, also when Teams fails or this process dies.
import { cardOf, CHANNEL, people, TENANT, textOf, verbsOf } from './team'
import { TeamsStage } from './teams-stage'

let stage: TeamsStage
const given = people()
const priya = { ...given.priya, aadObjectId: '33333333-3333-4333-8333-333333333333' }
const tom = { ...given.tom, aadObjectId: '44444444-4444-4444-8444-444444444444' }
const LEADS = { TEAMS_LEADS: `demo-sendiass=${tom.aadObjectId.toUpperCase()}, demo-sendiass=55555555-5555-4555-8555-555555555555` }
const MINUTE = 60_000
beforeEach(async () => {
  stage = await new TeamsStage().start(LEADS)
  await stage.linked([priya, tom])
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

const cards = (): readonly string[] => stage.teams.cards(CHANNEL).map(({ activity }) => textOf(cardOf(activity)))
const named = (at: number): unknown => (cardOf(stage.teams.cards(CHANNEL)[at]?.activity) as { msteams?: object }).msteams
const hours = async (count: number): Promise<void> => {
  for (let at = 0; at < count * 4; at += 1) await stage.pass(15 * MINUTE)
}
/** Nobody's clock: without a legal date it is announced again after 480 minutes of opening, and goes to the lead after 960. */
const WITHOUT_DATE = { clocks: [] }

test('announced again to whoever is on duty, in place of the card before; then to the lead', async () => {
  await stage.say(priya, 'on duty')
  const { id } = await stage.waiting('callback', WITHOUT_DATE)
  await hours(7)
  expect(cards()).toHaveLength(1)
  await hours(1)
  expect(cards()).toHaveLength(2)
  expect(cards()[0]).toContain('There is a newer card of this case further down')
  expect(stage.card(0).actions).toEqual([])
  expect(cards()[1]).toContain('It is announced once more.')
  expect([verbsOf(stage.card(1)), named(1)]).toEqual([
    ['accept'],
    { width: 'Full', entities: [{ type: 'mention', text: '<at>Priya</at>', mentioned: { id: priya.aadObjectId, name: 'Priya' } }] },
  ])
  // The desk is closed for one minute at midnight.
  await stage.pass(8 * 60 * MINUTE + MINUTE)
  expect(cards()).toHaveLength(3)
  expect(cards()[2]).toContain('It goes to the lead now.')
  // Nobody is on duty any more after closing time, so lead and deputy are both named.
  expect(JSON.stringify(named(2))).toMatch(/<at>Lead<\/at>.*<at>Lead<\/at>/)
  expect([...(await stage.service.handoffs.escalatedOf({ id: 's', name: 'S', organisation: 'demo-sendiass' }))]).toEqual([[id, 'lead']])
})

test('nobody is on duty: it goes to the lead at once; of lead and deputy only who is there is named', async () => {
  await stage.say(tom, 'hours')
  await stage.waiting('callback', WITHOUT_DATE)
  await stage.pass(8 * 60 * MINUTE)
  expect(cards()[1]).toContain('It goes to the lead now.')
  expect(JSON.stringify(named(1))).toContain('<at>Tom</at>')
  await stage.say(tom, 'on duty')
  await stage.waiting('callback', { ...WITHOUT_DATE, inOwnWords: 'Another family.' })
  await stage.service.handoffs.present('demo-sendiass')
  await hours(3)
  expect(cards()).toHaveLength(3)
})

test('what somebody took is not escalated, and what is put back begins anew', async () => {
  await stage.say(priya, 'on duty')
  const { id } = await stage.waiting('callback', WITHOUT_DATE)
  await stage.press(priya, 'accept')
  await stage.press(priya, 'put-back')
  await hours(7)
  expect(cards()).toHaveLength(1)
  await hours(1)
  expect(cards()).toHaveLength(2)
  await stage.press(priya, 'accept', { thread: stage.teams.cards(CHANNEL)[1]?.conversation ?? '' }, stage.card(1))
  const staff = { id: `entra:${TENANT}:${priya.aadObjectId}`, name: 'Priya, adviser', organisation: 'demo-sendiass' }
  await stage.service.handoffs.outcome(staff, id, 'spoke')
  await hours(20)
  expect(cards().slice(2)).toEqual([])
  expect(cards()[1]).not.toContain('announced once more')
})

test('a press on the card that was replaced changes nothing and shows how the case stands', async () => {
  await stage.waiting('callback', WITHOUT_DATE)
  const old = stage.card()
  await stage.pass(8 * 60 * MINUTE)
  const came = await stage.press(priya, 'accept', {}, old)
  expect(came.card && textOf(came.card)).toContain('It goes to the lead now.')
})

test.each([[{ status: 429 }], ['lost-before']] as const)(
  'when Teams fails (%j) it is one new card, never a second without a word',
  async (how) => {
    await stage.waiting('callback', WITHOUT_DATE)
    stage.teams.faults = [
      { on: 'update', how: { status: 500 } },
      { on: 'create', how },
    ]
    await stage.pass(8 * 60 * MINUTE)
    for (let at = 0; at < 30; at += 1) await stage.pass(10_000)
    expect(cards().filter((text) => text.includes('newer card'))).toHaveLength(1)
    const fresh = cards().filter((text) => text.includes('goes to the lead'))
    expect([fresh.length, fresh[0]?.includes('may be here twice')]).toEqual([1, how === 'lost-before'])
  },
)

test('a timer that came due while nothing ran is kept: the next process escalates', async () => {
  await stage.waiting('callback', WITHOUT_DATE)
  await stage.halt()
  stage.clock.now += 8 * 60 * MINUTE
  await stage.start(LEADS)
  await stage.settle()
  expect([cards().length, cards()[1]?.includes('goes to the lead')]).toEqual([2, true])
})

test('a family in the chat: announced at three minutes, with the lead at six', async () => {
  await stage.waiting('live')
  await stage.pass(3 * MINUTE)
  expect(cards()[1]).toContain('It is announced once more.')
  await stage.pass(3 * MINUTE)
  expect(cards()[2]).toContain('It goes to the lead now.')
})
