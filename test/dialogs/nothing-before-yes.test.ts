// Nothing about a family is handed over before its yes, and with the yes exactly what it read last.
import { loadPack } from '../../src/content/load'
import type { Pack } from '../../src/content/pack'
import { saySummary } from '../../src/content/say-summary'
import { contentDir } from '../../src/project-root'
import { textOf } from '../../src/rules/handoff/summary-text'
import { talkTo, type BotSaid, type Conversation } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'
import { MARKED } from './marked-tokens'
import { recordPeople, type Recording } from './recording-people'

const pack = loadPack(contentDir)
const findTopic = findTopicByTitle(pack)
const ABOUT = ['parent', 'no', 'They are ending the plan', '9 November 2026', 'yes', 'only a certificate', 'yes', '10 November 2026', 'yes']
/** From the first word to the summary, for a call back. */
const TO_SUMMARY = [
  ...['talk to a person', 'Calm Water', 'ask them to ring me', ...ABOUT],
  ...['07700 900999', 'morning', 'no message', 'Quillon', 'bsl', 'nothing'],
]
const begin = (people: Recording['people'], change: { pack?: Pack; channelId?: string } = {}): Conversation =>
  talkTo({ pack, findTopic, people, council: 'demo', ...change })

async function typeAll(talk: Conversation, typed: readonly string[]): Promise<readonly BotSaid[]> {
  const said: BotSaid[] = []
  for (const text of typed) said.push(...(await talk.type(text)))
  return said
}

/** The numbered lines that were shown last, without their numbers. */
function shownLast(said: readonly BotSaid[]): string {
  const text = said.findLast(({ id }) => id.startsWith('handoff.summary'))?.text ?? ''
  return [...text.matchAll(/^\d+\. (.*)$/gm)].map((match) => match[1]).join('\n')
}
const memoryOf = (talk: Conversation): string => JSON.stringify(talk.memory())

test('what begins with the summary holds no word about the family', async () => {
  const { people, begun, shared } = recordPeople()
  const talk = begin(people)
  await typeAll(talk, TO_SUMMARY.slice(0, -1))
  expect(begun).toEqual([])
  const said = await talk.type('nothing')
  expect(said.map(({ id }) => id)).toEqual(['handoff.summary'])
  expect(begun).toEqual([{ council: 'demo', organisation: 'calm-water', route: 'callback', conversation: null, packVersion: pack.version }])
  expect(shared).toEqual([])
})

test('with the yes goes exactly what was shown last, and the number beside it', async () => {
  const { people, shared } = recordPeople()
  const talk = begin(people)
  const before = await typeAll(talk, [...TO_SUMMARY, 'add my own words', 'My son Jack is at home', 'take a line out', '1'])
  await talk.type('yes, share this')
  const [only] = shared
  expect(shared).toHaveLength(1)
  expect(only?.shown).toBe(shownLast(before))
  expect(only && textOf(saySummary(pack, only.summary, 'parent'))).toBe(only?.shown)
  expect(only?.shown.split('\n').at(-1)).toBe('In my words: My son [name] is at home.')
  expect(only).toMatchObject({ id: 'handoff-1', contact: '07700 900 999', summary: { contactValue: null, reference: null, consent: null } })
  expect(JSON.stringify(only?.summary)).not.toMatch(/07700|Jack|parent_or_carer/)
  expect(memoryOf(talk)).not.toMatch(/Quillon|07700|at home/)
})

test('what has changed since is shown again before it goes', async () => {
  const { people, shared } = recordPeople()
  const talk = begin(people)
  await typeAll(talk, [...TO_SUMMARY, 'I want to die', 'carry on'])
  const again = await talk.type('yes')
  expect(again.map(({ id }) => id)).toEqual(['handoff.changed-since', 'handoff.summary'])
  expect(shared).toEqual([])
  await talk.type('yes')
  expect(shared.map(({ shown }) => shown)).toEqual([shownLast(again)])
})

test.each([
  [['no, share nothing']],
  [['delete my information', 'yes']],
  [['delete my information', 'no']],
  [['start again']],
  [['I want to die']],
  [['talk to a person', 'no thanks']],
  [['erm']],
  [['ok then']],
  [['Does mediation cost anything?']],
  [['add my own words', 'yes']],
  [['take a line out', 'yes']],
])('%j shares nothing', async (typed) => {
  const { people, shared } = recordPeople()
  await typeAll(begin(people), [...TO_SUMMARY, ...typed])
  expect(shared).toEqual([])
})

test.each([[['no, share nothing']], [['delete my information', 'yes']]])(
  'after %j the words are gone, and the offer too',
  async (typed) => {
    const { people, declined } = recordPeople()
    const talk = begin(people)
    await typeAll(talk, TO_SUMMARY)
    expect(memoryOf(talk)).toMatch(/Quillon/)
    await typeAll(talk, typed)
    expect(memoryOf(talk)).not.toMatch(/Quillon|07700/)
    expect(declined).toEqual(['handoff-1'])
  },
)

test.each(['friend', 'I help as part of my work'])('nothing is begun for somebody without permission: %s', async (who) => {
  const { people, begun, shared } = recordPeople()
  const said = await typeAll(begin(people), ['talk to a person', 'Calm Water', 'ring them with a reference', who, 'not yet', 'yes'])
  expect(said.map(({ id }) => id)).toContain('handoff.no-permission')
  expect([begun, shared]).toEqual([[], []])
})

test.each([
  [/^From/, /parent_or_carer/],
  [/^Over/, /below_compulsory/],
  [/^Decision/, /"cease"|appeal_decision/],
  [/^Letter dated/, /2026-11-09|9 November|2027-01-0/],
  [/^Adviser contacted/, /2026-11-10|10 November/],
  [/^Certificate/, /"certificate":\{/],
  [/^Contact adviser by/, /"clock":"mediation-adviser"/],
  [/^Appeal by/, /"clock":"appeal"/],
  [/^I want/, /certificate_only/],
  [/^Calling/, /mayLeaveMessage|morning/],
  [/^Call me/, /Quillon/],
  [/^What helps/, /bsl/],
  [/^In my words/, /zebra/],
])('a line that was taken out is nowhere in what is shared: %s', async (line, trace) => {
  for (const isOut of [false, true]) {
    const { people, shared } = recordPeople()
    const talk = begin(people)
    const lines = shownLast(await typeAll(talk, [...TO_SUMMARY, 'add my own words', 'zebra'])).split('\n')
    const number = lines.findIndex((one) => line.test(one)) + 1
    expect(number).toBeGreaterThan(0)
    await typeAll(talk, [...(isOut ? ['take a line out', String(number)] : []), 'yes'])
    expect(trace.test(JSON.stringify(shared[0]))).toBe(!isOut)
  }
})

test('of thirty marked pieces of personal data none is shown, shared or kept', async () => {
  expect(new Set(MARKED.map(([, token]) => token)).size).toBe(30)
  const { people, begun, shared } = recordPeople()
  const talk = begin(people)
  await typeAll(talk, [...TO_SUMMARY, 'add my own words'])
  const saved = talk.saved()!
  for (const [typed, token] of MARKED) {
    talk.goTo(saved)
    const said = await talk.type(typed)
    expect([typed, said.map(({ id }) => id)]).toEqual([typed, ['handoff.masked', 'handoff.summary']])
    await talk.type('yes')
    const everything = JSON.stringify([said, begun, shared.at(-1), talk.memory()]).replaceAll(/[\s()-]/g, '')
    expect(everything.toLowerCase()).not.toContain(token.replaceAll(/[\s()-]/g, '').toLowerCase())
  }
  expect(shared).toHaveLength(30)
})

test('where nothing is sealed, nothing that was typed is remembered at any step', async () => {
  const { people, begun, shared } = recordPeople()
  const talk = begin(people, { channelId: 'msteams' })
  for (const step of ['talk to a person', 'Calm Water', 'ring them with a reference', ...ABOUT, 'bsl', 'nothing', 'yes']) {
    const saved = talk.saved()
    for (const [typed, token] of MARKED.filter((_one, nth) => nth % 6 === 0)) {
      await talk.type(typed)
      expect(memoryOf(talk)).not.toContain(token)
      if (saved) talk.goTo(saved)
    }
    await talk.type(step)
  }
  expect(shared).toHaveLength(1)
  const all = JSON.stringify([begun, shared])
  expect(MARKED.filter(([, token]) => all.includes(token))).toEqual([])
})

test('it is said when the council would see it', async () => {
  const summaryFor = async (isCouncil: boolean): Promise<string> =>
    (await typeAll(begin(recordPeople({ isCouncil }).people), TO_SUMMARY)).at(-1)?.text ?? ''
  expect(await summaryFor(true)).toContain('**The council would see this.**')
  expect(await summaryFor(true)).not.toContain('The council does not see this.')
  expect(await summaryFor(false)).toContain('The council does not see this.')
})

test('where staff talk from Microsoft Teams, who keeps it is said before the yes and is part of what the yes is to; for a chat only', async () => {
  const toChat = ['talk to a person', 'Calm Water', 'chat with them now', ...ABOUT, 'no', 'Quillon', 'bsl', 'nothing']
  const told = 'They talk with you from Microsoft Teams. Northshire Council keeps what you both type there, and may read it.'
  const way = async (route: readonly string[], isCouncil: boolean) => {
    const recording = recordPeople({ teamsChat: { employer: 'Northshire Council', isCouncil } })
    const talk = talkTo({ pack, findTopic, people: recording.people, council: 'demo', chat: { conversation: 'c', key: Buffer.alloc(32) } })
    const said = (await typeAll(talk, route)).at(-1)?.text ?? ''
    await talk.type('yes, share this')
    return { said, shown: recording.shared[0]?.shown ?? '' }
  }
  const chat = await way(toChat, true)
  expect(chat.said).toContain(`**The council would see this.** ${told}`)
  expect(chat.shown.split('\n').at(-1)).toContain(told)
  const orRing = await way([...toChat.slice(0, -4), '07700 900999', 'morning', 'no message', ...toChat.slice(-3)], false)
  // What the desk compares stands last.
  expect(orRing.shown.split('\n').slice(-2)).toEqual(['If nobody is free for a chat: please ring me.', expect.stringContaining(told)])
  expect((await way(toChat, false)).said).toContain(`The council does not see this. ${told}`)
  const call = await way(TO_SUMMARY, true)
  expect([call.said.includes('Microsoft Teams'), call.shown.includes('Microsoft Teams'), call.said.includes('**The council')]).toEqual([
    false,
    false,
    false,
  ])
})

test('words that do not fit beside a long summary are not taken, and it is said how many fit', async () => {
  const demo = pack.councils.get('demo')!
  const long = { ...pack, councils: new Map(pack.councils).set('demo', { ...demo, name: 'Very '.repeat(90).trim() }) }
  const talk = begin(recordPeople().people, { pack: long })
  const shown = shownLast(await typeAll(talk, TO_SUMMARY))
  const fit = 170 - shown.split(/\s+/).length - 3
  const said = await typeAll(talk, ['add my own words', 'a '.repeat(fit + 1).trim()])
  expect(said.map(({ id }) => id)).toEqual(['handoff.ask-own-words', 'handoff.no-room', 'handoff.summary'])
  expect(said[1]?.text).toContain(`The most that fits is ${fit} words.`)
  expect(shownLast(said)).toBe(shown)
  expect(shownLast(await typeAll(talk, ['add my own words', 'a '.repeat(fit).trim()]))).toContain('In my words: a a')
})
