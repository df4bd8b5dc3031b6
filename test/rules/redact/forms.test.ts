// The forms that a number, a date of birth, an address or a sign takes when people type it; what is masked, written out by hand.
import { redact } from '../../../src/rules/redact/redact'

function expectMasked(mask: string, typed: readonly string[]): void {
  test.each(typed)(`%s is [${mask}]`, (text) => expect(redact(text).text).toBe(`[${mask}]`))
}

expectMasked('phone', [
  '0 7700 900 123',
  '07700-900-123',
  '07700.900.123',
  '(07700) 900123',
  '+447700900123',
  '+ 44 7700 900123',
  '020 7946 0018',
  '0７700 900123',
  '07700 90٠123',
  '07700 90۰123',
  '07700 90०123',
  '07700 90০123',
  '07700 90੦123',
  '07700 90૦123',
  '07700–900–123',
  '07700—900—123',
  '07700‑900‑123',
  '07700−900−123',
  '07700\u00a0900\u00a0123',
  '07700\u202f900\u202f123',
  '07700\u2009900\u2009123',
  '07700\u200b900\u200b123',
  '07700\u2060900\u2060123',
  '07700\u00ad900\u00ad123',
  'zero one two three four five six seven eight nine',
  'o seven seven double zero nine triple zero one two',
  'nought 1 2 3 4 5 6 7',
])

expectMasked('email', ['a@b.uk', 'jo.smith+send@mail.example.co.uk', 'jo @ example.org', 'jo at example.org', 'jo [at] example [dot] com', 'jo (at) example dot co dot uk', '@jacks_mum']) // prettier-ignore
expectMasked('upn', ['A123456789012', 'a-1234-5678-9012', 'A 123456789012', 'h80120000100x'])
expectMasked('ni-number', ['QQ123456C', 'QQ 12 34 56 C', 'QQ123456'])
expectMasked('postcode', ['SS1 2AB', 'ss12ab', 'EC1A 1BB', 'M1 1AA', 'GIR 0AA', 'SS1  2AB'])
expectMasked('nhs-number', ['943 476 5919', '943-476-5919', '943.476.5919', '9434765919'])
expectMasked('other-number', ['83746', '412 298', '412.298.334', 'EH341/22/00012', '4539 1488 0343 6467'])
expectMasked('address', ['14 Oak Street', '14a Oak Road', '221b baker st', 'Acacia Avenue', 'Flat 3', 'Flat no. 3', 'flat number 12a', 'apartment 4', 'apt 4', 'unit 7b', 'PO Box 123']) // prettier-ignore

const MARCH = '12 March 2015'
const DATES = [
  '12/03/2015',
  '12.03.2015',
  '12-03-2015',
  '12/03/15',
  '2015-03-12',
  '2015/03/12',
  MARCH,
  '12th March 2015',
  '12th of March 2015',
  'March 12 2015',
  'March 12th, 2015',
  'March 2015',
  '2015',
]
test.each(DATES)('born on %s', (date) => expect(redact(`born on ${date}`).text).toBe('born on [birth-date]'))

test.each([
  ...[
    'dob',
    'DOB:',
    'd.o.b.',
    'd o b',
    'date of birth',
    'date of birth:',
    'dates of birth',
    'birthdate',
    'birth date',
    'birthday',
    'birth day',
  ],
  ...['bday', 'b-day', "b'day", 'born', 'birth', 'he was born on', 'he will be 16 on', 'she turned sixteen on', 'she turns 18 on'],
])('%s announces a date of birth', (cue) => expect(redact(`${cue} ${MARCH}`).text).toBe(`${cue} [birth-date]`))

test.each(['January', 'Jan', 'February', 'Feb', 'March', 'Mar', 'April', 'Apr', 'May', 'June', 'Jun', 'July', 'Jul', 'August', 'Aug', 'September', 'Sept', 'Sep', 'October', 'Oct', 'November', 'Nov', 'December', 'Dec'])(
  'born in %s',
  (month) => expect(redact(`born 4 ${month} 2012`).text).toBe('born [birth-date]'),
) // prettier-ignore

test.each(['ref', 'reference', 'case', 'pupil', 'claim', 'hospital', 'passport', 'licence', 'license', 'account', 'policy', 'patient', 'student', 'id'])(
  '%s number',
  (cue) => expect(redact(`${cue} number 452`).text).toBe(`${cue} number [other-number]`),
) // prettier-ignore

test.each(['live', 'lives', 'living', 'lived', 'stay', 'staying', 'address is'])('%s at a number', (cue) => {
  expect(redact(`we ${cue} at number 12`).text).toBe(`we ${cue} at number [address]`)
})

test.each([
  ...[
    'section 26',
    's 51',
    's.51',
    'ss 36, 37 and 44',
    'sections 36 to 44',
    'regulation 33',
    'reg 33',
    'regs 32-33',
    'rule 20',
    'para 9.77',
    'paragraph 9.77',
  ],
  ...[
    'part 3',
    'schedule 10',
    'article 8',
    'chapter 9',
    'SENDR 33',
    '£1200',
    '£12,000.50',
    '12000 pounds',
    '500 quid',
    '50p',
    '100%',
    '50 per cent',
    '30k',
  ],
  ...[
    '1500 words',
    '2000 pages',
    '1 to 2000 words',
    '15 working days',
    '1000 days',
    '1200 minutes',
    '1,000 families',
    '2026',
    '2026/27',
    '2026-2027',
  ],
])('%s stays', (typed) => expect(redact(typed).text).toBe(typed))

test.each(['mr', 'mrs', 'ms', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'cllr', 'councillor', 'judge', 'rev', 'reverend'])(
  '%s stands before a name',
  (title) => expect(redact(`we saw ${title} quibbleton`).text).toBe(`we saw ${title} [name]`),
)

test.each(['son', 'daughter', 'child', 'boy', 'girl', 'lad', 'lass', 'brother', 'sister', 'nephew', 'niece', 'cousin', 'grandson', 'granddaughter', 'stepson', 'husband', 'wife', 'partner', 'ex', 'mum', 'dad', 'mother', 'father', 'nan', 'friend', 'neighbour', 'teacher', 'headteacher', 'caseworker', 'senco', 'doctor', 'solicitor', 'mediator'])(
  'my %s is somebody',
  (person) => expect(redact(`my ${person} quibbleton`).text).toBe(`my ${person} [name]`),
) // prettier-ignore

test.each(['his name is', 'her name was', 'a girl named', 'he is called', 'nicknamed', 'aka', 'the name', "her name's"])(
  '%s stands before a name',
  (cue) => {
    expect(redact(`${cue} quibbleton`).text).toBe(`${cue} [name]`)
  },
)

test.each([
  'dear',
  'hi',
  'hello',
  'regards',
  'thanks',
  'from',
  'signed',
  'love',
  'cheers',
  "i'm",
  'im',
  "it's",
  'i am',
  'this is',
  'it is',
])('%s stands before a name with a capital', (cue) => {
  expect(redact(`${cue} Quibbleton`).text).toBe(`${cue} [name]`)
  expect(redact(`${cue} quibbleton`).text).toBe(`${cue} quibbleton`)
})
