// A rehearsal: a made-up Bill changes the time to appeal from 10 May 2027, in the content alone. Open conversations keep the law they began with.
import { loadPack } from '../../src/content/load'
import { copyOfPack } from '../content/broken-pack'
import { talkTo, type Conversation } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'

const files = copyOfPack()
files.replace(
  'deadlines.yaml',
  /until: null, appealMonths: 2, certificateMonths: 1, adviserMonths: 2 \}/,
  'until: 2027-05-09, appealMonths: 2, certificateMonths: 1, adviserMonths: 2 }\n  - { from: 2027-05-10, until: null, appealMonths: 3, certificateMonths: 1, adviserMonths: 3 }',
)
files.replace(
  'topics/appeal-deadline.md',
  /$/,
  '\n## from 2027-05-10\n\nThe made-up Bill gives three months.\n\n## young person\n\nYou have three months.\n',
)
const pack = loadPack(files.dir)
afterAll(() => files.delete())

const TITLE = pack.topics.get('appeal-deadline')?.title ?? ''
const parts = { pack, findTopic: findTopicByTitle(pack) }

async function begin(today: string): Promise<Conversation> {
  const talk = talkTo({ ...parts, today })
  await talk.type(null)
  return talk
}

/** The same conversation on a later day. */
function goneOn(talk: Conversation, today: string): Conversation {
  const later = talkTo({ ...parts, today })
  const saved = talk.saved()
  if (saved === null) throw new Error('Nothing was saved')
  later.goTo(saved)
  return later
}

async function answerIn(talk: Conversation): Promise<string> {
  const said = await talk.type(TITLE)
  return said.map(({ text }) => text).join('\n')
}

it('tells the new law to whoever comes on its first day, and the old one the day before', async () => {
  expect(await answerIn(await begin('2027-05-09'))).not.toContain('made-up Bill')
  expect(await answerIn(await begin('2027-05-10'))).toContain('The made-up Bill gives three months.')
})

it('keeps the law that a conversation began with, for a fortnight', async () => {
  const talk = await begin('2027-05-07')
  expect(await answerIn(goneOn(talk, '2027-05-10'))).not.toContain('made-up Bill')
  expect(await answerIn(goneOn(talk, '2027-05-21'))).not.toContain('made-up Bill')
  expect(await answerIn(goneOn(talk, '2027-05-22'))).toContain('made-up Bill')
})

it.each([
  ['9 May 2027', 'Friday 9 July 2027'],
  ['10 May 2027', 'Tuesday 10 August 2027'],
])('counts a letter of %s to %s, whenever the conversation began', async (letter, last) => {
  const talk = goneOn(await begin('2027-05-09'), '2027-05-12')
  for (const text of ['I have a letter about my child', 'They will not do an EHC needs assessment', letter]) await talk.type(text)
  const said = await talk.type('yes')
  expect(said.map(({ text }) => text).join('\n')).toContain(last)
})

it('refuses periods with a gap between them', () => {
  files.replace('deadlines.yaml', 'until: 2027-05-09', 'until: 2027-05-08')
  expect(() => loadPack(files.dir)).toThrow('must follow one another without a gap, the last without an end')
})
