// The summary as short labelled lines: which message of the pack labels each, which of its choices are the value, and what fills them.
import { inWords, type CalendarDate } from '../calendar-date'
import type { ClockName, ToldClock } from '../deadlines/types'
import type { Summary, SummaryField } from './summary'

/** A line is a field; each clock has a line of its own. */
export type LineId = Exclude<SummaryField, 'permissionGiven' | 'sectionsDisputed' | 'clocks'> | `clocks:${ClockName}`

export interface SummaryLine {
  readonly id: LineId
  /** A message of the pack: its text is the label, its choices are the values. */
  readonly message: string
  /** The choices of the message that make up the value, in this order. */
  readonly picks: readonly string[]
  /** What fills the gaps of the message, every one of them. */
  readonly vars: Readonly<Record<string, string>>
  /** False for what sending needs. */
  readonly isRemovable: boolean
}

/** The names that the pack has for what the summary holds by id. */
export interface SummaryNames {
  readonly council: string
  readonly provider: string
}

type Part = Pick<SummaryLine, 'picks' | 'vars'>

/** The lines of a summary, in the order they are read. A field that holds nothing has no line. */
export function summaryLines(summary: Summary, names: SummaryNames): readonly SummaryLine[] {
  return [
    line('callerRole', 'caller-role', roleParts(summary)),
    line('ageBand', 'age-band', pick(summary.ageBand)),
    line('localAuthority', 'local-authority', filled(summary.localAuthority === 'unsure' ? 'unsure' : 'named', { council: names.council })),
    line('decisionType', 'decision', decisionParts(summary)),
    line('letterDate', 'letter-date', summary.letterDate && filled(summary.letterDate.seen, { date: shortly(summary.letterDate.date) })),
    line(
      'sentDateIfDifferent',
      'sent-date',
      summary.sentDateIfDifferent && filled('given', { date: shortly(summary.sentDateIfDifferent) }),
    ),
    line('adviserContact', 'adviser-contact', contactParts(summary, names)),
    line('certificate', 'certificate', certificateParts(summary)),
    ...summary.clocks.map(clockLine),
    line('wants', 'wants', picksOf(summary.wants)),
    line('contactRoute', 'contact-route', pick(summary.contactRoute)),
    line('safeContact', 'safe-contact', safeParts(summary)),
    line('preferredName', 'preferred-name', summary.preferredName && filled('given', { name: summary.preferredName })),
    line('needsForTheCall', 'needs', needsParts(summary)),
    line('letterChecklist', 'letter-checklist', checklistParts(summary)),
    line('inOwnWords', 'in-own-words', summary.inOwnWords && filled('given', { words: summary.inOwnWords })),
    line('toldSoFar', 'told-so-far', summary.toldSoFar.length > 0 ? filled('given', { count: String(summary.toldSoFar.length) }) : null),
    line('flags', 'flags', picksOf(summary.flags)),
  ].filter((made) => made !== null)
}

const NEEDED: readonly LineId[] = ['localAuthority', 'contactRoute']

function line(id: LineId, message: string, part: Part | '' | null): SummaryLine | null {
  if (part === null || part === '' || part.picks.length === 0) return null
  const picks = part.picks.map((choice) => choice.replaceAll('_', '-').toLowerCase())
  return { id, message: `handoff-summary.${message}`, picks, vars: part.vars, isRemovable: !NEEDED.includes(id) }
}

const pick = (choice: string | null): Part | null => (choice === null ? null : { picks: [choice], vars: {} })
const picksOf = (picks: readonly string[]): Part => ({ picks, vars: {} })
const filled = (choice: string, vars: SummaryLine['vars']): Part => ({ picks: [choice], vars })

function roleParts({ callerRole, permissionGiven }: Summary): Part | null {
  return callerRole && picksOf([callerRole, ...(permissionGiven ? [permissionGiven] : [])])
}

function decisionParts({ decisionType, sectionsDisputed }: Summary): Part | null {
  return decisionType && picksOf([decisionType, ...sectionsDisputed.map((section) => `section-${section}`)])
}

function contactParts({ adviserContact: contact }: Summary, { provider }: SummaryNames): Part | null {
  if (contact === null) return null
  const known = [...(contact.date ? ['on'] : []), ...(contact.provider ? ['with'] : [])]
  return {
    picks: known.length > 0 ? known : [`made-${contact.made}`],
    vars: { date: contact.date ? shortly(contact.date) : '', provider },
  }
}

function certificateParts({ certificate }: Summary): Part | null {
  if (certificate === null) return null
  const { needed, held, issueDate } = certificate
  return {
    picks: [...(needed ? [needed] : []), ...(held ? [`held-${held}`] : []), ...(issueDate ? ['issued'] : [])],
    vars: { date: issueDate ? shortly(issueDate) : '' },
  }
}

const OWN_LABEL: readonly ClockName[] = ['appeal', 'mediation-adviser', 'discrimination-claim']

function clockLine({ clock, safeDate, lastDate, status }: ToldClock): SummaryLine | null {
  const label = OWN_LABEL.includes(clock) ? clock : 'other'
  const standing = status === 'late-window' || status === 'passed' ? status : 'open'
  return line(`clocks:${clock}`, `clock-${label}`, filled(standing, { date: inWords(safeDate ?? lastDate) }))
}

function safeParts({ safeContact }: Summary): Part | null {
  if (safeContact === null) return null
  const { mayLeaveMessage, maySayWho, bestTimes } = safeContact
  return picksOf([`message-${mayLeaveMessage}`, `who-${maySayWho}`, ...bestTimes])
}

function needsParts({ needsForTheCall }: Summary): Part | null {
  if (needsForTheCall === null) return null
  const { needs, language, other } = needsForTheCall
  return {
    picks: [...needs, ...(language ? ['language'] : []), ...(other ? ['other'] : [])],
    vars: { language: language ?? '', other: other ?? '' },
  }
}

function checklistParts({ letterChecklist }: Summary): Part | null {
  if (letterChecklist === null) return null
  const answers = Object.values(letterChecklist)
  const count = (wanted: string): number => answers.filter((answer) => answer === wanted).length
  return {
    picks: [count('no') > 0 ? 'missing' : 'none-missing', ...(count('unsure') > 0 ? ['unsure'] : [])],
    vars: { missing: String(count('no')), of: String(answers.length), unsure: String(count('unsure')) },
  }
}

/** A date in words without its weekday: `9 October 2026`. */
function shortly(date: CalendarDate): string {
  return inWords(date).replace(/^\S+ /, '')
}
