// `deadline`: every clock of a letter with its working, as the desk tells it. Nothing about a case is needed.
import { tellClocks, tellWarnings } from '../../content/tell-clocks'
import { clockWords, inVoice } from '../../content/wording'
import { daysBetween, inWords, type CalendarDate } from '../../rules/calendar-date'
import { deadlines } from '../../rules/deadlines/deadlines'
import type { Deadlines, ToldClock } from '../../rules/deadlines/types'
import { BeyondHolidayList } from '../../rules/working-days'
import { aboutLine } from '../../desk/handoff-lines'
import { COUNTED_DECISIONS, readDeadline, USUAL_DECISION, type ReadDeadline } from './read-deadline'
import type { StaffParts } from './staff-parts'

type Asked = Extract<ReadDeadline, { kind: 'asked' }>

export function answerDeadline(parts: StaffParts, rest: string): string {
  const { tell, london, now } = parts.words
  const asked = readDeadline(rest, london(now()).today)
  if (asked.kind !== 'asked') return tell(asked.kind === 'no-letter-date' ? 'deadline-no-letter' : 'deadline-no-certificate')
  const counted = count(parts, asked)
  return counted ? told(parts, asked, counted, rest) : tell('deadline-beyond')
}

function count({ pack, words: { london, now } }: StaffParts, { decision, letterDate, certificateDate }: Asked): Deadlines | null {
  const question = { decision, letterDate, ...(certificateDate === null ? {} : { certificateDate }) }
  try {
    return deadlines(question, london(now()), pack.bankHolidays, pack.deadlines.periods)
  } catch (error) {
    if (error instanceof BeyondHolidayList) return null
    throw error
  }
}

function told(parts: StaffParts, asked: Asked, { clocks, warnings }: Deadlines, rest: string): string {
  const { pack, words } = parts
  const { tell } = words
  const about = aboutLine(words, asked)
  const isNamed = asked.decision !== USUAL_DECISION || rest.toLowerCase().includes(USUAL_DECISION)
  return [
    [
      tell('deadline-asked', { letter: inWords(asked.letterDate), about }),
      ...(asked.certificateDate ? [tell('deadline-certificate', { date: inWords(asked.certificateDate) })] : []),
      tell('deadline-only-letter'),
    ].join(' '),
    ...tellClocks(pack, clocks, 'parent').map((clock) => clockLines(parts, clock)),
    ...tellWarnings(pack, warnings, 'parent').map(({ message }) => message),
    ...(isNamed ? [] : [tell('deadline-usual', { decisions: COUNTED_DECISIONS.join(', ') })]),
  ].join('\n\n')
}

/** In the order and the words of the desk. */
function clockLines({ pack, words: { say, london, now } }: StaffParts, told: ToldClock): string {
  const { today } = london(now())
  const line = (word: 'dates-safe' | 'dates-last' | 'dates-outer', date: CalendarDate | null): readonly string[] =>
    date === null ? [] : [`- ${say(word, { date: inWords(date), days: String(daysBetween(today, date)) })}`]
  return [
    `**${inVoice(clockWords(pack, told.clock).title, 'parent')}**`,
    '',
    ...line('dates-safe', told.safeDate),
    ...line('dates-last', told.lastDate),
    ...line('dates-outer', told.outerDate),
    `- ${say('dates-working')}: ${told.working}`,
    `- ${told.sources.join('; ')}`,
  ].join('\n')
}
