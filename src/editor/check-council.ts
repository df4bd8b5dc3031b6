// Everything that is wrong with what an editor wrote, each with the field that it is about.
import { addMonths, type CalendarDate } from '../rules/calendar-date'
import { unprovenContacts } from '../content/check/check-contacts'
import { PackFaults, type PackFault } from '../content/faults'
import { councilFile } from '../content/overlay/council-text'
import { councilsOver } from '../content/overlay/edition'
import type { Pack } from '../content/pack'
import type { Council } from '../content/schema/contact'
import type { HouseStyle } from '../content/schema/house-style'
import { wordFaults } from './check-words'
import { PARTS } from './council-form'

/** The pack, and the house style of its words. */
export interface Reviewed {
  readonly base: Pack
  readonly style: HouseStyle
}

export type Checked = { readonly council: Council } | { readonly faults: readonly PackFault[] }

/** A fact is looked at again within a year. */
const MOST_MONTHS = 12

/** Reads a council's file as it is to be, by the same shapes and checks as the repository's. `before`: the council as it is live. */
export function checkCouncil({ base, style }: Reviewed, before: Council, text: string, today: CalendarDate): Checked {
  try {
    const council = councilsOver(base, new Map([[councilFile(before.id), text]]), 'checked').get(before.id)
    if (!council) throw new Error('A council that the pack does not have')
    const faults = [...unproven(base, before, council), ...days(council, today), ...wordFaults(base, before, council, style)]
    return faults.length > 0 ? { faults } : { council }
  } catch (fault) {
    if (fault instanceof PackFaults)
      return { faults: fault.faults.map((one) => ({ ...one, path: one.path.replace(/contacts\.\d+$/, '$&.value') })) }
    throw fault
  }
}

/** A provider whom no document named before has to be named by a page. */
function unproven({ organisations }: Pack, before: Council, council: Council): readonly PackFault[] {
  const isSame = council.mediation.provider === before.mediation.provider
  const judged = isSame ? council : { ...council, sources: [] }
  return unprovenContacts({ organisations, councils: new Map([[council.id, judged]]) }).map((fault) => ({
    ...fault,
    path: pathOf(council, fault),
  }))
}

/** Faults of contacts are told by their value: here the field is wanted. */
function pathOf(council: Council, { path, message }: PackFault): string {
  const field = /^(?:hours|closures)(?=: )/.exec(message)?.[0] ?? 'value'
  for (const part of PARTS) {
    const at = council[part].contacts.findIndex(({ value }) => value === path)
    if (at >= 0) return `${part}.contacts.${at}.${field}`
  }
  return path
}

function days(council: Council, today: CalendarDate): readonly PackFault[] {
  const fault = (path: string, message: string): PackFault => ({ file: councilFile(council.id), path, message })
  const latest = addMonths(today, MOST_MONTHS)
  const review = (path: string, day: CalendarDate): readonly PackFault[] => {
    if (day <= today) return [fault(path, 'must be after today')]
    return day > latest ? [fault(path, 'must be within a year')] : []
  }
  const facts = PARTS.flatMap((part) =>
    council[part].contacts.flatMap(({ checkedOn, reviewBy }, at) => [
      ...(checkedOn > today ? [fault(`${part}.contacts.${at}.checkedOn`, 'must not be after today')] : []),
      ...review(`${part}.contacts.${at}.reviewBy`, reviewBy),
    ]),
  )
  return [...facts, ...(council.reviewBy === null ? [] : review('reviewBy', council.reviewBy))]
}
