// The whole way of a case through Teams: install, link, card, race, put back, end, withdraw, and a restart in between.
import { CHANNEL, people, TEAM, textOf, verbsOf } from './team'
import { TeamsStage } from './teams-stage'

let stage: TeamsStage
const { priya, tom } = people()
beforeEach(async () => {
  stage = await new TeamsStage().start()
})
afterEach(async () => {
  expect(stage.failures).toEqual([])
  await stage.stop()
})

test('installed in a team it says how to link; linked, it shows who waits', async () => {
  await stage.send(priya, { type: 'installationUpdate', action: 'add' }, {})
  expect(stage.teams.texts()).toEqual([expect.stringContaining('not linked to a desk yet')])
  expect(await stage.say(priya, 'queue')).toContain('not linked')
  stage.teams.members.set(TEAM, [priya, tom])
  expect(await stage.say(priya, `<at>Common Ground</at> link ${await stage.code()}`)).toContain('linked to Northshire SENDIASS')
  await stage.waiting()
  expect(stage.teams.cards(CHANNEL)).toHaveLength(1)
  expect(verbsOf(stage.card())).toEqual(['accept'])
  expect(stage.teams.cards(CHANNEL)[0]?.activity.summary).toBe(textOf(stage.card()).split('\n')[0])
})

test('two accept at the same moment: one has it, the other hears who, and the one card is changed for everybody', async () => {
  await stage.linked([priya, tom])
  const { id } = await stage.waiting()
  const shown = stage.card()
  const came = await Promise.all([stage.press(priya, 'accept', {}, shown), stage.press(tom, 'accept', {}, shown)])
  const winner = (await stage.service.handoffs.statusOf(id))?.acceptedBy?.name ?? ''
  expect(['Priya, adviser', 'Tom, adviser']).toContain(winner)
  expect(came.flatMap(({ said }) => said ?? [])).toEqual([`Already accepted by ${winner}.`])
  expect(came.flatMap(({ card }) => (card ? [verbsOf(card)] : []))).toEqual([['put-back', 'not-for-us']])
  expect(stage.teams.cards(CHANNEL)).toHaveLength(1)
  expect(textOf(stage.card())).toContain(`Taken by ${winner}`)
})

test('put back, taken by somebody else, ended: the card says so each time, and nothing of the case after the end', async () => {
  await stage.linked([priya, tom])
  const { id } = await stage.waiting()
  await stage.press(priya, 'accept')
  expect((await stage.press(tom, 'put-back')).said).toContain('This case is with Priya, adviser')
  await stage.press(priya, 'put-back')
  expect(textOf(stage.card())).toContain('It is back in the queue')
  await stage.press(tom, 'accept')
  expect(textOf(stage.card())).toContain('Taken by Tom, adviser')
  await stage.press(tom, 'not-for-us')
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('ended')
  expect(textOf(stage.card())).toMatch(/^Ended at 12:00, Monday 23 November 2026\.\nAs of [^\n]+$/)
  expect([stage.card().actions, stage.teams.cards(CHANNEL).length]).toEqual([[], 1])
})

test('a card that was overtaken is drawn anew instead of doing anything', async () => {
  await stage.linked([priya, tom])
  const { id } = await stage.waiting()
  const old = stage.card()
  await stage.press(priya, 'accept')
  await stage.press(priya, 'put-back')
  const came = await stage.press(tom, 'accept', {}, old)
  expect([came.said, verbsOf(came.card ?? stage.card())]).toEqual([null, ['accept']])
  expect((await stage.service.handoffs.statusOf(id))?.state).toBe('queued')
})

test('taken back by the family: the card asks to delete, and shows no more', async () => {
  await stage.linked([priya])
  const { id } = await stage.waiting()
  await stage.service.handoffs.withdraw(id, 'erased')
  await stage.settle()
  expect(textOf(stage.card())).toMatch(/^The family has taken this back/)
  expect(stage.card().actions).toEqual([])
})

test('a client without Universal Actions submits the same', async () => {
  await stage.linked([priya])
  const { id } = await stage.waiting()
  const data = stage.card().actions.find(({ verb }) => verb === 'accept')?.fallback?.data
  expect(await stage.say(priya, '', {}, { value: data })).toContain(`https://advice.example/desk/case/${id}`)
  expect((await stage.service.handoffs.statusOf(id))?.acceptedBy?.name).toBe('Priya, adviser')
})

test('after a restart the same card is changed', async () => {
  await stage.linked([priya])
  await stage.waiting()
  await stage.halt()
  await stage.start()
  await stage.press(priya, 'accept')
  expect([textOf(stage.card()).includes('Taken by Priya'), stage.teams.cards(CHANNEL).length]).toEqual([true, 1])
})

test('the same press sent twice by Teams runs once', async () => {
  await stage.linked([priya])
  const { id } = await stage.waiting()
  const value = { action: { type: 'Action.Execute', verb: 'accept', data: stage.card().actions[0]?.data } }
  const press = { type: 'invoke', name: 'adaptiveCard/action', value, id: 'same' }
  const answers = [await stage.send(priya, press, {}), await stage.send(priya, press, {})]
  expect([answers.map(({ status }) => status), (await stage.service.handoffs.statusOf(id))?.version]).toEqual([[200, 200], 4])
})
