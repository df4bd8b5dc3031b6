// What was shared stays the family's: a number goes to the service it was given to, and everything shared can be taken back, also what is over.
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { aHandoff } from '../handoff/a-handoff'
import { talkTo, type BotSaid, type Conversation } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'
import { recordPeople, type Recording } from './recording-people'

const pack = loadPack(contentDir)
const findTopic = findTopicByTitle(pack)
const KEY = new Uint8Array(32)
const begin = ({ people }: Recording): Conversation =>
  talkTo({ pack, findTopic, people, council: 'demo', chat: { conversation: 'a-conversation', key: KEY } })
const ABOUT = ['parent', 'no', 'They are ending the plan', '9 November 2026', 'yes', 'advice first', 'no']
const LIVE = ['talk to a person', 'Calm Water', 'chat with them now', ...ABOUT, 'no', 'skip', 'nothing', 'yes']
const CALL_BACK = [
  'talk to a person',
  'Calm Water',
  'ask them to ring me',
  ...ABOUT,
  '07700 900999',
  'any time',
  'yes',
  'Quillon',
  'nothing',
]
const OTHER_BY_PHONE = ['talk to a person', 'Still Water', 'ring them with a reference', 'yes']
const DELETE = ['delete my information', 'yes']

async function typeAll(talk: Conversation, typed: readonly string[]): Promise<readonly BotSaid[]> {
  const said: BotSaid[] = []
  for (const text of typed) said.push(...(await talk.type(text)))
  return said
}
const deleted = (said: readonly BotSaid[]): readonly string[] =>
  said.filter(({ id }) => id === 'handoff.deleted-too').map(({ text }) => /shared with (.*) is deleted/.exec(text)?.[1] ?? '')

test('once a chat that nobody took is a call-back, what is typed is for the program and can still be taken back', async () => {
  const recording = recordPeople()
  const people = { ...recording.people, statusOf: async () => ({ ...aHandoff, route: 'callback' as const, state: 'live' as const }) }
  const talk = begin({ ...recording, people })
  await typeAll(talk, LIVE)
  expect((await talk.type('help')).length).toBeGreaterThan(0)
  expect(deleted(await typeAll(talk, DELETE))).toEqual(['Calm Water'])
})

test('a number that was given to one service does not go to another', async () => {
  const recording = recordPeople()
  const said = await typeAll(begin(recording), [...CALL_BACK, ...OTHER_BY_PHONE])
  expect(recording.shared.map(({ id, contact }) => [id, contact])).toEqual([['handoff-2', null]])
  expect(recording.declined).toEqual(['handoff-1'])
  expect(said.findLast(({ id }) => id === 'handoff.summary')?.text).toContain('07700 900 999')
  expect(said.filter(({ text }) => text.includes('what Still Water would see') && text.includes('07700'))).toEqual([])
})

test('the number is asked for again when the first service is asked after all', async () => {
  const recording = recordPeople()
  const talk = begin(recording)
  await typeAll(talk, [...CALL_BACK, ...OTHER_BY_PHONE])
  expect((await talk.type('yes')).map(({ id }) => id)).toEqual(['handoff.ask-phone'])
  await typeAll(talk, ['07700 900888', 'skip', 'yes'])
  expect(recording.shared.map(({ id, contact }) => [id, contact])).toEqual([
    ['handoff-2', null],
    ['handoff-3', '07700 900 888'],
  ])
})

test('"delete my information" takes back all that was shared, and names whom it was shared with', async () => {
  const recording = recordPeople()
  const talk = begin(recording)
  await typeAll(talk, [...CALL_BACK, 'yes', ...OTHER_BY_PHONE.slice(0, -1), 'skip', 'yes'])
  expect(recording.shared).toHaveLength(2)
  expect(deleted(await typeAll(talk, DELETE))).toEqual(['Calm Water', 'Still Water'])
  expect(recording.withdrawn).toEqual(['handoff-1 erased', 'handoff-2 erased'])
  expect(talk.memory()?.sharing).toBeUndefined()
})

test.each([
  [[], ['handoff-1 erased']],
  [['end chat'], ['handoff-1 family-left', 'handoff-1 erased']],
  [
    ['end chat', 'help', 'start again'],
    ['handoff-1 family-left', 'handoff-1 erased'],
  ],
])('and what a talk with a person was about, after %j', async (typed, withdrawn) => {
  const recording = recordPeople()
  const talk = begin(recording)
  await typeAll(talk, [...LIVE, ...typed])
  expect(recording.shared).toHaveLength(1)
  expect(recording.shared[0]?.conversationKey).toEqual(KEY)
  expect(deleted(await typeAll(talk, DELETE))).toEqual(['Calm Water'])
  expect(recording.withdrawn).toEqual(withdrawn)
})

test('what was taken back before is not said to be deleted once more', async () => {
  const recording = recordPeople()
  const talk = begin(recording)
  await typeAll(talk, [...LIVE, ...DELETE])
  expect(deleted(await typeAll(talk, DELETE))).toEqual([])
  expect(recording.withdrawn).toEqual(['handoff-1 erased'])
})
