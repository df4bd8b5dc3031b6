// Twenty families, five advisers, presses at random, several at once: nobody gets a case twice, none is lost, none is mixed up.
import type { Person } from './fake-teams'
import { cardOf, CHANNEL, people, textOf } from './team'
import { TeamsStage } from './teams-stage'
import type { Handoff } from '../../../src/rules/handoff/handoff-types'

const { priya } = people()
const ADVISERS: readonly Person[] = ['Priya', 'Tom', 'Ana', 'Bea', 'Cy'].map((givenName) => {
  const id = givenName.toLowerCase()
  return { ...priya, id: `29:${id}`, aadObjectId: `aad-${id}`, name: `${givenName} Example`, givenName }
})
const FAMILIES = 20
const ROUNDS = 60
const AT_ONCE = 5

/** Numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % n
  }
}

test('twenty families wait, five advisers press', async () => {
  const stage = await new TeamsStage().start()
  await stage.linked(ADVISERS)
  const ids: string[] = []
  for (let family = 0; family < FAMILIES; family += 1) ids.push((await stage.waiting()).id)
  const pick = seeded(7)
  const times: number[] = []
  const accepted: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const presses = Array.from({ length: AT_ONCE }, async () => {
      const [who, at] = [ADVISERS[pick(ADVISERS.length)] ?? priya, pick(FAMILIES)]
      const card = cardOf(stage.teams.cards(CHANNEL)[at]?.activity)
      const verbs = card.actions.flatMap(({ verb }) => verb ?? [])
      const verb = verbs[pick(verbs.length)] ?? 'accept'
      const began = performance.now()
      const came = await stage.press(who, verb, {}, card)
      times.push(performance.now() - began)
      if (verb === 'accept' && came.card && textOf(came.card).includes('Taken by'))
        accepted.push(`${at} ${/Version (\d+)/.exec(textOf(came.card))?.[1]}`)
    })
    await Promise.all(presses)
  }
  const all = await Promise.all(ids.map(async (id) => stage.service.handoffs.statusOf(id)))
  const cards = stage.teams.cards(CHANNEL).map(({ activity }) => textOf(cardOf(activity)))
  expect([all.length, cards.length, stage.failures]).toEqual([FAMILIES, FAMILIES, []])
  for (const [at, handoff] of all.entries()) expect(cards[at]).toContain(standing(handoff))
  // Every acceptance in the store was told to whoever made it, and none was told that is not there; nobody accepts what is accepted.
  const events = await Promise.all(ids.map(async (id) => stage.store.handoffs.events(id)))
  const kept = events.flatMap((rows, at) => rows.flatMap(({ kind, version }) => (kind === 'accept' ? [`${at} ${version}`] : [])))
  expect([...new Set(accepted)].sort()).toEqual(kept.sort())
  expect(events.flatMap((rows) => rows.filter(({ kind }, at) => kind === 'accept' && rows[at - 1]?.kind === 'accept'))).toEqual([])
  expect(kept.length).toBeGreaterThan(FAMILIES / 2)
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1000)
  await stage.stop()
})

function standing(handoff: Handoff | null): string {
  if (handoff?.state === 'ended') return 'Ended at'
  return handoff?.acceptedBy ? `Taken by ${handoff.acceptedBy.name}` : 'Wants to be rung.'
}
