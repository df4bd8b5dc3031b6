// Dates of birth, told from the dates of letters and meetings, which stay.
import type { Span } from './span'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = "(?:(?:19|20)\\d{2}|'?\\d{2})"
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const DATE = new RegExp(
  [
    `(?<![\\d£])(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?![\\d])`,
    `(?<![\\d£])\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d])`,
    `(?<![\\d£])\\d{1,2} \\d{1,2} (?:19|20)\\d{2}(?![\\d])`,
    `(?<![\\w£])${DAY}(?: of)?[ -]?${MONTH}\\b(?:,? ?-?(?:of )?${YEAR}(?![\\d:]))?`,
    `\\b${MONTH} (?:the )?${DAY}(?![\\w:])(?:,? ${YEAR}(?![\\d:]))?`,
    `\\b${MONTH},? (?:of )?(?:19|20)\\d{2}\\b`,
    `(?<![\\w£])(?:19|20)\\d{2}(?![\\w/-])`,
  ].join('|'),
  'gi',
)
const BIRTH =
  /\b(?:d\.? ?o\.? ?b\.?|dates? of births?|birth ?dates?|birth ?days?|b-?days?|b'days?|births?|born)(?![a-z])|\b(?:turn(?:s|ed|ing)?|be|is|was) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?: (?:years? old|this|next|last|today))? (?:on|in)\b/gi
/** What a date of a letter, a meeting or a deadline stands beside. */
const PROCESS =
  /\b(?:letters?|dated?|sent|send|received?|got|get|came|come|arrived?|decisions?|decided?|refus\w+|certificates?|issued?|meetings?|hearings?|tribunal|reviews?|appeal\w*|mediation|deadline|by|before|until|till|since|on|from|after|said|says|wrote|writ\w+|email\w*|posted|post|assess\w+|panel|plans?|ehcp?|ehcna|today|due|regulations?|act|law|code|ends?|start(?:s|ed)?|last|this|next|in|rang|called|told|asked|applied|request\w*|moved|move|tomorrow|yesterday)\b/i
const NEAR = 32

/** Dates of birth as spans to mask, all other dates as spans to keep. */
export function findDates(text: string): Span[] {
  const births = [...text.matchAll(BIRTH)].map(({ 0: cue, index }) => ({ start: index, end: index + cue.length }))
  return [...text.matchAll(DATE)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    return { ...span, kind: isBirth(text, span, births) ? 'birth-date' : 'keep' }
  })
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function isBirth(text: string, date: Stretch, births: readonly Stretch[]): boolean {
  const isNear = births.some(
    (cue) => isBeside(text, cue, date) || (isBeside(text, date, cue) && !PROCESS.test(sentenceBefore(text, date.start))),
  )
  if (isNear) return true
  const hasDayAndYear = /\d\D+\d/.test(text.slice(date.start, date.end))
  return hasDayAndYear && !PROCESS.test(sentenceBefore(text, date.start)) && !PROCESS.test(sentenceAfter(text, date.end))
}

/** Nothing but a few words of the same sentence between them. */
function isBeside(text: string, first: Stretch, second: Stretch): boolean {
  if (first.end > second.start || second.start - first.end > NEAR) return false
  const between = text.slice(first.end, second.start)
  return !/[.!?;\n]\s/.test(between) && !/\b(?:letter|decision|certificate|they|refus\w+|wrote|sent|council)\b/i.test(between)
}

const SENTENCE = 120

function sentenceBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - SENTENCE), at).replace(/^.*[.!?;\n]\s/s, '')
}

function sentenceAfter(text: string, at: number): string {
  return text.slice(at, at + SENTENCE).replace(/[.!?;\n]\s.*/s, '')
}
