import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { recogniseProblem, wordsOf, type ProblemPhrases } from '../../../src/rules/triage/recognise'
import { isProblem, rowOf, type Problem } from '../../../src/rules/triage/rows'

const file = parse(readFileSync(join(__dirname, '../../../content/recognise.yaml'), 'utf8')) as Record<string, string[]>
const phrases: ProblemPhrases = new Map(Object.entries(file).map(([problem, list]) => [problem as Problem, list]))
const rowFor = (text: string): number | null | undefined => {
  const [first] = recogniseProblem(text, phrases)
  return first === undefined ? undefined : rowOf(first.problem).row
}

describe('recognising a problem in words', () => {
  it('has fragments for every problem but unsure', () => {
    expect([...phrases.keys()].every(isProblem)).toBe(true)
    expect(phrases.size).toBe(35)
  })

  it.each<[number, string]>([
    [1, 'The council refuses to carry out an EHC needs assessment'],
    [1, 'they said no to testing my lad'],
    [1, 'LA has turned down our request for an assessment'],
    [1, 'Got a letter saying they won’t assess him'],
    [2, 'After assessment, LA refuses to issue a plan'],
    [2, 'they did the assessment but decided not to give her an EHCP'],
    [2, 'refusal letter: they will not issue an EHC plan'],
    [3, 'Section F of the final plan is vague'],
    [3, 'I disagree with the contents of the EHC plan'],
    [4, 'they named the wrong school in section I'],
    [4, 'the school named is not what we want'],
    [5, 'we only disagree with the type of school named'],
    [6, 'there is no school named in the plan at all'],
    [7, 'Section I and section F are both wrong'],
    [8, 'they refused to amend the plan after the annual review'],
    [8, 'council wont change his EHCP'],
    [9, 'LA refused to re-assess my daughter'],
    [10, 'council decided to cease to maintain the plan'],
    [10, 'they are ending my EHCP'],
    [11, 'the health section of the plan is wrong'],
    [12, 'the outcomes in section E are wrong'],
    [13, 'we have a draft plan'],
    [14, 'school isnt giving enough help and he has no ehcp, only SEN support'],
    [15, 'how the LA carries out its SEN duties'],
    [16, 'my college is not giving me support'],
    [18, 'the council and the ICB disagree with each other'],
    [19, 'the school discriminated against my disabled son'],
    [20, 'my college discriminated against me'],
    [21, 'refused admission, that is discrimination'],
    [22, 'my son was permanently excluded'],
    [23, 'she is on a part-time timetable'],
    [24, 'the council is late, 24 weeks and still no plan'],
    [25, 'she isn’t getting the speech therapy provision in section F'],
    [26, 'we have not had an annual review for two years'],
    [27, 'LA breaks a mediation agreement'],
    [28, 'the council has not carried out the tribunal order'],
    [29, 'school transport was refused'],
    [30, 'our personal budget was cut'],
    [31, 'he did not get into the school, we have an admission appeal'],
    [32, 'I want to complain about the NHS'],
    [33, 'we lost at the tribunal'],
    [34, 'we live in Wales'],
  ])('row %i: %s', (row, text) => expect(rowFor(text)).toBe(row))

  it('says nothing of a text with none of them', () => expect(recogniseProblem('what is the weather', phrases)).toEqual([]))

  it('weighs more words, then wildcards, and adds a little for each further fragment', () => {
    const made: ProblemPhrases = new Map([
      ['cease', ['end plan', 'end', 'pla*']],
      ['la-late', ['a b c']],
      ['transport', ['taxi/bus .. late']],
    ])
    expect(recogniseProblem('End plan', made)).toEqual([{ problem: 'cease', score: 2 + 1 / 4 + 0.9 / 4 }])
    expect(recogniseProblem('a b c', made)).toEqual([{ problem: 'la-late', score: 3 }])
    expect(recogniseProblem('the bus is late', made)).toEqual([{ problem: 'transport', score: 2 }])
    expect(recogniseProblem('bus late', made)).toEqual([{ problem: 'transport', score: 2 }])
    expect(recogniseProblem('bus 1 2 3 4 5 6 late', made)).toHaveLength(1)
    expect(recogniseProblem('bus 1 2 3 4 5 6 7 late', made)).toHaveLength(0)
    expect(recogniseProblem('bus late a b c', made).map(({ problem }) => problem)).toEqual(['la-late', 'transport'])
    expect(recogniseProblem(`${'x '.repeat(300)}a b c`, made)).toEqual([])
    expect(recogniseProblem('late bus', made)).toEqual([])
    const weakFirst: ProblemPhrases = new Map([['cease', ['end', 'end plan', 'e*', 'en*', 'end*', 'p*', 'pl*']]])
    expect(recogniseProblem('end plan', weakFirst)).toEqual([{ problem: 'cease', score: 2 + 1 / 4 + (3 * 0.9) / 4 }])
    expect(recogniseProblem('x bus', new Map([['transport', ['bus ..']]]))).toEqual([])
    expect(recogniseProblem('the taxi', made)).toEqual([])
  })

  it('reads words without their punctuation', () => {
    expect(wordsOf('Won’t, DON\'T… "re-assess" ２０')).toEqual(['wont', 'dont', 're', 'assess', '20'])
    expect(wordsOf('')).toEqual([])
    expect(wordsOf('  !a  b. ')).toEqual(['a', 'b'])
  })
})
