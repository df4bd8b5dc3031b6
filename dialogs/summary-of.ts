// The summary of what this conversation knows, as it would be shared, and the lines in which the family reads it.
import type { ToldClock } from '../src/rules/deadlines/types'
import { saySummary } from '../src/content/say-summary'
import { tellClocks } from '../src/content/tell-clocks'
import type { CalendarDate } from '../src/rules/calendar-date'
import { buildSummary } from '../src/rules/handoff/build-summary'
import type { Route } from '../src/rules/handoff/handoff-types'
import type { AdviserContact, ContactRoute, SafeContact, Summary } from '../src/rules/handoff/summary'
import { actByOf, deadlineFlags } from '../src/rules/handoff/summary-flags'
import type { LineId } from '../src/rules/handoff/summary-lines'
import type { SaidLine } from '../src/rules/handoff/summary-text'
import { takeOut } from '../src/rules/handoff/take-out'
import { BeyondHolidayList } from '../src/rules/working-days'
import type { SharingAnswers } from '../src/memory/sharing'
import { countDates } from './count-dates'
import { sharingOf } from './sharing'
import { voiceOf, type Visit } from './visit'

const ROUTES = { live: 'message_me', phone: 'i_will_call', callback: 'call_me', email: 'message_me' } as const satisfies Record<
  Route,
  ContactRoute
>

/** What would be shared by this route, without the lines that the family took out. */
export function summaryOf(visit: Visit, route: Route): Summary {
  const { answers, told, signposted } = sharingOf(visit)
  const { role, permission, wants, needs, name, words, without = [] } = answers
  const { council = visit.council ?? undefined, ...facts } = visit.memory.facts
  const summary = buildSummary({
    today: visit.when.today,
    holidays: visit.holidays,
    facts: { ...facts, council },
    clocks: clocksOf(visit),
    toldSoFar: told,
    choices: {
      contactRoute: ROUTES[route],
      callerRole: role,
      permissionGiven: permission,
      adviserContact: contactOf(answers),
      wants: wants && [wants],
      safeContact: safeContactOf(answers),
      preferredName: name,
      needsForTheCall: needs && needs.length > 0 ? { needs, language: null, other: null } : undefined,
      inOwnWords: words,
      signals: signposted ? ['safeguarding-signposted'] : [],
    },
  })
  return takeOut(summary, without as readonly LineId[], visit.holidays)
}

/** The lines as they are shown; `textOf` makes the one text of them that is shown, stored and delivered. */
export function linesOf(visit: Visit, summary: Summary): readonly SaidLine[] {
  return saySummary(visit.pack, summary, voiceOf(visit))
}

/** The day by which the family must act, where it is at most five working days away; null otherwise. */
export function nearDate(visit: Visit): CalendarDate | null {
  const clocks = clocksOf(visit)
  const isNear = deadlineFlags(clocks, visit.when.today, visit.holidays).length > 0
  return isNear ? actByOf(clocks, visit.when.today) : null
}

/** The day by which the adviser must have been contacted; null where no such clock runs. */
export function adviserDate(visit: Visit): CalendarDate | null {
  const clock = clocksOf(visit).find((one) => one.clock === 'mediation-adviser')
  return clock && clock.status !== 'passed' ? (clock.safeDate ?? clock.lastDate) : null
}

/** None where the bank holidays do not reach, and where no date was given. */
function clocksOf(visit: Visit): readonly ToldClock[] {
  const { letterDate, conductDate } = visit.memory.facts
  if (letterDate === undefined && conductDate === undefined) return []
  try {
    return tellClocks(visit.pack, countDates(visit).clocks, voiceOf(visit))
  } catch (fault) {
    if (fault instanceof BeyondHolidayList) return []
    throw fault
  }
}

function contactOf({ adviser, adviserOn }: SharingAnswers): AdviserContact | undefined {
  return adviser && { made: adviser, date: adviser === 'yes' ? (adviserOn ?? null) : null, provider: null }
}

function safeContactOf({ times, mayLeaveMessage }: SharingAnswers): SafeContact | undefined {
  if (times === undefined && mayLeaveMessage === undefined) return undefined
  const may = mayLeaveMessage ?? 'unsure'
  return { mayLeaveMessage: may, maySayWho: may, bestTimes: times === undefined || times === 'any' ? [] : [times] }
}
