// What a date is the date of: the one on the letter, when it was sent, when it came, or something else.
import type { Found } from './found'
import { textAt, type Page } from './page'

export type Role = 'letter' | 'sent' | 'received' | 'certificate' | 'birth' | 'other' | 'none'

/** Words that tell by themselves, and words that only tell where none of the first kind stands near. */
const STRONG: ReadonlyMap<string, Role> = new Map([
  ...role('letter', 'dated date says say states reads printed stamped written wrote issued marked'),
  ...role('sent', 'sent posted emailed postmark postmarked mailed send dispatched'),
  ...role(
    'received',
    'got get received recieved recived receive arrived arrive came come landed delivered opened read saw picked reached rcvd getting through',
  ),
  ...role('birth', 'born dob birthday birth'),
  ...role(
    'other',
    'meeting met appointment review rang phoned called spoke visit visited hearing deadline appealed appeal applied asked requested request started starts began assessed moved excluded',
  ),
])
const WEAK: ReadonlyMap<string, Role> = new Map([
  ...role('letter', 'letter letters decision top headed'),
  ...role('certificate', 'certificate cert'),
  ...role('received', 'had door'),
])
/** Of what it is that such a word is said: `certificate dated`, `postmark says`. */
const SAYING = new Set(['dated', 'date', 'says', 'say', 'states', 'reads', 'printed', 'stamped', 'issued', 'marked'])
const SAYERS: ReadonlyMap<string, Role> = new Map([...role('certificate', 'certificate cert'), ...role('sent', 'postmark envelope')])
const BREAKS = new Set([',', ';', '.', '!', '?', 'but', 'and', '(', ')', '-', ':', 'then', 'though', 'although', 'because', 'so'])
const SOFT = new Set([':', '(', '-'])
const FAR = 12

function role(name: Role, words: string): [string, Role][] {
  return words.split(' ').map((word) => [word, name])
}

/** The role of each find, told by the nearest telling word of its clause, before it rather than behind. */
export function rolesOf(page: Page, finds: readonly Found[]): readonly Role[] {
  const used = new Set<number>()
  const roles = finds.map((found, index): Role => {
    const start = finds[index - 1]?.to ?? 0
    const end = finds[index + 1]?.from ?? page.tokens.length
    const place = before(page, found.from, start, used) ?? behind(page, found.to, end)
    if (place !== null) used.add(place)
    return place === null ? 'none' : roleAt(page, place)
  })
  return roles.map((each, index) => (each === 'none' ? acrossClauses(page, finds, index, used) : each))
}

function roleAt(page: Page, place: number): Role {
  const text = textAt(page, place)
  const sayers = SAYING.has(text) ? [textAt(page, place - 1), textAt(page, place - 2)] : []
  const sayer = sayers.map((word) => SAYERS.get(word)).find((each) => each !== undefined)
  return sayer ?? STRONG.get(text) ?? WEAK.get(text) ?? 'none'
}

function before(page: Page, from: number, start: number, used: ReadonlySet<number>): number | null {
  let weak: number | null = null
  for (let place = from - 1; place >= Math.max(start, from - FAR); place -= 1) {
    const text = textAt(page, place)
    if (BREAKS.has(text) && !SOFT.has(text)) break
    if (used.has(place)) continue
    if (STRONG.has(text)) return place
    if (WEAK.has(text)) weak ??= place
  }
  return weak
}

function behind(page: Page, to: number, end: number): number | null {
  let weak: number | null = null
  for (let place = to; place < Math.min(end, to + FAR); place += 1) {
    const text = textAt(page, place)
    if (BREAKS.has(text)) break
    if (STRONG.has(text)) return place
    if (WEAK.has(text)) weak ??= place
  }
  return weak
}

/** The nearest telling word that no other find has used, over commas. */
function acrossClauses(page: Page, finds: readonly Found[], index: number, used: ReadonlySet<number>): Role {
  const from = finds[index]?.from ?? 0
  const start = finds[index - 1]?.to ?? 0
  for (let place = from - 1; place >= Math.max(start, from - FAR); place -= 1) {
    const role = used.has(place) ? 'none' : roleAt(page, place)
    if (role !== 'none') return role
  }
  return 'none'
}
