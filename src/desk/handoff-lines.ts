// How one handoff is said in the queue and at the head of its case: the legal date first.
import { inWords } from '../rules/calendar-date'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { ClockName, Now } from '../rules/deadlines/types'
import { inVoice } from '../content/wording'
import type { DeskDeps } from './desk-deps'
import type { DeskWord, Say } from './desk-words'
import { daysLeft } from './days-left'

export interface Told {
  readonly say: Say
  readonly pack: DeskDeps['pack']
  readonly london: DeskDeps['london']
  readonly now: () => number
}

/** `Adviser and Tribunal date in 4 working days: Friday 27 November 2026. Adviser not yet contacted.` */
export function riskLine({ say, pack, london, now }: Told, handoff: Handoff): string {
  const { actBy, isToMediation, contactMadeOn } = handoff
  const contact = isToMediation && contactMadeOn === null ? ` ${say('not-contacted')}` : ''
  if (actBy === null) return say('day-none') + contact
  const left = daysLeft(london(now()).today, actBy, pack.bankHolidays)
  const vars = { what: say(whatDate(handoff)), date: inWords(actBy) }
  switch (left.kind) {
    case 'passed':
      return say('day-passed', vars) + contact
    case 'today':
      return say('day-today', vars) + contact
    case 'working':
      return (left.days === 1 ? say('day-working-one', vars) : say('day-working', { ...vars, n: String(left.days) })) + contact
    case 'calendar':
      return say('day-calendar', { ...vars, n: String(left.days) }) + contact
  }
}

/** Which clock the day is of. Contact that was made is no date to come any more: SEND Regs 2014 reg 33. */
function whatDate({ actByClocks, contactMadeOn }: Handoff): DeskWord {
  const has = (clock: ClockName): boolean => actByClocks.includes(clock)
  if (has('mediation-adviser') && has('appeal')) return contactMadeOn === null ? 'what-adviser-and-tribunal' : 'what-tribunal'
  if (has('mediation-adviser')) return 'what-adviser'
  if (has('appeal')) return 'what-tribunal'
  return has('discrimination-claim') ? 'what-claim' : 'what-legal'
}

/** Whether the legal date is so near, or past, that it is shown in the colour of alarm. */
export function isUrgent({ pack, london, now }: Told, { actBy, flags }: Handoff): boolean {
  if (flags.includes('deadline-within-5-working-days') || flags.includes('possibly-late')) return true
  if (actBy === null) return false
  const left = daysLeft(london(now()).today, actBy, pack.bankHolidays)
  return left.days <= 5
}

/** What it is about, in the words that families press: `The council will not assess`. */
export function aboutLine({ say, pack }: Told, { decision }: Pick<Handoff, 'decision'>): string {
  const words = [...pack.decisions.values()].find((one) => one.decision === decision)
  return decision === null || !words ? say('about-none') : say('about', { decision: inVoice(words.label, 'parent') })
}

/** `Route: call-back. Waiting since 09:15 on Monday 23 November 2026.` */
export function waitingLine({ say, london }: Told, { route, queuedAt, createdAt, attempt }: Handoff): string {
  const again = attempt > 1 ? ` ${say('waiting-attempt', { n: String(attempt) })}` : ''
  return `${say(`route-${route}`)} ${say('waiting-since', { when: momentLine(london(queuedAt ?? createdAt)) })}${again}`
}

export function momentLine({ today, time }: Now): string {
  return time === null ? inWords(today) : `${time}, ${inWords(today)}`
}

export function councilName({ pack }: Told, id: string): string {
  return pack.councils.get(id)?.name ?? id
}
