// An adviser who looks up more references than advisers do is shut out, and those who run the service are told.
import { withCheckDigit } from '../../src/rules/handoff/reference'
import type { Staff } from '../../src/handoff/handoffs'
import { MINUTE, PRIYA, SECOND, setStage, TOM } from './stage'

const watched = () => {
  const told: Staff[] = []
  const stage = setStage({ onLookUpRefused: (staff) => told.push(staff) })
  const look = async (staff: Staff, number: number) => stage.handoffs.find(staff, withCheckDigit(String(10_000_000 + number)))
  return { stage, told, look }
}

test('each look-up too many is told: who and of which organisation, and nothing of what was typed', async () => {
  const { told, look } = watched()
  for (let number = 0; number < 10; number += 1) expect((await look(PRIYA, number)).kind).toBe('none')
  expect(told).toEqual([])
  expect((await look(TOM, 10)).kind).toBe('none')
  expect((await look(PRIYA, 11)).kind).toBe('too-many')
  expect((await look(PRIYA, 12)).kind).toBe('too-many')
  expect(told).toEqual([PRIYA, PRIYA])
})

test('who goes on looking up stays shut out until a minute has passed without one', async () => {
  const { stage, told, look } = watched()
  for (let number = 0; number < 11; number += 1) await look(PRIYA, number)
  for (let again = 0; again < 12; again += 1) {
    stage.clock.now += 5 * SECOND
    expect((await look(PRIYA, again)).kind).toBe('too-many')
  }
  expect(told).toHaveLength(13)
  stage.clock.now += MINUTE
  expect((await look(PRIYA, 0)).kind).toBe('none')
  expect(told).toHaveLength(13)
})
