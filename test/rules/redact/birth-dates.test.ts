// Which dates are dates of birth: the words before and after them, how far those reach, and where a sentence ends. Written out by hand.
import { redact } from '../../../src/rules/redact/redact'

const masked = (typed: string): string => redact(typed).text

// A day and a month alone are masked only beside a word of birth.
test.each(['dob', 'DOB', 'd.o.b.', 'd o b', 'd. o. b.', 'date of birth', 'dates of birth', 'date of births', 'birthdate', 'birth date', 'birth dates', 'birthday', 'birthdays', 'birth day', 'bday', 'bdays', 'b-day', "b'day", "b'days", 'birth', 'births', 'born'])(
  '%s makes a day and a month a date of birth',
  (cue) => {
    expect(masked(`${cue} 4 May`)).toBe(`${cue} [birth-date]`)
    expect(masked(`4 May was the ${cue}`)).toBe(`[birth-date] was the ${cue}`)
    expect(masked(`the letter of 4 May has the ${cue}`)).toBe(`the letter of 4 May has the ${cue}`)
  },
) // prettier-ignore

test.each([
  'will turn 16 on',
  'turns 9 on',
  'turned nine on',
  'turning ten on',
  'will be eleven on',
  'is 12 in',
  'was one year old on',
  'was 13 years old on',
  'is fourteen this',
  'turns fifteen next',
  'turned seventeen last',
  'is eighteen today',
])('who %s a day', (cue) => {
  const ending = /\b(?:on|in)$/.test(cue) ? '' : ' on'
  expect(masked(`she ${cue}${ending} 4 May`)).toBe(`she ${cue}${ending} [birth-date]`)
})

test.each(['dobs', 'newborn', 'bornes', 'reborn', 'is 160 on', 'is nine at', 'is nineteen on'])('%s is no word of birth', (word) => {
  expect(masked(`${word} 4 May`)).toBe(`${word} 4 May`)
})

describe('what parts a word of birth from a date', () => {
  test.each(['letter', 'decision', 'certificate', 'they', 'refusal', 'refused', 'wrote', 'sent', 'council', 'COUNCIL'])('%s', (word) => {
    expect(masked(`born and the ${word} 4 May`)).toBe(`born and the ${word} 4 May`)
  })

  test.each(['he was born here. We rang on 4 May', 'born here! On 4 May', 'born here? On 4 May', 'born here; on 4 May', 'born here\n on 4 May'])(
    'the end of a sentence: %j',
    (typed) => expect(masked(typed)).toBe(typed),
  ) // prettier-ignore

  test('a full stop in a word does not', () => expect(masked('born i.e. on 4 May')).toBe('born i.e. on 4 May'))

  test('nor one before or after both', () => {
    expect(masked('We wait. Born on 4 May. We wait.')).toBe('We wait. Born on [birth-date]. We wait.')
  })

  test('more than 32 signs', () => {
    const near = ' very very very very very very v '
    expect(near).toHaveLength(33)
    expect(masked(`born${near}4 May`)).toBe(`born${near}4 May`)
    expect(masked(`born${near.slice(1)}4 May`)).toBe(`born${near.slice(1)}4 May`)
    expect(masked(`born ${near.slice(2)}4 May`)).toBe(`born ${near.slice(2)}[birth-date]`)
    expect(masked(`4 May${near}born`)).toBe(`4 May${near}born`)
    expect(masked(`4 May ${near.slice(2)}born`)).toBe(`[birth-date] ${near.slice(2)}born`)
  })

  test.each(['date of birth', 'dates of birth', 'date of births'])('32 signs before the first word of: %s', (cue) => {
    const near = ' very very very very very very v '.slice(1)
    expect(masked(`4 May ${near.slice(1)}${cue}`)).toBe(`[birth-date] ${near.slice(1)}${cue}`)
  })

  test('nothing at all', () => {
    expect(masked('the letter says dob12/03/2015')).toBe('the letter says [other-number][birth-date]')
    expect(masked('the letter says born:12/03/2015')).toBe('the letter says born:[birth-date]')
    expect(masked('4 May birthday, the letter says')).toBe('[birth-date] birthday, the letter says')
  })
})

describe('a whole date with no word of birth', () => {
  test.each(['12/03/2015', '12.3.15', '2015-03-12', '12 03 2015', '12 March 2015', '12 March 15', "4 May '12", 'March 12, 15', '12th of March of 2015'])(
    '%s is masked',
    (date) => expect(masked(date)).toBe('[birth-date]'),
  ) // prettier-ignore

  test.each(['4 May', '4th of May', 'May the 4th', 'March 2015', 'May of 2015', '2015', 'the 4th of May'])('%s is not whole', (date) => {
    expect(masked(date)).toBe(date)
  })

  test("a short year belongs to a date of birth: '15", () => expect(masked("dob 12 March '15 I said")).toBe('dob [birth-date] I said'))

  test('what is no date in full stays', () => {
    expect(masked('in May 14:30')).toBe('in May 14:30')
    expect(masked('4 May 14:30')).toBe('4 May 14:30')
    expect(masked('£12/03/2015')).toBe('£12/03/2015')
  })

  test.each(['letter', 'letters', 'date', 'dated', 'sent', 'send', 'receive', 'received', 'got', 'get', 'came', 'come', 'arrive', 'arrived', 'decision', 'decisions', 'decide', 'decided', 'refusal', 'refused', 'certificate', 'certificates', 'issue', 'issued', 'meeting', 'meetings', 'hearing', 'hearings', 'tribunal', 'review', 'reviews', 'appeal', 'appealed', 'appealing', 'mediation', 'deadline', 'by', 'before', 'until', 'till', 'since', 'on', 'from', 'after', 'said', 'says', 'wrote', 'written', 'writing', 'email', 'emailed', 'posted', 'post', 'assessed', 'assessment', 'panel', 'plan', 'plans', 'ehc', 'ehcp', 'ehcna', 'today', 'due', 'regulation', 'regulations', 'act', 'law', 'code', 'end', 'ends', 'start', 'started', 'starts', 'last', 'this', 'next', 'in', 'rang', 'called', 'told', 'asked', 'applied', 'request', 'requested', 'moved', 'move', 'tomorrow', 'yesterday'])(
    'beside %s it is the date of that',
    (word) => {
      expect(masked(`${word} 12/03/2015`)).toBe(`${word} 12/03/2015`)
      expect(masked(`12/03/2015 ${word}`)).toBe(`12/03/2015 ${word}`)
      expect(masked(`12/03/2015 x${word}`)).not.toContain('2015')
    },
  ) // prettier-ignore

  test.each(['. ', '! ', '? ', '; ', '\n '])('another sentence does not count: %j', (end) => {
    expect(masked(`a meeting${end}12/03/2015${end}a letter`)).toBe(`a meeting${end}[birth-date]${end}a letter`)
  })

  test('the sentence before the last one does not count either', () => {
    expect(masked('A meeting. We wait. 12/03/2015')).toBe('A meeting. We wait. [birth-date]')
    expect(masked('12/03/2015. We wait. A meeting')).toBe('[birth-date]. We wait. A meeting')
  })

  test('a full stop within a word ends no sentence', () => {
    expect(masked('the letter no.7 12/03/2015')).toBe('the letter no.7 12/03/2015')
    expect(masked('12/03/2015 no.7 letter')).toBe('12/03/2015 no.7 letter')
  })

  test('the sentence is read for 120 signs', () => {
    const wait = 'wait '.repeat(40)
    expect(masked(`a letter ${wait.slice(0, 110)} 12/03/2015 ${wait}`)).toBe(`a letter ${wait.slice(0, 110)} 12/03/2015 ${wait}`)
    expect(masked(`a letter ${wait.slice(0, 120)} 12/03/2015`)).toBe(`a letter ${wait.slice(0, 120)} [birth-date]`)
    expect(masked(`${wait} 12/03/2015 ${wait.slice(0, 110)} letter`)).toBe(`${wait} 12/03/2015 ${wait.slice(0, 110)} letter`)
    expect(masked(`12/03/2015 ${wait.slice(0, 120)} letter`)).toBe(`[birth-date] ${wait.slice(0, 120)} letter`)
  })
})
