// What a date is the date of: the one on the letter, when it was sent, when it came, or something else.
import type { Found } from './found'
import { textAt, wordSet, type Page } from './page'

export type Role = 'letter' | 'sent' | 'received' | 'certificate' | 'birth' | 'other' | 'none'

/** Words that tell by themselves, and words that only tell where none of the first kind stands near. */
const STRONG: ReadonlyMap<string, Role> = new Map([
  ...role('letter', 'dated date says say states reads printed stamped written wrote issued'),
  ...role('sent', 'sent posted emailed postmark postmarked mailed send dispatched'),
  ...role(
    'received',
    'got get received recieved recived receive arrived arrive came come landed delivered opened read saw picked reached rcvd getting through',
  ),
  ...role('birth', 'born dob birthday birth'),
  ...role(
    'other',
    'meeting panel met appointment review rang phoned called spoke visit visited hearing deadline appealed appeal applied asked requested request started starts began assessed moved excluded',
  ),
])
const WEAK: ReadonlyMap<string, Role> = new Map([
  ...role('letter', 'letter letters decision top headed second'),
  ...role('certificate', 'certificate cert'),
  ...role('sent', 'envelope'),
  ...role('received', 'had door'),
])
/** Of what it is that such a word is said: `certificate dated`, `postmark says`. */
const SAYING = wordSet('dated date says say states reads printed stamped issued')
const SAYERS: ReadonlyMap<string, Role> = new Map([...role('certificate', 'certificate cert'), ...role('sent', 'postmark envelope')])
/** What ends a clause; a word behind a date is not looked for over the lighter marks either. */
const ENDS = wordSet(', ; . ! ? but and ) then though although because so')
const ALL_ENDS = wordSet(', ; . ! ? but and ) then though although because so ( - :')
const FAR = 12

function role(name: Role, words: string): [string, Role][] {
  return words.split(' ').map((word) => [word, name])
}

/** The role of each find, told by the nearest telling word of its clause, before it rather than behind; else by one in an earlier clause. */
export function rolesOf(page: Page, finds: readonly Found[]): readonly Role[] {
  const used = new Set<number>()
  const inClause = finds.map((_, index) => {
    const place = nearest(page, before(finds, index), ENDS, used) ?? nearest(page, behind(page, finds, index), ALL_ENDS, used)
    if (place !== null) used.add(place)
    return place
  })
  return inClause.map((place, index) =>
    roleAt(page, place ?? before(finds, index).find((each) => !used.has(each) && tells(page, each)) ?? null),
  )
}

/** The places from a find back to the one before it, the nearest first. */
function before(finds: readonly Found[], index: number): readonly number[] {
  const from = finds[index]?.from ?? 0
  const length = Math.min(FAR, from - (finds[index - 1]?.to ?? 0))
  return Array.from({ length }, (_, step) => from - 1 - step)
}

/** The places from a find on to the next. */
function behind(page: Page, finds: readonly Found[], index: number): readonly number[] {
  const to = finds[index]?.to ?? 0
  const length = Math.min(FAR, (finds[index + 1]?.from ?? page.tokens.length) - to)
  return Array.from({ length }, (_, step) => to + step)
}

/** Of the places up to the end of a clause the first that tells by itself, else the first that tells at all. */
function nearest(page: Page, places: readonly number[], ends: ReadonlySet<string>, used: ReadonlySet<number>): number | null {
  const end = places.findIndex((place) => ends.has(textAt(page, place)))
  const free = (end < 0 ? places : places.slice(0, end)).filter((place) => !used.has(place))
  return free.find((place) => STRONG.has(textAt(page, place))) ?? free.find((place) => WEAK.has(textAt(page, place))) ?? null
}

const tells = (page: Page, place: number): boolean => STRONG.has(textAt(page, place)) || WEAK.has(textAt(page, place))

function roleAt(page: Page, place: number | null): Role {
  if (place === null) return 'none'
  const text = textAt(page, place)
  const sayers = SAYING.has(text) ? [place - 1, place - 2].map((each) => SAYERS.get(textAt(page, each))) : []
  return sayers.find((each) => each !== undefined) ?? STRONG.get(text) ?? WEAK.get(text) ?? 'none'
}
