// "Is it one of these?": what stands among the choices.
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { talkTo } from '../talk-to'

const pack = loadPack(contentDir)

it('a person stands there once, also where the topic of that name is one of the three', async () => {
  const topics = ['human-handoff', 'mediation-cost', 'bring-supporter']
  const findTopic = async () => ({ kind: 'clarify' as const, topics, others: [], words: '' })
  const talk = talkTo({ pack, findTopic, council: null })
  await talk.type(null)
  await talk.type('I have a question')
  const choices = (await talk.type('somebody for this maybe')).at(-1)?.choices
  expect(choices).toEqual(['Does mediation cost anything?', 'Can I bring someone with me?', 'None of these', 'Talk to a person'])
})
