// What is masked and what stays, written out by hand.
import fc from 'fast-check'
import { redact } from '../../../src/rules/redact/redact'

/** What was typed, and how it reads masked. */
const MASKED: readonly (readonly [string, string])[] = [
  // names behind the words that announce them
  ['they said no to my son Jack', 'they said no to my son [name]'],
  ['my daughter ellie was refused', 'my daughter [name] was refused'],
  ['my daughter zaynah was refused', 'my daughter [name] was refused'],
  ["Jayden's school won't help", "[name]'s school won't help"],
  ["jayden's school won't help", "[name]'s school won't help"],
  ["zubayr's school won't help, his name is zubayr", "zubayr's school won't help, his name is [name]"],
  ['her name is Xanthippe and she is 9', 'her name is [name] and she is 9'],
  ['her name is xanthippe and she is 9', 'her name is [name] and she is 9'],
  ["his name's Kwabena", "his name's [name]"],
  ['I am Sarah', 'I am [name]'],
  ['i am sarah', 'i am [name]'],
  ["I'm Sarah Jones and I need help", "I'm [name] and I need help"],
  ['im dave', 'im [name]'],
  ['this is Mrs Okonkwo', 'this is Mrs [name]'],
  ['Mrs okonkwo said no', 'Mrs [name] said no'],
  ['dr patel wrote the report', 'dr [name] wrote the report'],
  ['Dr. Singh wrote the report', 'Dr. [name] wrote the report'],
  ['miss Brown is the senco', 'miss [name] is the senco'],
  ['my son is called Teddy', 'my son is called [name]'],
  ['my lad is called bartek', 'my lad is called [name]'],
  ['my 9 year old son kofi', 'my 9 year old son [name]'],
  ['our youngest, Mei, has a plan', 'our youngest, [name], has a plan'],
  ['my autistic daughter saoirse got a letter', 'my autistic daughter [name] got a letter'],
  ['my foster child ezekiel has no school', 'my foster child [name] has no school'],
  ['the caseworker Priya never rings', 'the caseworker [name] never rings'],
  ['our case officer, mrs blenkinsop, never rings', 'our case officer, mrs [name], never rings'],
  ['my husband Gary and I appealed', 'my husband [name] and I appealed'],
  ['my grandson tyrell cant read', 'my grandson [name] cant read'],
  ['my ex partner dwayne will not sign', 'my ex partner [name] will not sign'],
  ['his teacher Miss Honey agrees', 'his teacher Miss [name] agrees'],
  ['the educational psychologist Dr Anand saw him', 'the educational psychologist Dr [name] saw him'],
  ['Dear Mr Featherstone, they refused', 'Dear Mr [name], they refused'],
  ['regards, Fiona', 'regards, [name]'],
  ['thanks from Agnieszka', 'thanks from [name]'],
  // names by themselves
  ['Jack was refused an assessment', '[name] was refused an assessment'],
  ['jack was refused an assessment', '[name] was refused an assessment'],
  ['JACK WAS REFUSED AN ASSESSMENT', '[name] WAS REFUSED AN ASSESSMENT'],
  ['My son JACK was refused', 'My son [name] was refused'],
  ['The council refused Jack Smith a plan', 'The council refused [name] a plan'],
  ['the council refused jack smithson a plan', 'the council refused [name] a plan'],
  ['mohammed needs a plan', '[name] needs a plan'],
  ['Zofia-Maria needs a plan', '[name] needs a plan'],
  ["what if Aoife O'Connor appeals", 'what if [name] appeals'],
  ['Jack and Lily both have plans', '[name] and [name] both have plans'],
  ['is Grace able to appeal herself', 'is [name] able to appeal herself'],
  ['can Will come to the meeting', 'can [name] come to the meeting'],
  ['Quillon refuses to go in', '[name] refuses to go in'],
  ['he goes to Oakfield Academy', 'he goes to [name] Academy'],
  ["she is at St Mary's Primary School", "she is at St [name]'s Primary School"],
  ['we moved here from Llandrindod', 'we moved here from [name]'],
  ['Łukasz has no school', '[name] has no school'],
  ['ابني أحمد', '[name]'],
  ['southend council refused jaydens plan', 'southend council refused [name] plan'],
  ['reyansh has autism', '[name] has autism'],
  ['Nobody rang. reyansh needs a plan', 'Nobody rang. [name] needs a plan'],
  ['my sister in law Bev', 'my sister in law [name]'],
  ['my ex, Daz, has parental responsibility', 'my ex, [name], has parental responsibility'],
  ['My son Will will not go', 'My son [name] will not go'],
  ['my son 小明 needs help', 'my son [name] needs help'],
  // numbers of registers
  ['NHS number 943 476 5919', 'NHS number [nhs-number]'],
  ['nhs no 9434765919', 'nhs no [nhs-number]'],
  ['943-476-5919 is his nhs', '[nhs-number] is his nhs'],
  ['943 476 5918', '[nhs-number]'],
  ['his UPN is A123456789012', 'his UPN is [upn]'],
  ['upn h80120000100x', 'upn [upn]'],
  ['UPN Z 1234 5678 9012', 'UPN [upn]'],
  ['my NI is QQ123456C', 'my NI is [ni-number]'],
  ['ni number qq 12 34 56 c', 'ni number [ni-number]'],
  ['AB 12 34 56', '[ni-number]'],
  ['case number 4521', 'case number [other-number]'],
  ['Ref: EH341/22/00012', 'Ref: [other-number]'],
  ['our reference is SEND-20394', 'our reference is [other-number]'],
  ['tribunal case EH881/26/00417 is listed', 'tribunal case [other-number] is listed'],
  ['pupil number 778812', 'pupil number [other-number]'],
  ['it says 412 298 334 at the top', 'it says [other-number] at the top'],
  ['my card is 4539 1488 0343 6467', 'my card is [other-number]'],
  ['the number 83746 is on it', 'the number [other-number] is on it'],
  // contacts
  ['ring me on 07700 900123', 'ring me on [phone]'],
  ['ring me on 07700900123 please', 'ring me on [phone] please'],
  ['+44 7700 900 123', '[phone]'],
  ['call (020) 7946 0018', 'call [phone]'],
  ['call 020-7946-0018', 'call [phone]'],
  ['0 7 7 0 0 9 0 0 1 2 3', '[phone]'],
  ['０７７００９００１２３', '[phone]'],
  ['٠٧٧٠٠٩٠٠١٢٣', '[phone]'],
  ['oh seven seven double oh nine double oh one two three', '[phone]'],
  ['my email is sarah.jones@example.org', 'my email is [email]'],
  ['sarah at example dot com', '[email]'],
  ['find me @jacksmum', 'find me [email]'],
  // where they live
  ['we live in SS1 2AB', 'we live in [postcode]'],
  ['we live in ss12ab', 'we live in [postcode]'],
  ['ec1a 1bb', '[postcode]'],
  ['my postcode is M14', 'my postcode is [postcode]'],
  ['I live at 14 Oak Street', 'I live at [address]'],
  ['i live at 14 oak street', 'i live at [address]'],
  ['221b baker st', '[address]'],
  ['Flat 3, Rose Court', '[address]'],
  ['flat 12a', '[address]'],
  ['we are on Acacia Avenue', 'we are on [address]'],
  ['po box 123', '[address]'],
  // dates of birth
  ['dob 12/03/2015', 'dob [birth-date]'],
  ['DOB: 12.03.15', 'DOB: [birth-date]'],
  ['d.o.b. 3rd March 2015', 'd.o.b. [birth-date]'],
  ['date of birth is 2015-03-12', 'date of birth is [birth-date]'],
  ['he was born on 12 March 2015', 'he was born on [birth-date]'],
  ['she was born in 2012', 'she was born in [birth-date]'],
  ['she was born in March 2012', 'she was born in [birth-date]'],
  ['his birthday is 4 May', 'his birthday is [birth-date]'],
  ['he turned 16 on 4 May', 'he turned 16 on [birth-date]'],
  ['she will be 16 on the 4th of May', 'she will be 16 on the [birth-date]'],
  ['Jack Smith 12/03/2015', '[name] [birth-date]'],
  ['born 12 03 2015', 'born [birth-date]'],
  // several at once
  [
    'I am Sarah, my son Jack (dob 12/03/2015, UPN A123456789012) at 14 Oak Street SS1 2AB, 07700 900123',
    'I am [name], my son [name] (dob [birth-date], UPN [upn]) at [address] [postcode], [phone]',
  ],
]

/** What must stay as it was typed. */
const KEPT: readonly string[] = [
  'Section 26',
  'section I of the plan',
  'Is Section B wrong, or sections F and I?',
  'regulation 32',
  'what does reg 42 say',
  'Regulations 10, 32 and 44',
  's.51 of the Children and Families Act 2014',
  'the SEND Regulations 2014',
  'the Equality Act 2010',
  'paragraph 9.77 of the Code of Practice',
  'letter dated 3 November',
  'a letter dated 3 November 2026',
  'the letter is dated 03/11/2026',
  'the decision came on 9 Oct 2026',
  'we got the final plan on 12/10/26',
  'the certificate was issued on 24 November 2026',
  'they refused on 2026-10-09',
  'the hearing is on 4 May 2027',
  'They wrote on 3 November. He is 9.',
  'he is 9',
  'he is nine years old',
  'she is 16 and has a plan',
  'my 9 year old',
  'my 14yo',
  'a child aged 11',
  'two months or 15 working days',
  'within 3 working days',
  '20 weeks',
  'is it 6 weeks or 16 weeks',
  'does it cost £1,200',
  'they want 12000 pounds',
  'it costs £45.50 an hour',
  '50% of appeals',
  'before 5pm on Friday',
  'Year 9 at school',
  'KS2 and GCSEs',
  'I need form SEND35a',
  'plan for 2026/27',
  'since 2024',
  'in Year 11, last Friday in June',
  'Do I have to go to mediation before I appeal?',
  'Can the council refuse an EHC needs assessment?',
  'My son was refused an EHCP. What now?',
  'my daughter needs a plan',
  'my son has autism and adhd',
  'my child is refusing school',
  'I am worried about the deadline',
  "I'm not sure what this means",
  'Im confused',
  'this is unfair',
  'I am a foster carer',
  'SENDIASS told me to ring IPSEA',
  'The SENCO and the EP disagree',
  'CAMHS say it is anxiety',
  'Who comes to the meeting?',
  'WILL THEY SEND US A BILL',
  'Could we miss the deadline in May or June?',
  'it may take until the end of March',
  'my husband and I disagree',
  'the teacher said no',
  'our case officer never rings',
  'named school in Section I',
  'the school named in the plan',
  'it is called mediation',
  'what is a Regulation 32 letter?',
  'does the clock stop at Christmas?',
  'the Tribunal wants a bundle of 120 pages',
]

describe('what is masked', () => {
  it.each(MASKED)('%s', (typed, masked) => expect(redact(typed).text).toBe(masked))
})

describe('what stays', () => {
  it.each(KEPT)('%s', (typed) => expect(redact(typed).text).toBe(typed))
})

it('says what was found, and where', () => {
  expect(redact('my son Jack, 07700 900123').found).toEqual([
    { kind: 'name', start: 7, end: 11 },
    { kind: 'phone', start: 13, end: 25 },
  ])
})

it('leaves an empty text alone', () => expect(redact('')).toEqual({ text: '', found: [] }))

describe('for any text', () => {
  const words = fc.constantFrom(
    'Jack',
    'my son',
    'is',
    '9',
    '07700 900123',
    'SS1 2AB',
    '\n',
    '.',
    'ß',
    '😀',
    '12/03/2015',
    '14 Oak Street',
    'Section 26',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
  )

  it('what was found lies in order, apart, inside the text, and the rest is untouched', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { text: masked, found } = redact(typed)
        let at = 0
        let rebuilt = ''
        for (const { kind, start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          rebuilt += `${typed.slice(at, start)}[${kind}]`
          at = end
        }
        expect(at).toBeLessThanOrEqual(typed.length)
        expect(rebuilt + typed.slice(at)).toBe(masked)
      }),
      { numRuns: 300 },
    )
  })

  it('a phone number is masked wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('my', 'son', 'Jack', 'has', 'plan.', 'ring', 'on', 'or'), { maxLength: 12 }),
        fc.nat(12),
        (around, at) => {
          const typed = [...around.slice(0, at), '07700 900123', ...around.slice(at)].join(' ')
          expect(redact(typed).text).not.toMatch(/7700|900123/)
        },
      ),
    )
  })
})
