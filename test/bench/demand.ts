// When families come: a tenth of a year of England's demand, most of it in the evenings of school days, compressed into a few minutes.

export interface Demand {
  /** In a year. */
  readonly appeals: number
  readonly chatsEach: number
  /** The share that comes in the evenings of school days in term, from 0 to 1. */
  readonly evenings: number
  readonly days: number
}

/** A tenth of a year: 25,000 appeals in a year, ten chats each, three quarters in school-term evenings. */
export const A_TENTH_OF_A_YEAR: Demand = { appeals: 25_000, chatsEach: 10, evenings: 0.75, days: 36.5 }

const YEAR = 365
const HOURS = 24
const [FROM, TO] = [17, 22]
const WEEK = 7
const SCHOOL_DAYS = 5

/** How many chats begin in all of it. */
export function chatsIn({ appeals, chatsEach, days }: Demand): number {
  return Math.round((appeals * chatsEach * days) / YEAR)
}

/** When each begins, in order: a share from 0 (a Monday in term, 0:00) to 1 (the end). Even within the evenings, and within the rest. */
export function arrivals(demand: Demand): readonly number[] {
  const hours = Array.from({ length: Math.floor(demand.days * HOURS) }, (_, hour) => hour)
  const all = chatsIn(demand)
  const inEvenings = Math.round(all * demand.evenings)
  const evening = spread(inEvenings, hours.filter(isEvening))
  const other = spread(
    all - inEvenings,
    hours.filter((hour) => !isEvening(hour)),
  )
  return [...evening, ...other].map((hour) => hour / (demand.days * HOURS)).sort((a, b) => a - b)
}

/** `many` moments, evenly over these hours. */
function spread(many: number, hours: readonly number[]): readonly number[] {
  return Array.from({ length: many }, (_, index) => {
    const at = ((index + 0.5) / many) * hours.length
    return (hours[Math.floor(at)] ?? 0) + (at % 1)
  })
}

function isEvening(hour: number): boolean {
  const ofDay = hour % HOURS
  return Math.floor(hour / HOURS) % WEEK < SCHOOL_DAYS && ofDay >= FROM && ofDay < TO
}
