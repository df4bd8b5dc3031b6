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
  let before: 'name' | 'word' = 'word'
  for (const [at, token] of tokens.entries()) {
    const isName: boolean =
      isAlone(token) || isNameAfterCue(tokens, at, isOrdinary) || isSubject(tokens, at) || (before === 'name' && goesOn(tokens, at))
    if (isName) names.push({ kind: 'name', start: token.start, end: token.end })
    before = isName ? 'name' : 'word'
  }
  return names
}

/** Told by the word itself. */
function isAlone({ word, hasCapital, isFirst, isForeign, isDated }: Token): boolean {
  if (isForeign) return true
  if (GIVEN_NAMES.has(word) || word.split('-').some((part) => part.length > 2 && GIVEN_NAMES.has(part))) return true
  if (word.endsWith('s') && GIVEN_NAMES.has(word.slice(0, -1)) && !isOrdinary(word)) return true
  if (!hasCapital || word.length < 2) return false
  if (NAMES_AND_WORDS.has(word)) return !isFirst && !(MONTHS.has(word) && isDated)
  return !isOrdinary(word)
}

const VERBS = new Set(
  'has is was needs hasnt isnt wasnt goes got gets cant wont refuses struggles attends had did does doesnt didnt'.split(' '),
)

/** An unknown word that begins a sentence and does something: "reyansh has autism". */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return !!token?.isFirst && !!next?.isNextTo && VERBS.has(next.word.replaceAll("'", '')) && !isOrdinary(token.word)
}

/** A second name after a first: "Jack Smith", "jack smith", "Jack and Lily". */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const [token, last] = [tokens[at], tokens[at - 1]]
  if (!token || !last || !token.isNextTo || last.isPossessive) return false
  return token.hasCapital ? !isOrdinary(token.word) || (!TERMS.has(token.word) && NAMES_AND_WORDS.has(token.word)) : !isOrdinary(token.word)
}

/** Whether a word is none of anybody's names, in one of its usual endings too. */
function isOrdinary(word: string): boolean {
  const bare = word.replaceAll("'", '')
  if (ORDINARY_WORDS.has(bare) || TERMS.has(bare) || word.length < 2) return true
  if (word.includes('-')) return word.split('-').every((part) => part === '' || isOrdinary(part))
  return ENDINGS.some(
    ([ending, ...stems]) =>
      bare.length > ending.length + 2 &&
      bare.endsWith(ending) &&
      stems.some((stem) => ORDINARY_WORDS.has(bare.slice(0, -ending.length) + stem)),
  )
}

const ENDINGS: readonly (readonly [string, ...string[]])[] = [
  ['s', ''],
  ['es', '', 'e'],
  ['ies', 'y'],
  ['ed', '', 'e'],
  ['ied', 'y'],
  ['ing', '', 'e'],
  ['ly', ''],
  ['er', '', 'e'],
  ['ers', '', 'e'],
  ['d', ''],
  ['y', ''],
  ['ness', ''],
  ['ment', ''],
  ['able', '', 'e'],
  ['less', ''],
  ['ful', ''],
  ['ll', ''],
  ['nt', ''],
]
