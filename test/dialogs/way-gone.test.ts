// A service, or a way to it, that closes between the offer and the press: the family is told, and offered what is open now.
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { talkTo } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'
import { recordPeople } from './recording-people'

const pack = loadPack(contentDir)
const findTopic = findTopicByTitle(pack)

test('the way has closed: it is said, nothing was begun, and the ways that are open are offered', async () => {
  const { people, begun } = recordPeople()
  const open = await people.offers({ council: 'demo', isYoungPerson: false } as never)
  const talk = talkTo({ pack, findTopic, people, council: 'demo' })
  await talk.type('talk to a person')
  await talk.type('Calm Water')
  people.offers = async () => open.map((offer) => ({ ...offer, routes: ['phone'] }))
  const said = await talk.type('Ask them to ring me')
  expect(said.map(({ id }) => id)).toEqual(['handoff.way-gone', 'handoff.ways'])
  expect(said[1]?.choices).toContain('Calm Water')
  expect(begun).toEqual([])
})

test('the service has closed for the day', async () => {
  const { people } = recordPeople()
  const talk = talkTo({ pack, findTopic, people, council: 'demo' })
  await talk.type('talk to a person')
  people.offers = async () => []
  expect((await talk.type('Calm Water')).map(({ id }) => id)).toEqual(['handoff.way-gone', 'handoff.ways-own'])
})

test('who wants none of them is not told that something closed', async () => {
  const talk = talkTo({ pack, findTopic, people: recordPeople().people, council: 'demo' })
  await talk.type('talk to a person')
  await talk.type('Calm Water')
  expect((await talk.type('No thanks')).map(({ id }) => id)).not.toContain('handoff.way-gone')
})
