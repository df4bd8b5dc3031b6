// What the fake bot answers in the tests of the page: enough to see every kind of message.
import type { FakeActivity, Script } from './fake-direct-line'
import { FakeDirectLine } from './fake-direct-line'
import { GREETING } from './site'

const PACK = { v: 1, pack: { id: 'england', version: '2026.11.1' } }

export function botSays(text: string, kind: string, message: string, choices: readonly string[] = [], more: object = {}): FakeActivity {
  return {
    type: 'message',
    text,
    locale: 'en-GB',
    channelData: { advice: { ...PACK, kind, message, ...more } },
    ...(choices.length > 0 ? { suggestedActions: { actions: choices.map((title) => ({ type: 'imBack', title, value: title })) } } : {}),
  }
}

const CLOCKS = [
  {
    clock: 'mediation-adviser',
    safeDate: '2026-12-09',
    lastDate: '2026-12-09',
    outerDate: null,
    status: 'open',
    daysLeft: 17,
    working: 'The letter is dated 9 October 2026. Two months later is 9 December 2026, a Wednesday.',
    sources: ['SEND Regs 2014 reg 33'],
  },
  {
    clock: 'appeal',
    safeDate: '2026-12-24',
    lastDate: '2026-12-26',
    outerDate: '2027-01-04',
    status: 'soon',
    daysLeft: 12,
    working:
      'One month from the certificate, 26 November 2026, is 26 December 2026. That is a Saturday, so plan for the last working day before it.',
    sources: ['Tribunal Procedure Rules 2008 rule 20', 'rule 12'],
  },
]

const TABLE = [
  'Here are the two ways side by side.',
  '',
  '| | Mediation | Disagreement resolution |',
  '|---|---|---|',
  '| Who it is for | Parents, and young people over school age | Parents, young people, councils, schools and colleges |',
  '| Certificate | You need one before most appeals | No certificate |',
  '| Cost | Free | Free |',
].join('\n')

const SOURCES = [{ title: 'The SEND Regulations 2014', url: 'https://www.legislation.gov.uk/uksi/2014/1530', checkedOn: '2026-11-22' }]

const replies: Script = (text) => {
  if (text === 'I have a letter about my child') {
    return [
      botSays('What does the letter say?', 'question', 'triage.ask-decision', [
        'The council will not assess',
        'The council will not issue a plan',
        'I am not sure',
      ]),
    ]
  }
  if (text === 'The council will not assess')
    return [botSays('What date is on the letter? For example: 9 Oct.', 'question', 'deadline.ask-letter-date')]
  if (/oct/i.test(text)) {
    return [
      botSays(
        '**You need a mediation certificate before you appeal.** Contact the adviser first. You do not have to mediate.',
        'deadlines',
        'deadline.dates',
        [],
        {
          clocks: CLOCKS.toReversed(),
          given: { voice: 'parent', problem: 'refuse-assess', letterDate: '2026-10-09' },
          sources: SOURCES,
        },
      ),
      botSays('Do you have a mediation certificate already?', 'question', 'deadline.ask-certificate', ['Yes', 'No', 'What is that?']),
    ]
  }
  if (text === 'I have a question') return [botSays(TABLE, 'answer', 'explain.side-by-side', ['Back'], { sources: SOURCES })]
  if (text === 'danger')
    return [
      botSays('**Please get help from a person now.** Call **999** or Samaritans on **116 123**.', 'crisis', 'interrupt.crisis-stop', [
        'Carry on',
      ]),
    ]
  if (text === 'Talk to a person')
    return [botSays('Ring the helpline on 01702 000 000 or see https://www.gov.uk/courts.', 'contact', 'contact.numbers')]
  return [botSays(`You said: ${text}`, 'answer', 'answer.echo')]
}

export function fakeBot(): FakeDirectLine {
  return new FakeDirectLine(
    botSays(
      GREETING.text,
      'greeting',
      GREETING.message,
      GREETING.choices.map(({ label }) => label),
    ),
    replies,
  )
}
