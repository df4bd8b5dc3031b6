// What a date is the date of: the one on the letter, when it was sent, when it came, or something else.
import type { Found } from './found'
import { textAt, type Page } from './page'

export type Role = 'letter' | 'sent' | 'received' | 'certificate' | 'birth' | 'other' | 'none'

const WORDS: ReadonlyMap<string, Role> = new Map([
  ...role(
    'letter',
    'letter letters dated date date: says say printed stamped written issued wrote decision marked top heading headed states reads',
  ),
  ...role('sent', 'sent posted emailed e-mailed postmark postmarked mailed send dispatched'),
  ...role(
    'received',
    'got get received recieved recived receive arrived arrive came come landed delivered opened read door saw picked turned reached rec rcvd had getting',
  ),
  ...role('certificate', 'certificate cert'),
  ...role('birth', 'born dob birthday birth'),
  ...role(
    'other',
    'meeting met appointment review rang phoned called spoke visit visited hearing deadline appealed appeal applied asked requested request started starts start began assessed assessment ' +
      'diagnosed diagnosis moved excluded suspended mediation',
  ),
])
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
  return WORDS.get(textAt(page, place)) ?? 'none'
}

function before(page: Page, from: number, start: number, used: ReadonlySet<number>): number | null {
  for (let place = from - 1; place >= Math.max(start, from - FAR); place -= 1) {
    const text = textAt(page, place)
    if (BREAKS.has(text) && !SOFT.has(text)) return null
    if (WORDS.has(text) && !used.has(place)) return place
  }
  return null
}

function behind(page: Page, to: number, end: number): number | null {
  for (let place = to; place < Math.min(end, to + FAR); place += 1) {
    const text = textAt(page, place)
    if (BREAKS.has(text)) return null
    if (WORDS.has(text)) return place
  }
  return null
}

/** The nearest telling word that no other find has used, over commas. */
function acrossClauses(page: Page, finds: readonly Found[], index: number, used: ReadonlySet<number>): Role {
  const from = finds[index]?.from ?? 0
  const start = finds[index - 1]?.to ?? 0
  for (let place = from - 1; place >= Math.max(start, from - FAR); place -= 1) {
    if (WORDS.has(textAt(page, place)) && !used.has(place)) return roleAt(page, place)
  }
  return 'none'
}
