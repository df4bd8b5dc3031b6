// For the family without a handoff: a summary to keep and read out, and a message to send from their own e-mail. Nothing leaves this page.
import type { DialogContext } from 'botbuilder-dialogs'
import { decisionWords, inVoice } from '../src/content/wording'
import { certificateNeed } from '../src/rules/decisions'
import { inWords } from '../src/rules/calendar-date'
import { textOf, type SaidLine } from '../src/rules/handoff/summary-text'
import { phrase, say } from './say'
import { sharingOf } from './sharing'
import { adviserDate, linesOf, summaryOf } from './summary-of'
import { visitOf, voiceOf, type Visit } from './visit'

/** The card that is kept on the phone and read aloud. */
export async function sayKeepCard(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const lines = linesOf(visit, summaryOf(visit, 'phone'))
  await say(dc, 'handoff.keep-card', { lines: asList(lines), 'contact-warning': notContact(visit) })
}

/** A text that begins the contact with the adviser when the family sends it: SEND Regs 2014 reg 33. */
export async function sayMessageToSend(dc: DialogContext): Promise<void> {
  const visit = visitOf(dc)
  const { problem, letterDate } = visit.memory.facts
  const { wants = 'unsure' } = sharingOf(visit).answers
  const decision = problem === undefined ? '' : inVoice(decisionWords(visit.pack, problem).label, voiceOf(visit))
  const vars = {
    decision: decision === '' ? '…' : `${decision.replace(/\.$/, '')}.`,
    letter: letterDate === undefined ? '' : phrase(visit, 'handoff.words-letter', { date: inWords(letterDate) }).trim(),
    wants: phrase(visit, `handoff.wants-${wants.replaceAll('_', '-')}`).trim(),
  }
  await say(dc, 'handoff.message-to-send', { words: `> ${phrase(visit, 'handoff.words-adviser', vars).trim()}` })
}

export function asList(lines: readonly SaidLine[]): string {
  return textOf(lines)
    .split('\n')
    .map((line) => `- ${line}`)
    .join('\n')
}

/** SEND Regs 2014 reg 33: only a word to the adviser is contact with the adviser. Not said where no certificate is needed. */
export function notContact(visit: Visit): string {
  if (certificateNeed(visit.memory.facts.decision ?? 'unsure') === 'not-needed') return ''
  const date = adviserDate(visit)
  if (date === null) return phrase(visit, 'handoff.not-contact-no-date').trim()
  return phrase(visit, 'handoff.not-contact', { date: inWords(date) }).trim()
}
