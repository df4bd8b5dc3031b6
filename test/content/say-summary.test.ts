// The summary in words: what a family sees, line by line, never more than can be read aloud in three quarters of a minute.
import fc from 'fast-check'
import { loadPack } from '../../src/content/load'
import { saySummary } from '../../src/content/say-summary'
import { readSummary } from '../../src/handoff/summary-schema'
import { contentDir } from '../../src/project-root'
import { CALLER_ROLES, CONTACT_ROUTES, type Summary } from '../../src/rules/handoff/summary'
import { MOST_WORDS, roomForOwnWords, textOf, wordCount } from '../../src/rules/handoff/summary-text'
import { takeOut } from '../../src/rules/handoff/take-out'
import { holidays } from '../holidays'
import { FULL, SPARSE } from '../handoff/summary-examples'
import { anySummary } from '../rules/handoff/any-summary'

const pack = loadPack(contentDir)
const full = readSummary(FULL) as Summary
const providers = [...pack.organisations].filter(([, { role }]) => role === 'mediation' || role === 'demonstration').map(([id]) => id)
const summaries = anySummary([...pack.councils.keys()], providers)
const voices = fc.constantFrom('parent' as const, 'young-person' as const)
/** The words before the colon of the family's own line. */
const OWN_LABEL = 'In my words:'

test('a full summary reads like this', () => {
  expect(textOf(saySummary(pack, full, 'parent'))).toBe(
    [
      'From: professional, with permission, in writing.',
      'Over compulsory school age: no.',
      'Council: Northshire Council (demonstration).',
      'Decision: plan content, B, F.',
      'Letter dated: 9 October 2026, in hand.',
      'Letter sent: 12 October 2026.',
      'Adviser contacted: 2 November 2026, Northshire Mediation (demonstration).',
      'Certificate: needed, not held yet.',
      'Contact adviser by: Wednesday 9 December 2026.',
      'I want: certificate only, advice first.',
      'Contact: please ring me.',
      'Calling: leave no message, ask before saying who, mornings, after 4.',
      'Call me: Sam.',
      'What helps: interpreter, going slowly, Urdu, please ask me twice.',
      'Letter lacks: none of 2 points, 1 unsure.',
      'In my words: They said she is doing fine. She is not.',
      'Answers given here: 1.',
      'Note: carers disagree.',
    ].join('\n'),
  )
})

test('a sparse one says only what it holds', () => {
  expect(textOf(saySummary(pack, readSummary(SPARSE) as Summary, 'parent'))).toBe('Council: not sure.\nContact: I will ring.')
})

test('a young person speaks for themselves', () => {
  const summary: Summary = { ...full, callerRole: 'young_person', permissionGiven: null, ageBand: 'young_person_16_to_25' }
  expect(
    textOf(saySummary(pack, summary, 'young-person'))
      .split('\n')
      .slice(0, 2),
  ).toEqual(['From: me, a young person.', 'Old enough to appeal myself: yes.'])
})

test('a clock that is late says so without saying that all is lost', () => {
  const said = (status: 'late-window' | 'passed'): string | undefined =>
    saySummary(pack, { ...full, clocks: full.clocks.map((clock) => ({ ...clock, status })) }, 'parent').find(({ id }) =>
      id.startsWith('clocks'),
    )?.value
  expect(said('late-window')).toBe('Wednesday 9 December 2026, act now')
  expect(said('passed')).toBe('Wednesday 9 December 2026, now past')
})

test('whatever is said, there are words for it, and all of it can be read aloud in three quarters of a minute', () => {
  fc.assert(
    fc.property(summaries, voices, fc.integer({ min: 1, max: 60 }), (summary, voice, wanted) => {
      const bare = saySummary(pack, summary, voice)
      const room = roomForOwnWords(bare, OWN_LABEL)
      const inOwnWords = room === 0 ? null : Array.from({ length: Math.min(wanted, room) }, () => 'a').join(' ')
      const text = textOf(saySummary(pack, { ...summary, inOwnWords }, voice))
      expect(wordCount(text)).toBeLessThanOrEqual(MOST_WORDS)
      expect(text).not.toMatch(/\{\{|undefined|null|: \.|, ,|\n\n/)
    }),
    { numRuns: 1000 },
  )
})

test('the longest line of each field, all together, are not too many either', () => {
  const longest = new Map<string, number>()
  for (const summary of fc.sample(summaries, { numRuns: 5000, seed: 7 })) {
    for (const line of saySummary(pack, summary, 'young-person')) {
      const words = wordCount(textOf([line]))
      longest.set(line.id, Math.max(words, longest.get(line.id) ?? 0))
    }
  }
  const clocks = [...longest].filter(([id]) => id.startsWith('clocks:')).map(([, words]) => words)
  const others = [...longest].filter(([id]) => !id.startsWith('clocks:')).map(([, words]) => words)
  const threeClocks = clocks.sort((x, y) => y - x).slice(0, 3)
  const sum = [...others, ...threeClocks].reduce((total, words) => total + words, 0)
  expect(sum).toBeLessThanOrEqual(MOST_WORDS)
})

test('each line can be taken out but those that sending needs, and then it is nowhere', () => {
  fc.assert(
    fc.property(summaries, voices, fc.nat(), (summary, voice, nth) => {
      const lines = saySummary(pack, summary, voice)
      const line = lines[nth % lines.length]
      if (line === undefined) return
      const left = takeOut(summary, [line.id], holidays)
      const ids = saySummary(pack, left, voice).map(({ id }) => id)
      expect(ids.includes(line.id)).toBe(!line.isRemovable)
      expect(line.isRemovable).toBe(line.id !== 'localAuthority' && line.id !== 'contactRoute')
      expect(ids.every((id) => lines.some((before) => before.id === id))).toBe(true)
      expect(readSummary(left)).toEqual(left)
    }),
    { numRuns: 500 },
  )
})

test('every role and way to be reached has its own words', () => {
  const values = (field: 'callerRole' | 'contactRoute', all: readonly string[]): Set<string | undefined> =>
    new Set(
      all.map(
        (value) => saySummary(pack, { ...full, permissionGiven: null, [field]: value }, 'parent').find(({ id }) => id === field)?.value,
      ),
    )
  expect(values('callerRole', CALLER_ROLES).size).toBe(4)
  expect(values('contactRoute', CONTACT_ROUTES).size).toBe(4)
})

test('every line of the messages is used', () => {
  const messages = [...pack.messages].filter(([id]) => id.startsWith('handoff-summary.'))
  const used = new Set<string>()
  const noting = { ...pack, messages: new Map(pack.messages) }
  noting.messages.get = (id: string) => {
    used.add(id)
    return pack.messages.get(id)
  }
  for (const clock of ['appeal', 'mediation-adviser', 'discrimination-claim', 'm4'] as const) {
    saySummary(noting, { ...full, clocks: full.clocks.map((one) => ({ ...one, clock })) }, 'parent')
  }
  expect(messages.map(([id]) => id).filter((id) => !used.has(id))).toEqual([])
})
