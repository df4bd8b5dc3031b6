// Names, as far as they can be told: by a list, by a capital where none belongs, and by the words that stand before a name.
import { isNameAfterCue, type Token } from './name-cues'
import { GIVEN_NAMES, NAMES_AND_WORDS } from './given-names'
import { ORDINARY_WORDS } from './ordinary-words'
import { readTokens } from './name-tokens'
import type { Span } from './span'

const MONTHS = new Set(['may', 'june', 'august', 'april'])
/** Capitals that stand for a thing, not for a person. */
const TERMS = new Set(
  `ehc ehcp ehcps ehcna ehcpna ehcnas send sen senco sendco sencos sendist sendiass sendias iass ipsea sossen ncse sos la las lea leas nhs icb icbs ccg camhs
   cahms asd asc adhd add pda odd ocd adha fasd pmld mld sld slcn semh dld vi hi salt slt ot ots ep eps gp gps ta tas lsa elsa pru prus ap eotas eotis oos
   pip dla esa uc pecs aac bsl iq gcse gcses btec alevel sats ks1 ks2 ks3 ks4 eyfs ofsted dfe hmcts lgsco lgo ombudsman equality act acts cfa code practice
   tribunal section sections regulation regulations part schedule council councils county borough city local authority offer mediation mediator certificate
   kids global mediate essential prime resolution collis contact citizens advice childline samaritans nspcc ico mencap mp mps pa pas tv pc id faq pdf ok asap
   fyi btw omg upper sincerely ceo omg upn uln crn ni nino ref refs dob wtf lol tbh idk imo ffs uk gb eu usa sw nw se ne am pm`.split(
    /\s+/,
  ),
)

/** Every name, a possessive ending left in place. */
export function findNames(text: string): Span[] {
  const tokens = readTokens(text)
  const names: Span[] = []
  let lastName: Token | undefined
  for (const [at, token] of tokens.entries()) {
    const isName: boolean =
      isAlone(token) ||
      isNameAfterCue(token, (steps) => tokens[at - steps], isOrdinary) ||
      isSubject(token, tokens[at + 1]) ||
      (lastName !== undefined && goesOn(lastName, token))
    if (isName) names.push({ kind: 'name', start: token.start, end: token.end })
    lastName = isName ? token : undefined
  }
  return names
}

/** Told by the word itself. */
function isAlone({ word, hasCapital, isFirst, isForeign, isDated }: Token): boolean {
  if (isForeign || word.split('-').some((part) => GIVEN_NAMES.has(part))) return true
  if (word.endsWith('s') && GIVEN_NAMES.has(word.slice(0, -1)) && !isOrdinary(word)) return true
  if (!hasCapital) return false
  if (NAMES_AND_WORDS.has(word)) return !isFirst && !(MONTHS.has(word) && isDated)
  return !isOrdinary(word)
}

const VERBS = new Set(
  'has is was needs hasnt isnt wasnt goes got gets cant wont refuses struggles attends had did does doesnt didnt'.split(' '),
)

/** An unknown word that begins a sentence and does something: "reyansh has autism". */
function isSubject({ word, isFirst }: Token, next: Token | undefined): boolean {
  return isFirst && !!next?.isNextTo && VERBS.has(next.word.replaceAll("'", '')) && !isOrdinary(word)
}

/** A second name after a first: "Jack Smith", "jack smith", "Jack and Lily". */
function goesOn(lastName: Token, { word, isNextTo, hasCapital }: Token): boolean {
  return isNextTo && !lastName.isPossessive && (!isOrdinary(word) || (hasCapital && NAMES_AND_WORDS.has(word)))
}

/** Whether a word is none of anybody's names, in one of its usual endings too. */
function isOrdinary(word: string): boolean {
  return word.replaceAll("'", '').split('-').every(isOrdinaryPart)
}

function isOrdinaryPart(part: string): boolean {
  if (part.length < 2 || ORDINARY_WORDS.has(part) || TERMS.has(part)) return true
  return ENDINGS.some(([ending, stem]) => {
    const begins = part.slice(0, -ending.length)
    return begins.length > 2 && part.endsWith(ending) && ORDINARY_WORDS.has(begins + stem)
  })
}

/** What stands at the end of a word in place of what stands at the end of an ordinary one. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['y', ''],
  ['ness', ''],
  ['ment', ''],
  ['able', ''],
  ['able', 'e'],
  ['less', ''],
  ['ful', ''],
  ['ll', ''],
  ['nt', ''],
]
