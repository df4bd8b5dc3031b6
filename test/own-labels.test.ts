import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../src/content/load'
import { judgeOwnLabels } from '../src/own-labels'
import { contentDir } from '../src/project-root'
import { findCrisis, type CrisisFinding } from '../src/rules/crisis/find-crisis'
import { createTalkTools } from '../src/talk-tools'
import { readTranscript } from './transcripts/transcript'

const pack = loadPack(contentDir)
const byLists = (text: string): CrisisFinding => findCrisis(text, pack.safeguarding.lists)

test('what our buttons say is read by the lists once, and nothing that people write is remembered', () => {
  const asked: string[] = []
  const judge = judgeOwnLabels(pack, (text) => {
    asked.push(text)
    return byLists(text)
  })
  const labels = ['They will not do an EHC needs assessment', 'I have a letter about me', 'Show me my answer anyway', 'Talk to a person']
  expect([...labels, ...labels].map((text) => judge(text)?.level)).toEqual(Array(8).fill('none'))
  expect(asked).toEqual(labels)
  expect(['They will not do an EHC needs Assessment', 'my own words', ''].map(judge)).toEqual([null, null, null])
  expect(asked).toEqual(labels)
})

test('every button of every written conversation is one of ours, but for names and days', () => {
  const judge = judgeOwnLabels(pack, byLists)
  const folder = join(__dirname, 'transcripts')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.chat'))
  const said = files.flatMap((file) => readTranscript(readFileSync(join(folder, file), 'utf8')).turns.flatMap(({ bot }) => bot))
  const buttons = [...new Set(said.flatMap((line) => line.buttons))]
  expect(buttons.length).toBeGreaterThan(100)
  const isNameOrDay = (label: string): boolean => /\(demonstration\)$| Council$|^\w+day \d+ \w+ \d{4}$/.test(label)
  expect(buttons.filter((label) => judge(label) === null && !isNameOrDay(label))).toEqual([])
})

test('the second detector is asked about every other text, and about none of our buttons', async () => {
  const sensed: string[] = []
  const { findCrisis: find } = createTalkTools({
    pack,
    now: () => ({ today: '2026-11-22' as never, time: '12:00' as never }),
    findTopic: async () => Promise.reject(new Error('nothing is asked here')),
    senseCrisis: async (text, listed) => {
      sensed.push(text)
      return listed
    },
  })
  for (const text of ['Show me my answer anyway', 'show me my answer anyway please', 'I want to end my life']) await find(text)
  expect(sensed).toEqual(['show me my answer anyway please', 'I want to end my life'])
  expect((await find('I want to end my life')).level).toBe('stop')
})
