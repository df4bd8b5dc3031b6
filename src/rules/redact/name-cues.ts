// The words that stand before a name: "my daughter", "her name is", "I am", "Mrs".

/** A word of a text, with what tells a name. Positions in UTF-16 units; a possessive ending is left out. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly hasCapital: boolean
  /** Whether it begins a sentence. */
  readonly isFirst: boolean
  /** Whether only a space parts it from the word before. */
  readonly isNextTo: boolean
  readonly isPossessive: boolean
  /** Written in another script, where no name can be told. */
  readonly isForeign: boolean
  readonly isDated: boolean
}

type Words = ReadonlySet<string | undefined>
const wordsOf = (list: string): Words => new Set(list.split(/\s+/))

const OWNERS = wordsOf('my our his her their your me mi the a an')
const DESCRIBING = wordsOf(
  `little young younger youngest old older oldest eldest elder big only other second first third middle autistic disabled deaf blind adopted foster step poor dear
   year yr yo yrs years teenage late own new ex ed educational head class form deputy social case support allocated send sen`,
)
const PEOPLE = wordsOf(
  `son daughter child boy girl lad lass kid baby twin twins brother sister nephew niece cousin grandson granddaughter grandchild stepson stepdaughter husband
   wife partner ex mum mam mom mummy dad daddy mother father nan nana gran granny grandma grandad grandpa auntie aunt uncle friend mate neighbour caseworker worker
   officer teacher head headteacher senco sendco ta gp doctor paediatrician psychologist psych therapist solicitor lawyer mediator coordinator manager tutor
   childminder carer guardian student pupil babe bairn wean`,
)
const SIBLINGS = wordsOf('youngest eldest oldest middle')
const TITLES = wordsOf('mr mrs ms mx dr prof professor sir dame cllr councillor judge rev reverend')
const AFTER_NO_TITLE = wordsOf('and or who said has is was told at in for to the my our about')
const NAMING = wordsOf('named called nicknamed aka name names')
const BEING = wordsOf('is was s be are')
const GREETED = wordsOf("dear hi hello regards thanks sincerely faithfully from signed love cheers i'm im its")
const SAID_OF_SOMEBODY = new Set(['i am', 'this is', 'it is', 'am i'])

type Back = (steps: number) => Token | undefined

/** Whether the words before say that this is a name. `isOrdinary` tells words that are nobody's. */
export function isNameAfterCue(token: Token, back: Back, isOrdinary: (word: string) => boolean): boolean {
  const [last, beforeLast] = [back(1)?.word, back(2)?.word]
  if (isTitled(token, last)) return true
  if (isOrdinary(token.word)) return false
  if (isPerson(back)) return true
  if (NAMING.has(last) || (BEING.has(last) && NAMING.has(beforeLast))) return true
  return token.hasCapital && (GREETED.has(last) || SAID_OF_SOMEBODY.has(`${beforeLast} ${last}`))
}

/** "Mrs Patel", "dr khan"; but "miss the deadline" only with a capital. */
function isTitled({ hasCapital, word }: Token, before: string | undefined): boolean {
  if (word.length < 2) return false
  return (TITLES.has(before) && !AFTER_NO_TITLE.has(word)) || (before === 'miss' && hasCapital)
}

/** "my daughter ellie", "our youngest, jack", "the caseworker jo": up to three describing words between. */
function isPerson(back: Back): boolean {
  const noun = back(1)
  if (!noun || noun.isPossessive || !(PEOPLE.has(noun.word) || SIBLINGS.has(noun.word))) return false
  const before = [back(2), back(3), back(4), back(5)]
  const owner = before.findIndex((token) => token?.isPossessive === true || OWNERS.has(token?.word))
  return owner >= 0 && before.slice(0, owner).every((token) => DESCRIBING.has(token?.word) || PEOPLE.has(token?.word))
}
