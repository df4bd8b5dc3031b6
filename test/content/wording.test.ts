// How the pack speaks: voice, gaps, choices and sources.
import { day } from '../holidays'
import { loadPack } from '../../src/content/load'
import type { Pack } from '../../src/content/pack'
import { message } from '../../src/content/schema/message'
import { answerOf, clockWords, decisionWords, inVoice, sourceLines, warningText, whoMayAct, words } from '../../src/content/wording'
import { contentDir } from '../../src/project-root'

const shipped = loadPack(contentDir)
const pack: Pack = {
  ...shipped,
  messages: new Map([
    [
      'test.ask',
      message.parse({
        kind: 'question',
        text: 'What date is on the letter about {{whom}}?\n',
        youngPerson: 'What date is on your letter?\n',
        vars: ['whom'],
        choices: [{ id: 'none', label: 'No date', youngPerson: 'My letter has none', also: ['none'] }],
        sources: ['R20', 'R20'],
      }),
    ],
  ]),
}

describe('words', () => {
  it('fills the gaps of a message and gives its kind, choices and sources', () => {
    expect(words(pack, 'test.ask', { voice: 'parent', vars: { whom: 'your child' } })).toEqual({
      text: 'What date is on the letter about your child?',
      kind: 'question',
      choices: [{ id: 'none', label: 'No date', also: ['none'] }],
      sources: [
        {
          title: 'Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008, rule 20',
          url: 'https://www.legislation.gov.uk/uksi/2008/2699/article/20/data.html',
          checkedOn: '2026-11-22',
        },
      ],
    })
  })

  it('speaks to a young person in their own voice', () => {
    const said = words(pack, 'test.ask', { voice: 'young-person' })
    expect(said.text).toBe('What date is on your letter?')
    expect(said.choices[0]?.label).toBe('My letter has none')
  })

  it('takes a gap without a value, and an unknown id, for our own failure', () => {
    expect(() => words(pack, 'test.ask', { voice: 'parent' })).toThrow('No value for {{whom}}')
    expect(() => words(pack, 'test.ask', { voice: 'parent', vars: Object.create({ whom: 'x' }) as Record<string, string> })).toThrow(
      '{{whom}}',
    )
    expect(() => words(pack, 'test.nothing', { voice: 'parent' })).toThrow('The content pack has no message test.nothing')
  })
})

describe('the words for rules', () => {
  it('have both voices', () => {
    expect(inVoice('same', 'young-person')).toBe('same')
    expect(inVoice({ parent: 'a', youngPerson: 'b' }, 'parent')).toBe('a')
    expect(inVoice({ parent: 'a', youngPerson: 'b' }, 'young-person')).toBe('b')
    expect(whoMayAct(pack, 'cease', 'parent')).toMatch(/^You, as the child's parent/)
    expect(whoMayAct(pack, 'cease', 'young-person')).toMatch(/^You, once the last Friday in June/)
  })

  it('are found by the names of the rules', () => {
    expect(decisionWords(pack, 'placement-named').form).toBe('SEND35')
    expect(clockWords(pack, 'mediation-adviser').law).toEqual(['SEND Regs 2014 reg 33'])
    expect(warningText(pack, 'U12', 'parent')).toMatch(/working day before it/)
    expect(() => sourceLines(pack, ['NOWHERE'])).toThrow('no source NOWHERE')
  })

  it('fall back on the answer to a parent where a topic has no other', () => {
    const topic = [...pack.topics.values()][0]
    if (!topic) throw new Error('there is no topic')
    expect(answerOf({ ...topic, answer: 'a', youngPerson: null }, 'young-person', day('2026-11-22'))).toBe('a')
    expect(answerOf({ ...topic, answer: 'a', youngPerson: 'b' }, 'young-person', day('2026-11-22'))).toBe('b')
    expect(answerOf({ ...topic, answer: 'a', youngPerson: 'b' }, 'parent', day('2026-11-22'))).toBe('a')
  })
})
