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

const OWNERS = new Set('my our his her their your me mi the a an'.split(' '))
const DESCRIBING = new Set(
  `little young younger youngest old older oldest eldest elder big only other second first third middle autistic disabled deaf blind adopted foster step poor dear
   year yr yo yrs years teenage late own new ex ed educational head class form deputy social case support allocated send sen`.split(/\s+/),
)
const PEOPLE = new Set(
  `son daughter child boy girl lad lass kid baby twin twins brother sister nephew niece cousin grandson granddaughter grandchild stepson stepdaughter husband
   wife partner ex mum mam mom mummy dad daddy mother father nan nana gran granny grandma grandad grandpa auntie aunt uncle friend mate neighbour caseworker worker
   officer teacher head headteacher senco sendco ta gp doctor paediatrician psychologist psych therapist solicitor lawyer mediator coordinator manager tutor
   childminder carer guardian student pupil babe bairn wean`.split(/\s+/),
)
const TITLES = new Set('mr mrs ms mx dr prof professor sir dame cllr councillor judge rev reverend'.split(' '))
const NAMING = new Set('named called nicknamed aka name names'.split(' '))
const GREETED = new Set('dear hi hello regards thanks sincerely faithfully from signed love cheers'.split(' '))

/** Whether the words before say that this is a name. `isOrdinary` tells words that are nobody's. */
export function isNameAfterCue(tokens: readonly Token[], at: number, isOrdinary: (word: string) => boolean): boolean {
  const token = tokens[at]
  if (!token || token.word.length < 2) return false
  const back = (steps: number): string => tokens[at - steps]?.word ?? ''
  if (isTitled(token, back(1))) return true
  if (isOrdinary(token.word)) return false
  if (isPerson(tokens, at)) return true
  if (NAMING.has(back(1)) || (/^(?:is|was|s|be|are)$/.test(back(1)) && NAMING.has(back(2)))) return true
  if (/^(?:name's|names)$/.test(back(1))) return true
  const introduces =
    GREETED.has(back(1)) || /^(?:i'm|im|it's|its)$/.test(back(1)) || /^(?:i am|this is|it is|am i)$/.test(`${back(2)} ${back(1)}`)
  return token.hasCapital && introduces
}

/** "Mrs Patel", "dr khan"; but "miss the deadline" only with a capital. */
function isTitled({ hasCapital, word }: Token, before: string): boolean {
  return (
    (TITLES.has(before) && !/^(?:and|or|who|said|has|is|was|told|at|in|for|to|the|my|our|about|s)$/.test(word)) ||
    (before === 'miss' && hasCapital)
  )
}

/** "my daughter ellie", "our youngest, jack", "the caseworker jo": up to three describing words between. */
function isPerson(tokens: readonly Token[], at: number): boolean {
  let place = at - 1
  const noun = tokens[place]
  if (!noun || noun.isPossessive || !(PEOPLE.has(noun.word) || /^(?:youngest|eldest|oldest|middle)$/.test(noun.word))) return false
  for (let steps = 0; steps < 4; steps += 1) {
    place -= 1
    const before = tokens[place]
    if (!before) return false
    if (OWNERS.has(before.word) || before.isPossessive) return true
    if (!DESCRIBING.has(before.word) && !PEOPLE.has(before.word)) return false
  }
  return false
}
