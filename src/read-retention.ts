// How long this deployment keeps what: the usual periods, shorter ones for a council, longer ones only with a reason.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { PERIODS, USUAL, type Periods, type Retained } from './rules/retention'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The names in the file, each with the unit that it ends with. */
const NAMES = {
  conversation: ['conversationHours', HOUR],
  lines: ['linesHours', HOUR],
  unopened: ['unopenedDays', DAY],
  ended: ['endedDays', DAY],
  contact: ['contactDays', DAY],
  questions: ['questionsDays', DAY],
  events: ['eventsDays', DAY],
} as const satisfies Record<keyof Periods, readonly [string, number]>

const number = z.number().int().min(1).max(100_000).optional()
const council = z.strictObject({
  conversationHours: number,
  linesHours: number,
  unopenedDays: number,
  endedDays: number,
  contactDays: number,
  questionsDays: number,
  eventsDays: number,
  /** Who decided that something is kept longer than usual, when and why. */
  longerBecause: z.string().trim().min(20).max(500).optional(),
})
const file = z.record(z.string(), council)

export interface Retention {
  /** For the sweeps. */
  readonly retained: readonly Retained[]
  readonly of: (council: string | null) => Periods
}

export const USUAL_RETENTION: Retention = { retained: USUAL, of: () => PERIODS }

/** Settings that cannot be used. Says what is wrong where, and never a value. */
export class WrongRetention extends Error {
  override readonly name = 'WrongRetention'
  constructor(readonly faults: readonly string[]) {
    super(`How long things are kept (RETENTION_FILE) cannot be used: ${faults.join('; ')}.`)
  }
}

/** The file at `path`; the usual periods where none is set. @throws WrongRetention */
export function retentionOf(path: string | undefined, isCouncil: (id: string) => boolean): Retention {
  if (path === undefined) return USUAL_RETENTION
  try {
    return readRetention(parse(readFileSync(path, 'utf8')) as unknown, isCouncil)
  } catch (fault) {
    throw fault instanceof WrongRetention ? fault : new WrongRetention(['the file cannot be read'])
  }
}

/** `{ southend: { conversationHours: 12 } }`. @throws WrongRetention with every fault at once */
export function readRetention(data: unknown, isCouncil: (id: string) => boolean): Retention {
  const read = file.safeParse(data)
  if (!read.success)
    throw new WrongRetention([...new Set(read.error.issues.map(({ path }) => `${path.join('.') || 'the file'} is not understood`))])
  const given = Object.entries(read.data).map(([id, one]) => ({ id, periods: periodsOf(one), reason: one.longerBecause }))
  const faults = given.flatMap(({ id, periods, reason }) => [
    ...(isCouncil(id) ? [] : [`${id} is no council that is known here`]),
    ...(reason === undefined ? longerIn(periods).map((name) => `${id}.${name} is longer than usual, without longerBecause`) : []),
  ])
  if (faults.length > 0) throw new WrongRetention(faults)
  if (given.length === 0) return USUAL_RETENTION
  return {
    retained: [
      { whose: { except: given.map(({ id }) => id) }, periods: PERIODS },
      ...given.map(({ id, periods }) => ({ whose: { only: [id] }, periods })),
    ],
    of: (id) => given.find((one) => one.id === id)?.periods ?? PERIODS,
  }
}

function periodsOf(given: z.output<typeof council>): Periods {
  const own = Object.entries(NAMES).flatMap(([period, [name, unit]]) => {
    const count = given[name]
    return count === undefined ? [] : [[period, count * unit] as const]
  })
  return { ...PERIODS, ...Object.fromEntries(own) }
}

function longerIn(periods: Periods): readonly string[] {
  return (Object.keys(NAMES) as (keyof Periods)[]).filter((name) => periods[name] > PERIODS[name]).map((name) => NAMES[name][0])
}
