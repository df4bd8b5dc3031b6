// Saying the dates: the safe one first, then the strict one, then what the rules may still allow, as a fallback.
import type { DialogContext } from 'botbuilder-dialogs'
import { explainWorking } from '../src/content/explain-working'
import { tellClocks, tellWarnings } from '../src/content/tell-clocks'
import { daysBetween, inWords } from '../src/rules/calendar-date'
import type { Clock } from '../src/rules/deadlines/types'
import { countDates, givenFor } from './count-dates'
import { phrase, say, type Vars } from './say'
import { visitOf, voiceOf, type Visit } from './visit'

/** @throws BeyondHolidayList */
export async function sayDates(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const counted = countDates(visit)
  const adviserFirst = [...counted.clocks].sort((a, b) => Number(b.clock === 'mediation-adviser') - Number(a.clock === 'mediation-adviser'))
  const clocks = tellClocks(visit.pack, adviserFirst, voiceOf(visit))
  const warnings = tellWarnings(visit.pack, counted.warnings, voiceOf(visit))
    .map(({ message }) => `- ${message}`)
    .join('\n')
  const vars: Record<string, string> = { warnings }
  for (const clock of counted.clocks) {
    vars[partOf(clock)] = partFor(visit, clock, counted.clocks)
  }
  await say(dc, messageFor(counted.clocks), pick(vars, messageFor(counted.clocks), visit), {
    clocks,
    given: givenFor(visit),
  })
}

type Part = 'adviser' | 'appeal' | 'claim'

function partOf({ clock }: Clock): Part {
  return clock === 'mediation-adviser' ? 'adviser' : clock === 'discrimination-claim' ? 'claim' : 'appeal'
}

function messageFor(clocks: readonly Clock[]): string {
  if (clocks.some(({ clock }) => clock === 'discrimination-claim')) return 'deadline.dates-discrimination'
  if (clocks.some(({ clock }) => clock === 'mediation-adviser')) return 'deadline.dates'
  return clocks.some(({ working }) => working.some(({ kind }) => kind === 'later-of'))
    ? 'deadline.dates-with-certificate'
    : 'deadline.dates-placement'
}

function pick(vars: Record<string, string>, id: string, visit: Visit): Vars {
  const wanted = visit.pack.messages.get(id)?.vars ?? []
  return Object.fromEntries(wanted.map((name) => [name, vars[name] ?? '']))
}

function partFor(visit: Visit, clock: Clock, all: readonly Clock[]): string {
  const part = partOf(clock)
  const id = `deadline.${part}.${stands(clock)}`
  const vars: Record<string, string> = {
    date: inWords(clock.safeDate ?? clock.lastDate),
    last: inWords(clock.lastDate),
    left: days(clock.daysLeft),
    late: days(daysBetween(clock.lastDate, visit.when.today)),
    certificate: all.some(({ clock: name }) => name === 'mediation-adviser')
      ? `${phrase(visit, 'deadline.appeal.or-certificate').trim()} `
      : '',
    strict:
      clock.lastDate === clock.safeDate ? '' : `${phrase(visit, 'deadline.appeal.strict', { last: inWords(clock.lastDate) }).trim()} `,
    outer: clock.outerDate === null ? '' : `${phrase(visit, 'deadline.appeal.outer', { outer: inWords(clock.outerDate) }).trim()} `,
    working: sumOf(visit, clock),
  }
  return phrase(visit, id, pick(vars, id, visit)).trim()
}

/** The count alone: what moves the end is said in sentences of its own. */
function sumOf(visit: Visit, { clock, working }: Clock): string {
  const count = working.filter(({ kind }) => kind !== 'safe' && kind !== 'no-roll' && !kind.startsWith('roll-'))
  return explainWorking(visit.pack, { clock, working: count }, voiceOf(visit))
}

function stands({ status }: Clock): 'ahead' | 'today' | 'late-window' | 'passed' {
  return status === 'open' || status === 'soon' || status === 'urgent' ? 'ahead' : status
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`
}
