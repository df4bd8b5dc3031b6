// Every transcript is said as it is written, and every sentence of it is one that somebody has reviewed and that may be said on that day.
// And everything that can be said is heard in one: what nobody hears, nobody has read.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTERRUPTS } from '../../dialogs/interrupts'
import { loadPack } from '../../src/content/load'
import type { Pack } from '../../src/content/pack'
import { contentDir } from '../../src/project-root'
import { day } from '../holidays'
import { createReview } from '../provenance'
import { findTopicByTitle } from './find-topic-by-title'
import { heardIn } from './heard-in'
import { Noting } from './noting'
import { play } from './play'
import { readTranscript, writeTranscript } from './transcript'

const loaded = loadPack(contentDir)
const messages = new Noting(loaded.messages)
const decisions = new Noting(loaded.decisions)
const topics = new Noting(loaded.topics)
const clocks = new Noting(loaded.deadlines.clocks)
const councils = new Noting(loaded.councils)
const pack: Pack = { ...loaded, messages, decisions, topics, councils, deadlines: { ...loaded.deadlines, clocks } }

/** What only the page says, or only something that no conversation can bring about, with the test that hears it. */
const HEARD_ELSEWHERE: Readonly<Record<string, string>> = {
  'bot.sorry': 'test/app.test.ts',
  'bot.not-kept': 'test/app.test.ts',
  'greeting.begun-again': 'test/bot/run-turn.test.ts',
  'bot.attachment': 'test/bot/run-turn.test.ts',
  'greeting.advice-changed': 'test/content/overlay.test.ts',
  'question.withdrawn': 'test/content/overlay.test.ts',
  'contact.lapsed': 'test/content/contacts.test.ts',
  'bot.checked-': 'test/dialogs/expiry.test.ts',
  'deadline.checklist-title': 'test/dialogs/expiry.test.ts',
  'contact.fact-undated': 'test/content/contacts.test.ts',
  'contact.closures': 'test/content/contacts.test.ts',
  // No desk of the pack is read by its council, and no summary of today's questions is so long.
  'handoff.council-told': 'test/dialogs/nothing-before-yes.test.ts',
  'handoff.no-room': 'test/dialogs/nothing-before-yes.test.ts',
  // Nobody goes home between two lines of a transcript.
  'handoff.way-gone': 'test/dialogs/way-gone.test.ts',
  // No desk of the pack talks from Teams.
  'handoff.teams-told': 'test/dialogs/nothing-before-yes.test.ts',
  // Said by the service when something has happened, not in answer to anybody.
  'handoff.told-': 'test/channels/told-activity.test.ts',
  'handoff.adviser-line': 'test/channels/told-activity.test.ts',
  'handoff.mail-': 'test/channels/told-activity.test.ts',
  // Each label and value of every line that a summary can have.
  'handoff-summary.': 'test/content/say-summary.test.ts',
  'web.': 'test/web',
  'desk.': 'test/desk',
  'editor.': 'test/editor',
  'rights.page-': 'test/web/my-information.test.ts',
  'teams.': 'test/channels',
}

/** What ends in a dot or a dash stands for all that begin so. */
const isHeardElsewhere = (id: string): boolean =>
  Object.keys(HEARD_ELSEWHERE).some((one) => (/[.-]$/.test(one) ? id.startsWith(one) : id === one))

/** Said by the stand-in for the matcher alone. */
const MADE_UP = ['Your council’s website says who empties the bins.']
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .sort()

const reviews = new Map<string, ReturnType<typeof createReview>>()
/** Reading the pack takes longer than playing a transcript: once for each day. */
function reviewOn(today: string): ReturnType<typeof createReview> {
  const review = reviews.get(today) ?? createReview(loaded, day(today))
  reviews.set(today, review)
  return review
}

describe('transcripts', () => {
  it.each(files)('%s', async (file) => {
    const path = join(__dirname, file)
    const expected = readTranscript(readFileSync(path, 'utf8'))
    const { header } = expected
    const played = await play(expected, { pack, findTopic: findTopicByTitle(pack) })
    const said = writeTranscript({ header, turns: played.turns })
    if (process.env['WRITE_TRANSCRIPTS'] === '1') writeFileSync(path, said)
    else expect(said).toBe(writeTranscript(expected))
    const review = reviewOn(header['today'] ?? '2026-11-20')
    const wrong = heardIn(played).flatMap((heard) =>
      review(heard)
        .filter((sentence) => !MADE_UP.includes(sentence))
        .map((sentence) => `${heard.id}: ${sentence}`),
    )
    expect(wrong).toEqual([])
  })
})

it('finds words of nobody in a summary, also beside words that were typed for it', () => {
  const review = createReview(loaded, day('2026-11-20'))
  const summary = (line: string): readonly string[] =>
    review({ id: 'handoff.summary', text: `1. Call me: Sam.\n2. ${line}`, topic: undefined, values: ['Sam'] })
  expect(summary('I want: advice first, certificate only.')).toEqual([])
  expect(summary('Call me: Alex.')).toEqual(['Alex.'])
  expect(summary('I want: advice first, a good lawyer.')).toEqual(['advice first, a good lawyer.'])
  expect(summary('Their number: 01632 960 999.')).toEqual(['01632 960 999.'])
  expect(review({ id: 'question.ask', text: 'Sam.', topic: undefined, values: ['Sam'] })).toEqual(['Sam.'])
})

it('hears every message', () => {
  expect(messages.unheard.filter((id) => !isHeardElsewhere(id))).toEqual([])
})
it('names no test that is not there', () => {
  expect(Object.values(HEARD_ELSEWHERE).filter((path) => !existsSync(join(__dirname, '../..', path)))).toEqual([])
})
it(
  'hears every row of routes',
  () => expect(decisions.unheard).toEqual(['unsure']) /* its words are the message triage.not-sure; the command tells them */,
)
it('hears every topic', () => expect(topics.unheard).toEqual([]))
it('hears the main clocks', () =>
  expect(['appeal', 'mediation-adviser', 'discrimination-claim'].filter((clock) => clocks.unheard.includes(clock as never))).toEqual([]))
it('hears every council that has words of its own', () => {
  const withWords = [...loaded.councils.values()].filter(({ mediation, sendiass, localOffer, notes }) =>
    [mediation.say, sendiass.say, localOffer.say, ...notes].some((words) => words !== undefined),
  )
  expect(withWords.map(({ id }) => id).filter((id) => councils.unheard.includes(id))).toEqual([])
})
it('has its interrupts in order', () => {
  expect(INTERRUPTS.map(({ name }) => name)).toEqual([
    'crisis',
    'delete',
    'held',
    'live',
    'after-stop',
    'carry-on',
    'anyway',
    'person',
    'start-again',
    'help',
    'change',
  ])
})
