// Every sentence of every answer, in every transcript, is one that somebody has reviewed and that may be said on that day.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { inThrees } from '../../src/rules/handoff/reference'
import { day } from '../holidays'
import { createReview } from '../provenance'
import { findTopicByTitle } from './find-topic-by-title'
import { play, type Played } from './play'
import { readTranscript } from './transcript'
import { typedValue } from './typed-values'

const pack = loadPack(contentDir)
/** Said by the stand-in for the matcher alone. */
const MADE_UP = ['Your council’s website says who empties the bins.']
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .sort()

interface Heard {
  readonly id: string
  readonly text: string
  readonly topic: string | undefined
  readonly values: readonly string[]
}

/** The link of one handoff, by which it is looked at and deleted. */
const OWN_LINK = /https:\/\/chat\.example\.org\/my-information\/[\w-]+/g

/** Every message with what may stand in it beside reviewed words: its reference, and in a summary what was typed for it. */
function heardIn({ turns, activities }: Played): readonly Heard[] {
  const heard: Heard[] = []
  const typed: string[] = []
  let at = 0
  for (const { user, bot } of turns) {
    const value = user === null ? null : typedValue(heard.at(-1)?.id, user)
    if (value !== null) typed.push(value)
    for (const { text = '', channelData } of activities.slice(at, (at += bot.length))) {
      const { advice } = channelData as { advice: { message: string; topic?: string; handoff?: { reference: string } } }
      const values = advice.message.startsWith('handoff.summary') ? [...typed] : []
      if (advice.message.startsWith('rights.')) values.push(...(text.match(OWN_LINK) ?? []))
      if (advice.handoff) values.push(inThrees(advice.handoff.reference))
      heard.push({ id: advice.message, text, topic: advice.topic, values })
    }
  }
  return heard
}

it.each(files)('%s', async (file) => {
  const transcript = readTranscript(readFileSync(join(__dirname, file), 'utf8'))
  const review = createReview(pack, day(transcript.header['today'] ?? '2026-11-20'))
  const played = await play(transcript, { pack, findTopic: findTopicByTitle(pack) })
  const wrong = heardIn(played).flatMap((said) =>
    review(said)
      .filter((sentence) => !MADE_UP.includes(sentence))
      .map((sentence) => `${said.id}: ${sentence}`),
  )
  expect(wrong).toEqual([])
})

it('finds words of nobody in a summary, also beside words that were typed for it', () => {
  const review = createReview(pack, day('2026-11-20'))
  const summary = (line: string): readonly string[] =>
    review({ id: 'handoff.summary', text: `1. Call me: Sam.\n2. ${line}`, topic: undefined, values: ['Sam'] })
  expect(summary('I want: advice first, certificate only.')).toEqual([])
  expect(summary('Call me: Alex.')).toEqual(['Alex.'])
  expect(summary('I want: advice first, a good lawyer.')).toEqual(['advice first, a good lawyer.'])
  expect(summary('Their number: 01632 960 999.')).toEqual(['01632 960 999.'])
  expect(review({ id: 'question.ask', text: 'Sam.', topic: undefined, values: ['Sam'] })).toEqual(['Sam.'])
})
