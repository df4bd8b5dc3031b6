// Twenty families in the chat, five advisers who press and type at random, several at once: no talk gets into another one, no case is lost.
import { inThrees } from '../../../src/rules/handoff/reference'
import { familyWaits, TALKING_PACK, type Family } from './families'
import type { Person } from './fake-teams'
import { cardOf, CHANNEL, people, textOf, verbsOf } from './team'
import { TeamsStage } from './teams-stage'

const { priya } = people()
const ADVISERS: readonly Person[] = ['Priya', 'Tom', 'Ana', 'Bea', 'Cy'].map((givenName) => {
  const id = givenName.toLowerCase()
  return { ...priya, id: `29:${id}`, aadObjectId: `aad-${id}`, name: `${givenName} Example`, givenName }
})
const OWN = { isPersonal: true }
const FAMILIES = 20
const ROUNDS = 30
const AT_ONCE = 5

/** Numbers below `n`, the same in every run. */
function seeded(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % n
  }
}

let stage: TeamsStage
afterEach(async () => stage.stop())

test('twenty families talk with five advisers', async () => {
  stage = new TeamsStage()
  stage.pack = TALKING_PACK
  await stage.start()
  await stage.linked(ADVISERS)
  for (const adviser of ADVISERS) await stage.say(adviser, 'hours')
  const families: Family[] = []
  for (let number = 1; number <= FAMILIES; number += 1) families.push(await familyWaits(stage, number))
  const pick = seeded(11)
  const relayed: string[] = []
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const acts = Array.from({ length: AT_ONCE }, async (_, nth) => {
      const [adviser, at, what] = [ADVISERS[pick(ADVISERS.length)] ?? priya, pick(FAMILIES), pick(10)]
      const began = performance.now()
      if (what < 4) await stage.press(adviser, 'accept', {}, cardOf(stage.teams.cards(CHANNEL)[at]?.activity))
      else if (what < 7) await stage.say(adviser, `from ${adviser.givenName} ${round}.${nth}`, OWN)
      else if (what === 7) await stage.say(adviser, pick(3) === 0 ? '/end' : '/putback', OWN)
      else await everybodySays(`${round}.${nth}`)
      if (what < 4) times.push(performance.now() - began)
    })
    await Promise.all(acts)
    await stage.settle()
  }

  async function everybodySays(when: string): Promise<void> {
    for (const [at, family] of families.entries())
      if ((await family.says(`F${at + 1} ${when}`)) === 'relayed') relayed.push(`F${at + 1} ${when}`)
  }

  // In each adviser's chat every line is of the family whose case stands above it, and stands there once. Whoever takes it later reads it too.
  const brought: string[] = []
  let talks = 0
  for (const adviser of ADVISERS) {
    let current: string | null = null
    for (const { conversation, first } of stage.teams.messages) {
      const text = first.text ?? ''
      if (conversation !== `a:${adviser.id}`) continue
      const line = /(?:^|\n)Family: (F(\d+) .*)$/.exec(text)
      if (line) {
        expect(`F${line[2]}`).toBe(current)
        brought.push(`${talks} ${line[1]}`)
      }
      if (text.startsWith('The talk is over') || text.startsWith('This case is not with you')) current = null
      const begun = startsTalk(text, families)
      if (begun !== null) talks += 1
      current = begun ?? current
    }
  }
  expect(new Set(brought).size).toBe(brought.length)
  expect(brought.filter((line) => !relayed.includes(line.replace(/^\d+ /, '')))).toEqual([])
  expect(brought.length).toBeGreaterThan(50)

  // In each family's chat every line is of the adviser who was said to have it.
  for (let number = 1; number <= FAMILIES; number += 1) {
    let name = ''
    for (const { message, vars } of stage.told.filter(({ conversation }) => conversation === `chat-${number}`)) {
      if (message === 'told-accepted') name = vars['name'] ?? ''
      if (message === 'adviser-line') expect([vars['name'], `${/from (\w+)/.exec(vars['text'] ?? '')?.[1]}, adviser`]).toEqual([name, name])
    }
  }
  expect(stage.told.filter(({ message }) => message === 'adviser-line').length).toBeGreaterThan(20)

  // Nobody holds two, and every case is with somebody, in the queue or ended.
  const all = await Promise.all(families.map(async ({ id }) => stage.service.handoffs.statusOf(id)))
  const holders = all.flatMap((one) => (one && (one.state === 'accepted' || one.state === 'live') ? [one.acceptedBy?.id] : []))
  expect(new Set(holders).size).toBe(holders.length)
  expect(all.every((one) => one && ['queued', 'accepted', 'live', 'ended'].includes(one.state))).toBe(true)
  for (const [at, one] of all.entries()) {
    const card = cardOf(stage.teams.cards(CHANNEL)[at]?.activity)
    expect(one?.state === 'queued' ? verbsOf(card) : textOf(card)).toEqual(
      one?.state === 'queued' ? ['accept'] : expect.stringMatching(/Ended at|Taken by/),
    )
  }
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(1000)
  expect(stage.failures).toEqual([])
}, 120_000)

/** `F7` where this text begins the talk with the seventh family. */
function startsTalk(text: string, families: readonly Family[]): string | null {
  const at = families.findIndex(({ reference }) => text.startsWith(`You have this case: Family ${inThrees(reference)}`))
  return at < 0 ? null : `F${at + 1}`
}
