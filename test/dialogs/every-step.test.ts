// At every step of every dialog: a crisis is answered as one, a question is answered, and the step comes back. No step may be left out.
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { talkTo, type BotSaid, type Conversation } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'
import { PEOPLE } from './people-at-hand'
import { follow, walk, type Place, type Walk } from './walk'

const pack = loadPack(contentDir)
const parts = { pack, findTopic: findTopicByTitle(pack), people: PEOPLE, council: null }
/** Where nothing is sealed: the way to a reference to read out, which has a question of its own. */
const unsealed = { ...parts, channelId: 'msteams' }
const WAY_TO_A_REFERENCE = [
  'talk to a person',
  'Southend',
  'Southend SENDIASS',
  'ring them with a reference',
  'parent',
  'no',
  'they are ending the plan',
  'skip',
  'advice first',
  'no',
  'nothing',
]
/** On a page that a person can be brought into: the way to a chat, which may become a call. */
const onPage = { ...parts, chat: { conversation: 'page', key: Buffer.alloc(32) } }
const WAY_TO_A_CHAT = WAY_TO_A_REFERENCE.map((typed) => (typed === 'ring them with a reference' ? 'chat with them now' : typed))
/** The day of a certificate, told with everything else: read back only where it was told first. */
const WAY_TO_A_CERTIFICATE = [
  'They refused to assess. The letter is dated 1 July 2026, the certificate is dated 10 July 2026.',
  'yes',
  'yes',
]
const CRISIS = ['I want to kill myself', 'he is hitting me right now and I am scared']
const QUESTIONS = [
  'Does mediation cost anything?',
  'Can I bring someone with me?',
  'What is SEND mediation?',
  'Who will be at the mediation meeting?',
  'Does mediation cost anything?',
]
/** What is said when a step comes back: the question itself, put shorter, or with an example. */
const comesBack = (said: readonly BotSaid[], question: string): boolean => isPutAgain(said.at(-1)?.id, question)
const isPutAgain = (id: string | undefined, question: string): boolean =>
  id === question || id === `${question}-back` || id === `${question}-again` || id === 'ask.person'

let found: Walk
let foundUnsealed: readonly Place[]
let foundOnPage: readonly Place[]
let foundTold: readonly Place[]
beforeAll(async () => {
  found = await walk(
    parts,
    ['start again', 'delete my information', 'change an answer', 'talk to a person', 'I was refused an assessment'],
    60_000,
  )
  foundUnsealed = await follow(unsealed, WAY_TO_A_REFERENCE)
  foundOnPage = await follow(onPage, WAY_TO_A_CHAT)
  foundTold = await follow(parts, WAY_TO_A_CERTIFICATE)
}, 240_000)

it('visits every step of every dialog', () => {
  expect(found.places.length).toBeGreaterThan(100)
  expect(found.steps.length).toBeGreaterThan(40)
  expect(found.steps.filter((step) => !found.visited.has(step))).toEqual([])
})

it('is asked every question that has an example for a second try', () => {
  const asked = new Set([...found.places, ...foundUnsealed, ...foundOnPage, ...foundTold].map(({ question }) => question))
  const questions = [...pack.messages.keys()].filter(
    (id) => id.endsWith('-again') && !id.startsWith('desk.') && pack.messages.has(id.replace(/-again$/, '')),
  )
  expect(questions.map((id) => id.replace(/-again$/, '')).filter((id) => !asked.has(id) && id !== 'greeting.begun')).toEqual([])
})

/** Runs a check at each place and lists where it fails, with how to get there. */
async function failures(check: (place: Place, talk: Conversation) => Promise<string | null>): Promise<readonly string[]> {
  const failed: string[] = []
  for (const [places, talk] of [
    [found.places, talkTo(parts)],
    [foundUnsealed, talkTo(unsealed)],
    [foundOnPage, talkTo(onPage)],
    [foundTold, talkTo(parts)],
  ] as const) {
    for (const place of places) {
      const why = await check(place, talk)
      if (why !== null) failed.push(`${place.key} (${place.path.join(' > ')}): ${why}`)
    }
  }
  return failed
}

it.each(CRISIS)(
  'answers "%s" with the stop card first, and goes on after it',
  async (typed) => {
    const failed = await failures(async ({ saved, question, beneath }, talk) => {
      talk.goTo(saved)
      const said = await talk.type(typed)
      if (said.length !== 1 || said[0]?.id !== 'interrupt.crisis-stop') return `said ${said.map(({ id }) => id).join(', ')}`
      const after = await talk.type('carry on')
      const expected = question === 'question.ask-keep' && beneath !== null ? beneath : question
      return comesBack(after, expected) ? null : `then ${after.map(({ id }) => id).join(', ')}`
    })
    expect(failed).toEqual([])
  },
  120_000,
)

/** Types what is written; says what came instead where a question is not answered or the step does not come back. */
async function askedInARow(talk: Conversation, { question, beneath }: Place): Promise<string | null> {
  for (const typed of QUESTIONS) {
    const said = await talk.type(typed)
    const ids = said.map(({ id }) => id).join(', ')
    if (said[0]?.topic === undefined || pack.topics.get(said[0].topic)?.title !== typed) return `"${typed}" got ${ids}`
    if (!comesBack(said, beneath ?? question)) return `after "${typed}": ${ids}`
  }
  return null
}

it('answers a question, five times in a row; the step comes back each time, and the dialog goes on where it was', async () => {
  const failed = await failures(async (place, talk) => {
    talk.goTo(place.saved)
    const choice = place.beneath === null ? (await talk.type('help')).at(-1)?.choices[0] : undefined
    talk.goTo(place.saved)
    const direct = choice === undefined ? [] : (await talk.type(choice)).map(({ id }) => id)
    talk.goTo(place.saved)
    const wrong = await askedInARow(talk, place)
    if (wrong !== null || choice === undefined) return wrong
    const later = (await talk.type(choice)).map(({ id }) => id)
    // What is shared is what was shown last: a summary that has changed meanwhile is shown again first.
    if (/^handoff\.summary/.test(place.question) && later.join() === `handoff.changed-since,${place.question}`) return null
    return later.join() === direct.join() ? null : `"${choice}" led to ${later.join(', ')} instead of ${direct.join(', ')}`
  })
  expect(failed).toEqual([])
}, 120_000)

it('says nothing with an unfilled gap anywhere', async () => {
  const failed = await failures(async ({ saved }, talk) => {
    talk.goTo(saved)
    const said = await talk.type('help')
    const wrong = said.find(({ text, choices }) => /\{\{|undefined|\[object|NaN/.test(text + choices.join(' ')))
    return wrong ? wrong.id : null
  })
  expect(failed).toEqual([])
})
