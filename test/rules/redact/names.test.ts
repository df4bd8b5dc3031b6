// What makes a word a name and what does not: lists, endings, capitals, the words before it and where it stands. "Quibble" and the like are made up.
import { redact } from '../../../src/rules/redact/redact'
import { GIVEN_NAMES, NAMES_AND_WORDS } from '../../../src/rules/redact/given-names'
import { ORDINARY_WORDS } from '../../../src/rules/redact/ordinary-words'

const masked = (typed: string): string => redact(typed).text

describe('the lists', () => {
  test.each([
    ['given names', GIVEN_NAMES, 500],
    ['names that are words too', NAMES_AND_WORDS, 100],
    ['ordinary words', ORDINARY_WORDS, 2000],
  ])('%s are single words in small letters', (_name, list, least) => {
    expect([...list].filter((word) => !/^[a-z-]+$/.test(word))).toEqual([])
    expect(list.size).toBeGreaterThan(least)
  })
})

describe('a word in one of its endings is ordinary', () => {
  test.each(['books', 'medicines', 'boxes', 'lunches', 'therapies', 'empties', 'partied', 'qualified', 'coped', 'acted', 'filmed', 'acting', 'becoming', 'charging', 'girlly', 'kinder', 'newer', 'gamer', 'loser', 'drawers', 'boarders', 'gamers', 'losers', 'girly', 'pillowy', 'kindness', 'movement', 'readable', 'excusable', 'homeless', 'hopeful', "that'll", 'thatll', "mustn't", 'mustnt', 'book-boxes'])(
    'my son %s',
    (word) => expect(masked(`my son ${word}`)).toBe(`my son ${word}`),
  ) // prettier-ignore

  test.each(['ifs', 'nor-quib', 'quib-nor', 'quibs', 'readquib', 'sready', 'quibbleless'])('%s is not', (word) => {
    expect(masked(`my son ${word}`)).toBe('my son [name]')
  })

  test('a letter is nobody’s name; two letters may be', () => {
    expect(masked('we saw Z')).toBe('we saw Z')
    expect(masked('my son z')).toBe('my son z')
    expect(masked('we saw Qo')).toBe('we saw [name]')
    expect(masked('my son qo')).toBe('my son [name]')
  })
})

describe('told by the word itself', () => {
  test.each([
    ['we saw jack-quibble', 'we saw [name]'],
    ['we saw quibble-jack', 'we saw [name]'],
    ['we saw jacks', 'we saw [name]'],
    ['an amity', 'an amity'],
    ['we saw quibble', 'we saw quibble'],
    ['we saw Quibble', 'we saw [name]'],
    ['we saw an iQuibble', 'we saw an iQuibble'],
    ['we saw qжzz', 'we saw [name]'],
    ['we saw жqq', 'we saw [name]'],
    ["we saw O'Shaughnessy", 'we saw [name]'],
    ["we saw Quibble's dog", "we saw [name]'s dog"],
  ])('%s', (typed, text) => expect(masked(typed)).toBe(text))

  test.each(['Grace', 'Rose', 'Joy'])('%s is a name but where a sentence begins', (word) => {
    expect(masked(`we saw ${word}`)).toBe('we saw [name]')
    expect(masked(`we saw ${word} 4 times`)).toBe('we saw [name] 4 times')
    expect(masked(`we wait. ${word} it is`)).toBe(`we wait. ${word} it is`)
  })

  test.each(['May', 'June', 'August', 'April'])('%s is a name but where a month is meant', (word) => {
    expect(masked(`we asked ${word} about it`)).toBe('we asked [name] about it')
    for (const before of ['in', 'by', 'since', 'until', 'till', 'from', 'of', 'this', 'last', 'next', 'before', 'after', 'during', 'early', 'late', 'mid', 'to', 'in may or', 'in April and', 'in June or', 'july and', 'in August and', '2026', 'mid'])
      expect(masked(`we asked about it ${before} ${word} and wait for them`)).toBe(`we asked about it ${before} ${word} and wait for them`) // prettier-ignore
    expect(masked(`we asked about it in mid-${word} and wait`)).toBe(`we asked about it in mid-${word} and wait`)
    expect(masked(`we rang 452${word} about it`)).toBe(`we rang 452${word} about it`)
    expect(masked(`we rang ${word} 10:30 about it`)).toBe(`we rang ${word} 10:30 about it`)
    expect(masked(`in time we asked ${word} about 4 letters`)).toBe('in time we asked [name] about 4 letters')
    expect(masked(`4 times we asked ${word} about it`)).toBe('4 times we asked [name] about it')
    expect(masked(`we rang ${word}, 4 letters came`)).toBe('we rang [name], 4 letters came')
  })

  test('a text in capitals throughout says nothing by them: from thirteen letters, more than seven in ten', () => {
    expect(masked('WE SAW QUIBBLE')).toBe('WE SAW [name]')
    expect(masked('WE SAW QUIBBLES')).toBe('WE SAW QUIBBLES')
    expect(masked('WE SAW QUIBBLES ab aba')).toBe('WE SAW QUIBBLES ab aba')
    expect(masked('WE SAW QUIBBLEZZ it book')).toBe('WE SAW [name] it book')
    expect(masked('WE SAW QUIBBLEZZ it is a')).toBe('WE SAW QUIBBLEZZ it is a')
  })
})

describe('an unknown word that begins a sentence and does something', () => {
  test.each(['has', 'is', 'was', 'needs', 'hasnt', "hasn't", 'isnt', "isn't", "wasn't", 'goes', 'got', 'gets', "can't", "won't", 'refuses', 'struggles', 'attends', 'had', 'did', 'does', "doesn't", "didn't"])(
    'quibble %s',
    (verb) => expect(masked(`quibble ${verb} it`)).toBe(`[name] ${verb} it`),
  ) // prettier-ignore

  test.each(['. ', '! ', '? ', ': ', '; ', '\n', ' "', ' “', '” ', ' • ', '* ', ' - ', '. (', ".'", '.("'])('after %j', (end) => {
    expect(masked(`we wait${end}quibble has it`)).toBe(`we wait${end}[name] has it`)
  })

  test.each([' ', ', ', '. 5 ', '. (5) ', ' ('])('not after %j', (end) => {
    expect(masked(`we wait${end}quibble has it`)).toBe(`we wait${end}quibble has it`)
  })

  test('whatever it is', () => {
    expect(masked('5 quibble has it')).toBe('5 [name] has it')
    expect(masked('quibble, has it')).toBe('quibble, has it')
    expect(masked('quibble takes it')).toBe('quibble takes it')
    expect(masked('quibble')).toBe('quibble')
    expect(masked('autism is hard')).toBe('autism is hard')
  })
})

describe('a name goes on', () => {
  test.each([
    ['we saw jack quibble', 'we saw [name]'],
    ['we saw jack quibble zubble', 'we saw [name]'],
    ['we saw jack  quibble', 'we saw [name]'],
    ['we saw jack, quibble', 'we saw [name], quibble'],
    ['we saw jack (quibble', 'we saw [name] (quibble'],
    ["we saw jack's quibble", "we saw [name]'s quibble"],
    ['we saw Jack August 07700 900123', 'we saw [name] [phone]'],
    ['we saw Jack august 07700 900123', 'we saw [name] august [phone]'],
    ['we saw Jack Book 07700 900123', 'we saw [name] Book [phone]'],
    ['we saw Jack August 4', 'we saw [name] August 4'],
    ['we saw jack about it', 'we saw [name] about it'],
    ['we saw Jack, Lily', 'we saw [name]'],
    ['we saw Jack , Lily', 'we saw [name] , [name]'],
    ['we saw jack about quibble', 'we saw [name] about quibble'],
  ])('%s', (typed, text) => expect(masked(typed)).toBe(text))
})

describe('the words before a name', () => {
  test.each(['and', 'or', 'who', 'said', 'has', 'is', 'was', 'told', 'at', 'in', 'for', 'to', 'the', 'my', 'our', 'about'])(
    'a dr %s',
    (word) => {
      expect(masked(`we saw the dr ${word} it`)).toBe(`we saw the dr ${word} it`)
    },
  )

  test.each([
    ['mr band', 'mr [name]'],
    ['mr bo', 'mr [name]'],
    ['mr theory', 'mr [name]'],
    ['mr B', 'mr B'],
    ['mr white', 'mr [name]'],
    ['Miss Paper', 'Miss [name]'],
    ['miss paper', 'miss paper'],
    ['Mister Paper', '[name] Paper'],
  ])('%s', (typed, text) => expect(masked(`we saw ${typed}`)).toBe(`we saw ${text}`))

  test.each(['is', 'was', 'be', 'are', 's'])('his name %s', (being) => {
    expect(masked(`his name ${being} quibble`)).toBe(`his name ${being} [name]`)
    expect(masked(`his plan ${being} quibble`)).toBe(`his plan ${being} quibble`)
  })

  test.each(['named', 'called', 'nicknamed', 'aka', 'name', 'names', "name's"])('%s', (naming) => {
    expect(masked(`he ${naming} quibble`)).toBe(`he ${naming} [name]`)
    expect(masked(`he ${naming} and quibble`)).toBe(`he ${naming} and quibble`)
  })

  test.each(['dear', 'hi', 'hello', 'regards', 'thanks', 'sincerely', 'faithfully', 'from', 'signed', 'love', 'cheers', "i'm", 'im', 'its', 'i am', 'this is', 'it is', 'am i'])(
    '%s, and on the next line a name that is a word too',
    (cue) => {
      expect(masked(`so ${cue}\nGrace`)).toBe(`so ${cue}\n[name]`)
      expect(masked(`so ${cue}\ngrace`)).toBe(`so ${cue}\ngrace`)
      expect(masked(`so ${cue} wait\nGrace`)).toBe(`so ${cue} wait\nGrace`)
    },
  ) // prettier-ignore

  test.each(['so', 'we are', 'this was', 'they', 'i was', 'am he'])('%s is none of them', (word) => {
    expect(masked(`${word}\nGrace`)).toBe(`${word}\nGrace`)
  })
})

describe('somebody’s somebody', () => {
  test.each(['my', 'our', 'his', 'her', 'their', 'your', 'me', 'mi', 'the', 'a', 'an', "school's"])('%s son', (owner) => {
    expect(masked(`and ${owner} son quibble`)).toBe(`and ${owner} son [name]`)
    expect(masked(`and ${owner} little autistic younger son quibble`)).toBe(`and ${owner} little autistic younger son [name]`)
    expect(masked(`and ${owner} dear little autistic younger son quibble`)).toBe(`and ${owner} dear little autistic younger son quibble`)
    expect(masked(`and ${owner} worried son quibble`)).toBe(`and ${owner} worried son quibble`)
  })

  test.each(['youngest', 'eldest', 'oldest', 'middle'])('our %s', (sibling) => {
    expect(masked(`our ${sibling}, quibble`)).toBe(`our ${sibling}, [name]`)
  })

  test.each([
    ['my plan quibble', 'my plan quibble'],
    ['little son quibble', 'little son quibble'],
    ['son quibble', 'son quibble'],
    ["my son's quibble", "my son's quibble"],
    ['my son worried about quibble', 'my son worried about quibble'],
    ['my son teacher quibble', 'my son teacher [name]'],
    ['my autistic quibble', 'my autistic quibble'],
  ])('%s', (typed, text) => expect(masked(typed)).toBe(text))

  test.each(['little', 'young', 'younger', 'youngest', 'old', 'older', 'oldest', 'eldest', 'elder', 'big', 'only', 'other', 'second', 'first', 'third', 'middle', 'autistic', 'disabled', 'deaf', 'blind', 'adopted', 'foster', 'step', 'poor', 'dear', 'year', 'teenage', 'late', 'own', 'new', 'ex'])(
    'my %s boy',
    (word) => expect(masked(`my ${word} boy quibble`)).toBe(`my ${word} boy [name]`),
  ) // prettier-ignore

  test.each(['kid', 'baby', 'twin', 'twins', 'grandchild', 'stepdaughter', 'mam', 'mom', 'mummy', 'daddy', 'nana', 'gran', 'granny', 'grandma', 'grandad', 'grandpa', 'auntie', 'aunt', 'uncle', 'mate', 'worker', 'officer', 'head', 'sendco', 'ta', 'gp', 'paediatrician', 'psychologist', 'psych', 'therapist', 'lawyer', 'coordinator', 'manager', 'tutor', 'childminder', 'carer', 'guardian', 'student', 'pupil', 'babe', 'bairn', 'wean'])(
    'the %s is somebody',
    (person) => expect(masked(`the ${person} quibble`)).toBe(`the ${person} [name]`),
  ) // prettier-ignore
})
