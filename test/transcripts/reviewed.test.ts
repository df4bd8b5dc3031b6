// Every sentence of every answer, in every transcript, is one that somebody has reviewed and that may be said on that day.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { day } from '../holidays'
import { createReview } from '../provenance'
import { findTopicByTitle } from './find-topic-by-title'
import { play } from './play'
import { readTranscript } from './transcript'

const pack = loadPack(contentDir)
/** Said by the stand-in for the matcher alone. */
const MADE_UP = ['Your council’s website says who empties the bins.']
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .sort()

it.each(files)('%s', async (file) => {
  const transcript = readTranscript(readFileSync(join(__dirname, file), 'utf8'))
  const review = createReview(pack, day(transcript.header['today'] ?? '2026-11-20'))
  const { activities } = await play(transcript, { pack, findTopic: findTopicByTitle(pack) })
  const wrong = activities.flatMap(({ text, channelData }) => {
    const { message, topic } = (channelData as { advice: { message: string; topic?: string } }).advice
    return review({ id: message, text: text ?? '', topic })
      .filter((sentence) => !MADE_UP.includes(sentence))
      .map((sentence) => `${message}: ${sentence}`)
  })
  expect(wrong).toEqual([])
})
