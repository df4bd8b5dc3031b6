// Questions in people's own words, with the matcher that was built from the pack, in its small mode: each tier of what the chat does with them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { buildPackModel, openTopicFinder, type TopicFinder } from '../../src/topic-finder'
import { day } from '../holidays'
import { createReview } from '../provenance'
import { play } from '../transcripts/play'
import { readTranscript, writeTranscript } from '../transcripts/transcript'

const pack = loadPack(contentDir)
const files = readdirSync(__dirname)
  .filter((file) => file.endsWith('.chat'))
  .sort()
let finder: TopicFinder
beforeAll(async () => {
  finder = await openTopicFinder(pack, await buildPackModel(), 'small')
}, 600_000)
afterAll(() => finder.close())

it.each(files)('%s', async (file) => {
  const path = join(__dirname, file)
  const expected = readTranscript(readFileSync(path, 'utf8'))
  const { turns, activities } = await play(expected, { pack, ...finder })
  if (process.env['WRITE_TRANSCRIPTS'] === '1') writeFileSync(path, writeTranscript({ header: expected.header, turns }))
  else expect(writeTranscript({ header: expected.header, turns })).toBe(writeTranscript(expected))
  const review = createReview(pack, day(expected.header['today'] ?? '2026-11-20'))
  const wrong = activities.flatMap(({ text, channelData }) => {
    const { message, topic } = (channelData as { advice: { message: string; topic?: string } }).advice
    return review({ id: message, text: text ?? '', topic })
  })
  expect(wrong).toEqual([])
})

it('shows each tier', () => {
  expect(files.map((file) => file.replace('.chat', ''))).toEqual(
    expect.arrayContaining([
      'crisis-stop',
      'crisis-strip',
      'small-talk',
      'england-only',
      'straight-answer',
      'three-choices',
      'not-sure',
      'two-questions',
      'deadline-first',
      'account',
    ]),
  )
})
