// Contact with the mediation adviser on a case: that there was none yet, the day of it, and what follows from that day for the certificate.
import { tellClocks } from '../content/tell-clocks'
import { inWords, type CalendarDate } from '../rules/calendar-date'
import { eventClocks } from '../rules/deadlines/event-clock'
import type { ToldClock } from '../rules/deadlines/types'
import type { Handoff } from '../rules/handoff/handoff-types'
import { BeyondHolidayList } from '../rules/working-days'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { contactForm } from './case-actions'
import type { DeskWord } from './desk-words'
import type { Told } from './handoff-lines'
import type { Session } from './sessions'
import { workingDetails } from './summary-view'

/** SEND Regs 2014 reg 33: the two months are met by contact with the adviser, and a handoff is none. */
export function contactView(told: Told, session: Session, handoff: Handoff): readonly Markup[] {
  const { say, london, now } = told
  if (!handoff.isToMediation) return []
  if (handoff.contactMadeOn !== null) return madeOn(told, handoff.contactMadeOn)
  const { today } = london(now())
  const by = handoff.actBy
  const when =
    by === null
      ? say('not-contact-day')
      : by < today
        ? say('not-contact-late', { date: inWords(by) })
        : say('not-contact', { date: inWords(by) })
  return [
    element('div', { class: 'notice warning' }, element('p', {}, element('strong', {}, when)), contactForm(told, session, handoff, today)),
  ]
}

/** Which of the two holds is for the adviser to know: whether the family wants mediation is said in the call. */
function madeOn(told: Told, on: CalendarDate): readonly Markup[] {
  const { say } = told
  const lines = [due(told, on, 'm1', 'certificate-due'), due(told, on, 'm4', 'mediation-due')].flat()
  return [
    element('p', { class: 'notice done' }, say('contact-made', { date: inWords(on) })),
    ...(lines.length > 0 ? [...lines, element('p', { class: 'quiet' }, say('certificate-after'))] : []),
  ]
}

/** SEND Regs 2014 reg 34(1): three working days. The 30 days to arrange mediation are calendar days. */
function due(told: Told, on: CalendarDate, row: 'm1' | 'm4', word: DeskWord): readonly Markup[] {
  const [clock] = clocksOf(told, on, row)
  return clock ? [element('p', {}, told.say(word, { date: inWords(clock.lastDate) })), workingDetails(told, clock)] : []
}

/** None where the bank holidays are not known that far. */
function clocksOf({ pack, london, now }: Told, on: CalendarDate, row: 'm1' | 'm4'): readonly ToldClock[] {
  try {
    return tellClocks(pack, eventClocks(row, on, london(now()), pack.bankHolidays, pack.deadlines.periods), 'parent')
  } catch (fault) {
    if (fault instanceof BeyondHolidayList) return []
    throw fault
  }
}
