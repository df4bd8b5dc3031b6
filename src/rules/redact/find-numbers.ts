// Numbers that point to one person: register numbers, phones, e-mail addresses, postcodes, references. In doubt, one is taken for the likeliest.
import { spansOf, type Span } from './span'

const EMAIL =
  /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|[\w.+%-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}|\b[\w.+-]{2,64}\s(?:at|\[at\]|\(at\))\s[\w-]{2,63}\s?(?:dot|\.|\[dot\])\s?(?:com|co|org|net|gov|uk|ac|me)\b(?:\s?(?:dot|\.)\s?uk\b)?/gi
const HANDLE = /(?<![\w.])@\w{2,40}/g
/** One letter and twelve more signs, eleven of them digits. The check letter is not asked for: a slip must not unmask it. */
const UPN = /(?<![a-z0-9])[a-z][ -]?\d(?:[ -]?\d){10}[ -]?[a-z0-9](?![a-z0-9])/gi
const NI_NUMBER =
  /(?<![a-z0-9])(?!(?:in|on|by|to|of|at|no|or|is|it|he|we|my|as|so|if|up|am|pm|go|do|me|us|be|hi|ok|vs)\b)[a-z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?:[ .-]?[a-d](?![a-z]))?(?![0-9])/gi
const POSTCODE = /(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])/gi
const OUTWARD_AFTER_CUE =
  /\bpost ?code\b(?: (?:is|area|district|of|starts|begins|with))*[ :]*([a-z]{1,2}\d[a-z\d]?(?:\s?\d[a-z]{2})?)(?![a-z0-9])/gi
const NHS_NUMBER = /(?<!\d)[1-9]\d{2}[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}(?!\d)/g
const PHONE = /(?<![\d£]|\d[ -])(?:\+\s?\d|\(\s?\+?\d|0)\)?(?:[\s().-]{0,3}\d){6,14}(?!\d)/g
const SPOKEN =
  /(?<!\w)(?:(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|\d)[ ,-]{1,2}){6,20}(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|\d)\b/gi
const LONG = /(?<![\d£])\d{5,}(?!\d)/g
const IN_GROUPS = /(?<![\d£])\d{3,}(?:[ .-]\d{3,}){1,6}(?!\d)/g
const FOUR = /(?<![\w£./-])\d{4}(?![\w%/-])/g
/** Letters and at least four digits in one token: the reference of a case, a claim, a pupil. */
const MIXED = /(?<![\w/-])(?=[\w/-]{0,20}[a-z])(?=(?:[\w/-]{0,6}?\d){4})[a-z0-9][\w/-]{3,30}/gi
const AFTER_CUE =
  /\b(?:refs?|reference|case|pupil|claim|hospital|passport|licen[cs]e|account|policy|patient|student|upn|nhs|ni|uln|crn|id)\b(?: (?:number|no|num|id|code|ref|is))*[ .:#-]{0,3}((?=[a-z/-]{0,6}\d)[a-z0-9][\w/-]{2,20})/gi

const YEAR = /(?<![\w£])(?:19|20)\d{2}(?:[/-]\d{2}(?:\d{2})?)?(?![\w/-])/g
const MONEY = /£\s?\d[\d,. ]{0,13}|(?<![\d-])\d[\d,.]{0,9}\s?(?:k\b|pounds?\b|quid\b|pence\b|p\b|%|per ?cent\b)/gi
const AMOUNT =
  /(?<![\d-])\d[\d,]{0,6}(?:\s?(?:-|to|or)\s?\d{1,4})?\s(?:working |school |calendar |more |full )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mths?|years?|yrs?|terms?|pages?|pupils?|families|people|words|times)\b/gi
const LAW =
  /\b(?:sections?|sect?|s|ss|regulations?|regs?|rules?|paragraphs?|paras?|parts?|schedules?|articles?|chapters?|acts?|sendr?)\.? ?\d{1,4}(?:\.\d{1,3})?[a-z]?(?:\(\w{1,2}\))*(?:(?:,| and| or| to|-) ?\d{1,3}[a-z]?){0,8}(?![\w/])/gi

/** What may look like such a number and is none: years, money, lengths of time, places in the law. */
export function findPlainNumbers(text: string): Span[] {
  return [LAW, MONEY, AMOUNT, YEAR].flatMap((pattern) => spansOf(text, pattern, 'keep'))
}

/** Addresses on the net, which may hold anything else. */
export function findEmails(text: string): Span[] {
  return [EMAIL, HANDLE].flatMap((pattern) => spansOf(text, pattern, 'email'))
}

/** Numbers whose form says what they are. */
export function findRegisterNumbers(text: string): Span[] {
  return [
    ...spansOf(text, UPN, 'upn'),
    ...spansOf(text, NI_NUMBER, 'ni-number'),
    ...spansOf(text, POSTCODE, 'postcode'),
    ...spansOf(text, OUTWARD_AFTER_CUE, 'postcode'),
    ...spansOf(text, NHS_NUMBER, 'nhs-number'),
    ...spansOf(text, PHONE, 'phone'),
    ...spansOf(text, SPOKEN, 'phone'),
  ]
}

/** Every other number that is too long to be a count, an age, or a place in the law. */
export function findOtherNumbers(text: string): Span[] {
  return [
    ...spansOf(text, AFTER_CUE, 'other-number'),
    ...[IN_GROUPS, LONG, FOUR, MIXED].flatMap((pattern) => spansOf(text, pattern, 'other-number')),
  ]
}
