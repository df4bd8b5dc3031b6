// The clocks of what this conversation remembers.
import { addDays, addMonths, type CalendarDate } from '../src/rules/calendar-date'
import { deadlines } from '../src/rules/deadlines/deadlines'
import { periodsFor, type LawPeriods } from '../src/rules/deadlines/law-periods'
import type { Deadlines } from '../src/rules/deadlines/types'
import type { Facts } from '../src/memory/memory'
import type { Given } from './say'
import { voiceOf, type Visit } from './visit'

/** @throws BeyondHolidayList */
export function countDates({ memory, when, holidays, pack }: Visit): Deadlines {
  const { decision = 'unsure', letterDate, conductDate, certificate, certificateDate } = memory.facts
  const held = certificate === 'yes' ? certificateDate : undefined
  return deadlines(
    { decision, letterDate, conductDate, certificateDate: held, adviserContactDate: contactDate(memory.facts, pack.deadlines.periods) },
    when,
    holidays,
    pack.deadlines.periods,
  )
}

/** What they are counted from. */
export function givenFor(visit: Visit): Given {
  const { problem, letterDate, conductDate, certificate, certificateDate } = visit.memory.facts
  return { voice: voiceOf(visit), problem, letterDate, conductDate, certificateDate: certificate === 'yes' ? certificateDate : undefined }
}

/** "Later than the two months" is all we ask; any later day counts the same. */
function contactDate({ letterDate, adviserInTime }: Facts, law: readonly LawPeriods[]): CalendarDate | undefined {
  if (letterDate === undefined || adviserInTime !== 'no') return undefined
  return addDays(addMonths(letterDate, periodsFor(letterDate, law).adviserMonths), 1)
}
