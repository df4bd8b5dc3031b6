// `content check`: faults planted in a copy of the pack are all found at once, and what is right is left alone.
import { checkContent } from '../../../src/cli/content-check'
import { checkPack } from '../../../src/content/check/check-pack'
import { forbiddenClaims, foreignSpelling } from '../../../src/content/check/check-words'
import type { SaidText } from '../../../src/content/check/said-texts'
import { inOneLine } from '../../../src/content/faults'
import { FaultList, readFile } from '../../../src/content/read-file'
import { houseStyle } from '../../../src/content/schema/house-style'
import { contentDir } from '../../../src/project-root'
import { day } from '../../holidays'
import { copyOfPack } from '../broken-pack'

const today = day('2026-11-22')

describe('the pack that is shipped', () => {
  const { faults, reading } = checkPack(contentDir, today)

  it('passes', () => {
    expect(faults.map(inOneLine)).toEqual([])
  })

  it('can be read with ease: at least 95 % of the cards at the age that they may have', () => {
    const within = reading.filter(({ age, bar }) => age <= bar)
    expect(within.length / reading.length).toBeGreaterThanOrEqual(0.95)
    expect(new Set(reading.map(({ bar }) => bar))).toEqual(new Set([9, 11, 13]))
  })

  it('has a reading age for its cards, the hardest first', () => {
    expect(reading.length).toBeGreaterThan(400)
    expect(reading[0]?.age).toBeGreaterThanOrEqual(reading.at(-1)?.age ?? 0)
  })
})

describe('a pack with faults planted', () => {
  const pack = copyOfPack()
  pack.replace('topics/mediation-cost.md', /^keyPhrases:\n(?: +- .*\n)+/m, 'keyPhrases: [no charge, who pays]\n')
  pack.replace(
    'topics/mediation-what.md',
    /\n---\n\n/,
    '\n---\n\nYou will win. You must mediate. We will call you. You have 60 days. Ring 0161 496 0000 or a@b.example. What a nice color.\n\n',
  )
  pack.replace('topics/mediation-what.md', /^reviewBy: .*$/m, 'reviewBy: 2026-11-22')
  pack.replace(
    'two-routes.yaml',
    /mediation: Free for families\./,
    'mediation: Free for families, which is unfortunately rather unlike the other one.',
  )
  pack.replace('topics/mediation-cost.md', /\n---\n\n/, '\n---\n\nIt takes 17 weeks, until 3 June 2031. ')
  pack.replace('councils/devon.yaml', 'https://devonias.org.uk/information', 'https://devonias.example/information')
  pack.replace('stated-numbers.yaml', /$/, "ipsea:\n  '99 day': 'nowhere'\n")
  afterAll(() => pack.delete())

  it('lists them all at once', () => {
    const lines = checkPack(pack.dir, day('2026-11-23')).faults.map(inOneLine)
    expect(lines).toEqual(
      expect.arrayContaining([
        'topics/mediation-cost.md: keyPhrases: has 2, at least 8 are needed',
        'topics/mediation-what.md: answer: predicts success: "You will win"',
        'topics/mediation-what.md: answer: says that mediation is compulsory: "must mediate"',
        'topics/mediation-what.md: answer: promises a call: "We will call you"',
        'topics/mediation-what.md: answer: counts two months in days: "60 days"',
        'topics/mediation-what.md: answer: 0161 496 0000 stands in no list of contacts',
        'topics/mediation-what.md: answer: a@b.example stands in no list of contacts',
        'topics/mediation-what.md: answer: write colour for color',
        'topics/mediation-what.md: reviewBy: was to be reviewed by 2026-11-22',
        'topics/mediation-cost.md: answer: "17 week" stands in no fact and in no rule',
        'topics/mediation-cost.md: answer: "3 June 2031" stands in no fact and in no rule',
        'stated-numbers.yaml: ipsea: "99 day" is said nowhere',
        'councils/devon.yaml: evidence: devonias.example is not on the list of hosts',
        'councils/devon.yaml: https://devonias.org.uk: does not stand in its evidence',
        'two-routes.yaml: cost: one side is more than 20 % longer than the other (parent)',
        'two-routes.yaml: cost: "unfortunately" pushes',
      ]),
    )
  })

  it('warns before a review is due, and when the bank holidays run out', () => {
    const { warnings } = checkPack(pack.dir, day('2026-11-22'))
    expect(warnings.map(inOneLine)).toEqual(['topics/mediation-what.md: reviewBy: is to be reviewed by 2026-11-22, in 0 days'])
    const within = (on: string) =>
      checkPack(pack.dir, day(on))
        .warnings.filter(({ file }) => file === 'pack.yaml')
        .map((warning) => warning.within)
    expect(['2027-03-22', '2027-03-23', '2027-04-22', '2027-05-15', '2027-05-22', '2027-05-23'].map(within)).toEqual([
      [],
      [60],
      [30],
      [7],
      [7],
      [],
    ])
    expect(checkPack(pack.dir, day('2028-01-02')).warnings.map(inOneLine)).toContain(
      'bank-holidays.json: coverage.until: ends on 2028-12-31',
    )
  })

  it('ends with 1 and a line of counts', () => {
    const { lines, exitCode } = checkContent(pack.dir, today)
    expect(exitCode).toBe(1)
    expect(lines.at(-1)).toMatch(/^\d+ faults, 1 warning$/)
    expect(lines.filter((line) => line.startsWith('FAULT ')).length).toBeGreaterThanOrEqual(10)
  })
})

describe('a pack that cannot be read', () => {
  it('says why, with exit code 1', () => {
    const pack = copyOfPack()
    pack.remove('pack.yaml')
    pack.remove('house-style.yaml')
    const { lines, exitCode } = checkContent(pack.dir, today)
    pack.delete()
    expect(lines).toEqual(['FAULT    pack.yaml: is missing', 'FAULT    house-style.yaml: is missing', '2 faults, 0 warnings'])
    expect(exitCode).toBe(1)
  })
})

describe('the house style', () => {
  const faults = new FaultList()
  const style = readFile({ dir: contentDir, faults }, 'house-style.yaml', houseStyle)
  if (style === null) throw new Error('the house style cannot be read')
  const card = (text: string): SaidText[] => [{ file: 'topics/x.md', path: 'answer', text, kind: 'card' }]

  it.each([
    'You are likely to succeed.',
    'You have a strong case.',
    'Of those, 75% of cases settle.',
    'Mediation is compulsory.',
    "Someone'll call you.",
    'You have 30 days to appeal.',
    'You have 30 days from the date on your certificate.',
    'It runs from the day you got the letter.',
    'Asking for mediation stops the clock.',
    'A complaint pauses the appeal clock.',
    'We recommend this.',
    'You should try mediation.',
    'It is best to mediate.',
    'That would be a waste of time.',
  ])('refuses "%s"', (text) => {
    expect(forbiddenClaims(card(text), style).length).toBeGreaterThan(0)
  })

  it.each([
    'You do not have to mediate.',
    'It does not stop the clock.',
    'Neither stops the clock.',
    'Nothing in a complaint stops the clock.',
    'Does a complaint stop the clock?',
    'Count from the date on the letter, not from the day you got it.',
    'The council must arrange it within 30 days of being told that you want it.',
    'You can call us.',
  ])('lets "%s" stand', (text) => {
    expect(forbiddenClaims(card(text), style)).toEqual([])
  })

  it('knows British spelling', () => {
    expect(foreignSpelling(card('An organization recognized this.'), style)).toHaveLength(2)
    expect(foreignSpelling(card('An organisation recognised this in its computer program.'), style)).toEqual([])
  })
})
