// Lines that the family took out: what stood in them leaves the summary itself, and whatever would still tell it goes too.
import type { ToldClock } from '../deadlines/types'
import type { BankHolidays } from '../working-days'
import type { Flag } from './handoff-types'
import type { Summary, SummaryField } from './summary'
import { deadlineFlags } from './summary-flags'
import type { LineId } from './summary-lines'

/** The summary without these lines, and without what repeats or gives away what they said. A line that sending needs stays. @throws BeyondHolidayList */
export function takeOut(summary: Summary, lines: readonly LineId[], holidays: BankHolidays): Summary {
  const struck = withoutFlagsOfDates(lines.reduce(without, summary), summary, holidays)
  return { ...struck, provenance: provenanceOf(struck) }
}

function without(summary: Summary, id: LineId): Summary {
  switch (id) {
    case 'callerRole':
      return { ...summary, callerRole: null, permissionGiven: null }
    case 'decisionType': {
      const { certificate } = summary
      return {
        ...summary,
        decisionType: null,
        sectionsDisputed: [],
        certificate: certificate && { ...certificate, needed: null, reason: null },
      }
    }
    case 'letterDate':
      // Both run from the letter, and the sum behind them names its date.
      return { ...withoutClocks(summary, ['appeal', 'mediation-adviser']), letterDate: null, sentDateIfDifferent: null }
    case 'sentDateIfDifferent':
      return { ...withoutClocks(summary, ['appeal', 'mediation-adviser']), sentDateIfDifferent: null }
    case 'certificate':
      return { ...(summary.certificate?.issueDate ? withoutClocks(summary, ['appeal']) : summary), certificate: null }
    case 'wants':
    case 'toldSoFar':
    case 'flags':
      return { ...summary, [id]: [] }
    case 'localAuthority':
    case 'contactRoute':
      return summary
    case 'ageBand':
    case 'adviserContact':
    case 'safeContact':
    case 'preferredName':
    case 'needsForTheCall':
    case 'letterChecklist':
    case 'inOwnWords':
      return { ...summary, [id]: null }
    default:
      return withoutClocks(summary, [id.slice('clocks:'.length)])
  }
}

function withoutClocks(summary: Summary, gone: readonly string[]): Summary {
  return { ...summary, clocks: summary.clocks.filter(({ clock }) => !gone.includes(clock)) }
}

/** A flag of the dates stays only while a clock that is still there calls for it. */
function withoutFlagsOfDates(struck: Summary, before: Summary, holidays: BankHolidays): Summary {
  const flagsOf = (clocks: readonly ToldClock[]): readonly Flag[] => deadlineFlags(clocks, before.calculatedOn, holidays)
  const left = flagsOf(struck.clocks)
  const gone = flagsOf(before.clocks).filter((flag) => !left.includes(flag))
  return { ...struck, flags: struck.flags.filter((flag) => !gone.includes(flag)) }
}

function provenanceOf(summary: Summary): Summary['provenance'] {
  const isGone = (field: SummaryField): boolean => {
    const value: unknown = summary[field]
    return value === null || (Array.isArray(value) && value.length === 0)
  }
  const entries = Object.entries(summary.provenance) as readonly (readonly [SummaryField, Summary['provenance'][SummaryField]])[]
  return Object.fromEntries(entries.map(([field, from]) => [field, isGone(field) ? 'unknown' : from])) as Summary['provenance']
}

/** The fields that a summary really holds, for the record of what was agreed to. */
export function fieldsShared({ provenance }: Summary): readonly SummaryField[] {
  return (Object.keys(provenance) as SummaryField[]).filter((field) => provenance[field] !== 'unknown')
}
