// When Teams fails: a new card is never sent twice without need, a change always arrives, and nothing of a family is on any of them.
import { CHANNEL, people, textOf } from './team'
import { TeamsStage } from './teams-stage'

let stage: TeamsStage
const { priya, tom } = people()
const MINUTE = 60_000
beforeEach(async () => {
  stage = await new TeamsStage().start()
  await stage.linked([priya, tom])
  stage.teams.requests.length = 0
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

const creates = (): number => stage.teams.requests.filter((kind) => kind === 'create').length
const minutes = async (count: number): Promise<void> => {
  for (let at = 0; at < count * 6; at += 1) await stage.pass(MINUTE / 6)
}

test.each([429, 412])('%d took nothing: the card is sent again soon', async (status) => {
  stage.teams.faults = [{ on: 'create', how: { status } }]
  await stage.waiting()
  expect([creates(), stage.teams.cards(CHANNEL).length]).toEqual([1, 0])
  await minutes(1)
  expect([creates(), stage.teams.cards(CHANNEL).length]).toEqual([2, 1])
  expect(textOf(stage.card())).not.toContain('twice')
})

test.each([['lost-after'], ['lost-before'], [{ status: 503 }], [{ status: 502 }], [{ status: 504 }]] as const)(
  'nobody knows whether it came through (%j): a second one only after two minutes, and it says so; never a third',
  async (how) => {
    stage.teams.faults = [{ on: 'create', how }]
    await stage.waiting()
    await minutes(1)
    expect(creates()).toBe(1)
    await minutes(2)
    expect(creates()).toBe(2)
    const cards = stage.teams.cards(CHANNEL)
    expect(cards).toHaveLength(how === 'lost-after' ? 2 : 1)
    expect(textOf(stage.card(cards.length - 1))).toContain('may be here twice')
    await minutes(10)
    expect(creates()).toBe(2)
  },
)

test('a card that nobody knew to be there and is pressed is the one that is changed from then on', async () => {
  stage.teams.faults = [{ on: 'create', how: 'lost-after' }]
  await stage.waiting()
  await stage.press(priya, 'accept')
  await minutes(3)
  expect([creates(), stage.teams.cards(CHANNEL).length, textOf(stage.card()).includes('Taken by Priya')]).toEqual([1, 1, true])
})

test.each(['lost-after', 'lost-before', { status: 500 }, { status: 429 }] as const)(
  'a change that fails (%j) is made again',
  async (how) => {
    await stage.waiting()
    stage.teams.faults = [{ on: 'update', how }]
    await stage.press(priya, 'accept')
    await minutes(1)
    expect([creates(), textOf(stage.card()).includes('Taken by Priya')]).toEqual([1, true])
  },
)

test('a card that somebody deleted in Teams is made again', async () => {
  await stage.waiting()
  stage.teams.messages.length = 0
  await stage.press(priya, 'accept', {}, { body: [], actions: [] }).catch(() => undefined)
  const [waiting] = await stage.service.handoffs.queueOf({ id: 's', name: 'S', organisation: 'demo-sendiass' })
  await stage.service.handoffs.accept({ id: 's', name: 'S', organisation: 'demo-sendiass' }, waiting?.id ?? '', waiting?.version ?? 0)
  await minutes(1)
  expect(textOf(stage.card())).toContain('Taken by S')
})

test('a bot that was put out of the channel stops trying, is no place to bring anything to, and comes back by a new code', async () => {
  stage.teams.faults = [{ on: 'create', how: { status: 403, code: 'BotNotInConversationRoster' } }]
  const { id } = await stage.waiting()
  await minutes(5)
  expect([creates(), stage.opened.cards.isBound('demo-sendiass')]).toEqual([1, false])
  const letters = await stage.service.handoffs.deadLetters({ id: 's', name: 'S', organisation: 'demo-sendiass' })
  expect(letters.map(({ handoff, receiver, lastError }) => [handoff, receiver, lastError])).toEqual([[id, 'teams', 'binding-broken']])
  expect(await stage.say(priya, `link ${await stage.code()}`)).toContain('now linked')
  await stage.waiting()
  expect(stage.teams.cards(CHANNEL)).toHaveLength(1)
})

test('a card that was sent before this process died is not sent by the next one', async () => {
  stage.teams.faults = [{ on: 'create', how: 'lost-after' }]
  await stage.waiting()
  await stage.halt()
  await stage.start()
  await minutes(1)
  expect(stage.teams.cards(CHANNEL)).toHaveLength(1)
})

test('of thirty marked things that a family shared, none is on any card or in any notification, at any time', async () => {
  const marks = Array.from({ length: 30 }, (_, at) => `MARK${at}X`)
  const [name, ...words] = marks
  const summary = { preferredName: name, inOwnWords: words.join(' ') }
  const { reference } = await stage.waiting('callback', summary)
  await stage.press(priya, 'accept')
  await stage.press(priya, 'put-back')
  await stage.press(tom, 'accept')
  await stage.press(tom, 'not-for-us')
  const everything = JSON.stringify(stage.teams.messages)
  expect([...marks, reference, '07700', 'MARK'].filter((mark) => everything.includes(mark))).toEqual([])
})
