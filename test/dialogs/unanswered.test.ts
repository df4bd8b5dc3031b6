// What could not be answered: what is counted, what waits, what is kept, and what never is.
import type { UnansweredNotes } from '../../dialogs/visit'
import { loadPack } from '../../src/content/load'
import type { KeptQuestion } from '../../src/store/port'
import { parseCalendarDate, type CalendarDate } from '../../src/rules/calendar-date'
import { contentDir } from '../../src/project-root'
import { unansweredNotes } from '../../src/unanswered-notes'
import { talkTo, type ConversationParts } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'

const pack = loadPack(contentDir)
const QUESTION = 'Can the council ask my son Jack (dob 12/03/2015) about his phone 07700 900123?'
const MASKED = 'Can the council ask my son [name] (dob [birth-date]) about his phone [phone]?'
const place = { council: 'southend', day: '2026-11-20' }

async function noting(more: Partial<ConversationParts> = {}) {
  const counted: unknown[] = []
  const kept: unknown[] = []
  const unanswered: UnansweredNotes = {
    count: async (where, kind) => void counted.push({ ...where, kind }),
    keep: async (question) => void kept.push(question),
  }
  const talk = talkTo({ pack, findTopic: findTopicByTitle(pack), unanswered, ...more })
  await talk.type(null)
  return { counted, kept, ...talk }
}

it('counts without words, and holds the masked words until a yes', async () => {
  const { type, memory, counted, kept } = await noting()
  const asked = await type(QUESTION)
  expect(asked.map(({ id }) => id)).toEqual(['question.not-sure', 'question.ask-keep'])
  expect(asked[1]?.text).toMatch(/^May we keep this question, without names, to improve the answers\?/)
  expect(counted).toEqual([{ ...place, kind: 'not-sure' }])
  expect(memory()?.waitingQuestion).toBe(MASKED)
  expect(JSON.stringify(memory())).not.toMatch(/Jack|07700|2015/)
  expect(kept).toEqual([])
  await type('yes')
  expect(kept).toEqual([{ ...place, text: MASKED }])
  expect(memory()?.waitingQuestion).toBeUndefined()
})

it.each([
  'no',
  'start again',
  'delete my information',
  'I have a letter about my child',
  'Does mediation cost anything?',
  'I want to die',
  'talk to a person',
])('keeps nothing after "%s"', async (typed) => {
  const { type, memory, kept } = await noting()
  await type(QUESTION)
  await type(typed)
  if (typed === 'delete my information') await type('yes')
  expect(memory()?.waitingQuestion).toBeUndefined()
  await type('yes')
  expect(kept).toEqual([])
})

it('asks once in a conversation, and goes on counting', async () => {
  const { type, counted } = await noting()
  await type(QUESTION)
  await type('no')
  expect((await type(QUESTION)).map(({ id }) => id)).not.toContain('question.ask-keep')
  await type('start again')
  expect((await type(QUESTION)).map(({ id }) => id)).not.toContain('question.ask-keep')
  expect(counted).toHaveLength(3)
})

it('asks after none of these, about the question that led there', async () => {
  const { type, memory, counted, kept } = await noting()
  await type('who pays or who comes')
  expect(memory()?.waitingQuestion).toBe('who pays or who comes')
  expect((await type('none of these')).map(({ id }) => id)).toEqual(['question.not-sure', 'question.ask-keep'])
  await type('yes')
  expect(counted).toEqual([{ ...place, kind: 'none-of-these' }])
  expect(kept).toEqual([{ ...place, text: 'who pays or who comes' }])
})

it('forgets the question once one of the choices was meant', async () => {
  const { type, memory, counted } = await noting()
  await type('who pays or who comes')
  await type('Does mediation cost anything?')
  expect([memory()?.waitingQuestion, counted]).toEqual([undefined, []])
})

it.each(['I want to die. Can the council read my facebook page?', 'I am at breaking point, can the council read my facebook page?'])(
  'never holds the words of a crisis: "%s"',
  async (typed) => {
    const { type, memory, kept } = await noting()
    expect((await type(typed)).map(({ id }) => id)).not.toContain('question.ask-keep')
    expect(memory()?.waitingQuestion).toBeUndefined()
    expect((await type(QUESTION)).map(({ id }) => id)).not.toContain('question.ask-keep')
    await type('yes')
    expect(kept).toEqual([])
  },
)

it('heeds the second detector too', async () => {
  const { type, memory } = await noting({ senseCrisis: async () => ({ level: 'strip', kinds: [] }) })
  expect((await type(QUESTION)).map(({ id }) => id)).not.toContain('question.ask-keep')
  expect(memory()?.waitingQuestion).toBeUndefined()
})

it('holds and asks nothing where memory is not sealed, and counts all the same', async () => {
  const { type, memory, counted } = await noting({ channelId: 'msteams' })
  expect((await type(QUESTION)).map(({ id }) => id)).not.toContain('question.ask-keep')
  await type('who pays or who comes')
  expect([memory()?.waitingQuestion, counted]).toEqual([undefined, [{ ...place, kind: 'not-sure' }]])
})

it('counts no sentence beside a step that asked for something else', async () => {
  const { type, counted } = await noting()
  for (const typed of ['I have a letter about my child', '1', 'it is somewhere in the kitchen']) await type(typed)
  expect(counted).toEqual([])
})

it('goes on when the store fails, and logs it', async () => {
  const failed: string[] = []
  const broken = { count: async () => Promise.reject(new Error('disk')), keep: async () => Promise.reject(new Error('disk')) }
  const unanswered = unansweredNotes(broken, { failure: (where) => (failed.push(where), 'reference') })
  const { type } = await noting({ unanswered })
  expect((await type(QUESTION)).map(({ id }) => id)).toEqual(['question.not-sure', 'question.ask-keep'])
  expect((await type('yes'))[0]?.id).toBe('question.kept')
  expect(failed).toEqual(['unanswered', 'unanswered'])
})

it('keeps a question without the one character that no text in PostgreSQL may hold', async () => {
  const kept: string[] = []
  const store = { count: async () => undefined, keep: async ({ text }: KeptQuestion) => void kept.push(text) }
  await unansweredNotes(store, { failure: () => 'reference' }).keep({
    ...place,
    day: parseCalendarDate(place.day) as CalendarDate,
    text: 'zorgle\0wibble',
  })
  expect(kept).toEqual(['zorgle wibble'])
})
