import { namedIn, readChoice } from '../../dialogs/read-choice'

const choices = [
  { id: 'yes', label: 'Yes', also: ['yep'] },
  { id: 'letter', label: 'I have a letter about my child' },
  { id: 'me', label: 'I have a letter about me' },
]

describe('reading a choice', () => {
  it.each([
    ['Yes', 'yes'],
    ['  yes! ', 'yes'],
    ['YEP', 'yes'],
    ['1', 'yes'],
    ['option 2', 'letter'],
    ['number 3', 'me'],
    ['I have a letter about my child', 'letter'],
    ['i have a leter abuot my child', 'letter'],
    ['I have a letter about me.', 'me'],
    ['4', null],
    ['0', null],
    ['yas', null],
    ['no', null],
    ['', null],
    ['!!!', null],
    ['a letter', null],
    ['9 Oct', null],
    ['x'.repeat(20_000), null],
  ])('%p is %p', (text, id) => expect(readChoice(text, choices)?.id ?? null).toBe(id))
})

test.each([
  ['yep', 'yes'],
  ['i have a leter about my child', 'letter'],
  ['1', null],
  ['option 1', null],
  ['no 1', null],
  ['', null],
])('by its words alone, %p is %p', (said, id) => expect(namedIn(said, choices)?.id ?? null).toBe(id))
