// A conversation in another language: what has a whole, current translation is said in it, everything else in English, and each says which.
import { loadPack } from '../../src/content/load'
import type { Pack } from '../../src/content/pack'
import { contentDir } from '../../src/project-root'
import { copyOfPack, type BrokenPack } from '../content/broken-pack'
import { writePseudoTranslation } from '../content/pseudo-translation'
import { play } from '../transcripts/play'

const english = loadPack(contentDir)
let copy: BrokenPack
let pack: Pack

beforeAll(() => {
  copy = copyOfPack()
  writePseudoTranslation(copy.dir, english, 'ar')
  copy.replace('translations/ar/messages/triage.yaml', /^triage.ask-decision:\n  of: \S+/m, 'triage.ask-decision:\n  of: en-000000000000')
  pack = loadPack(copy.dir)
})
afterAll(() => copy.delete())

const findTopic = async () => ({ kind: 'answer', topics: ['mediation-cost'], others: [], words: '' }) as const

/** What the bot says to these words, its words and the two names of each choice. */
async function saidTo(users: readonly (string | null)[], language: string | null, today = '2026-11-20') {
  const header = { today, ...(language === null ? {} : { language }) }
  const { activities } = await play({ header, turns: users.map((user) => ({ user, bot: [] })) }, { pack, findTopic })
  return activities.map(({ text = '', locale, suggestedActions, channelData }) => ({
    id: (channelData as { advice: { message: string } }).advice.message,
    text,
    locale,
    choices: (suggestedActions?.actions ?? []).map(({ title, value }) => [title, value as string]),
  }))
}

test('the greeting, its gap and its choices are said in the language; a choice sends its English words', async () => {
  const [hello] = await saidTo([null], 'ar')
  expect(hello?.locale).toBe('ar')
  expect(hello?.text).toMatch(/^⟦Hello\. I am Common Ground\./)
  expect(hello?.text).toContain('⟦What you type is kept for 24 hours.')
  expect(hello?.choices[0]).toEqual(['⟦I have a letter about my child⟧', 'I have a letter about my child'])
})

test('the crisis card is said in the language, with the numbers as they are', async () => {
  const said = await saidTo([null, 'I want to kill myself'], 'ar')
  const card = said.at(-1)
  expect([card?.id, card?.locale]).toEqual(['interrupt.crisis-stop', 'ar'])
  expect(card?.text).toContain('⟦**Please get help from a person now.')
  expect(card?.text).toContain('**116 123**')
})

test('a text whose English has changed since is said in English, and says so', async () => {
  const said = await saidTo([null, 'I have a letter about my child'], 'ar')
  for (const { text, locale } of said) expect(locale).toBe(text.includes('⟦') ? 'ar' : 'en-GB')
  expect(said.find(({ id }) => id === 'triage.ask-decision')?.locale).toBe('en-GB')
})

test('a topic is said in the language, and its title too', async () => {
  const answer = (await saidTo([null, 'I have a question', 'does mediation cost anything'], 'ar')).find(
    ({ id }) => id === 'question.answer',
  )
  expect(answer?.locale).toBe('ar')
  expect(answer?.text).toContain('⟦No, you do not pay.')
})

test.each([
  ['no language', null, '2026-11-20'],
  ['a language that the pack has not', 'cy', '2026-11-20'],
  ['a translation past its review', 'ar', '2027-11-02'],
])('%s: English', async (_what, language, today) => {
  const [hello] = await saidTo([null], language, today)
  expect([hello?.locale, hello?.text.slice(0, 6)]).toEqual(['en-GB', 'Hello.'])
})
