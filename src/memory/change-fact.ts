// Changing one answer: what hangs on it goes with it, and the person is told.
import type { Facts } from './memory'

export type FactName = keyof Facts

/** What no longer applies once this answer is another. */
const HANGS_ON: Partial<Record<FactName, readonly FactName[]>> = {
  voice: ['junePassed'],
  problem: [
    'decision',
    'letterDate',
    'letterDateIsRough',
    'certificate',
    'certificateDate',
    'adviserInTime',
    'conductDate',
    'agreementDate',
  ],
  letterDate: ['letterDateIsRough', 'adviserInTime'],
  certificate: ['certificateDate', 'adviserInTime'],
  certificateDate: ['adviserInTime'],
}

/** The facts without this one and without what hangs on it, and the names of those that were known and are dropped with it. */
export function forget(facts: Facts, name: FactName): { facts: Facts; dropped: readonly FactName[] } {
  const dropped = (HANGS_ON[name] ?? []).filter((other) => facts[other] !== undefined)
  const kept = { ...facts }
  for (const gone of [name, ...dropped]) delete kept[gone]
  return { facts: kept, dropped }
}
