// The card in each state, and what must never be on it.
import * as fc from 'fast-check'
import { londonNow } from '../../../src/clock'
import { loadPack } from '../../../src/content/load'
import { deskWords } from '../../../src/desk/desk-words'
import { contentDir } from '../../../src/project-root'
import { queueCard, cardTitle, type CardDrawn, type CardWords } from '../../../src/channels/teams/queue-card'
import { teamsWords, TEAMS_WORDS } from '../../../src/channels/teams/teams-words'
import type { Handoff } from '../../../src/rules/handoff/handoff-types'
import { aHandoff } from '../../handoff/a-handoff'
import { day } from '../../holidays'

const pack = loadPack(contentDir)
const MORNING = Date.UTC(2026, 10, 23, 9, 15)
const cardWords: CardWords = {
  say: deskWords(pack),
  tell: teamsWords(pack),
  pack,
  london: (moment) => londonNow(new Date(moment)),
  now: () => MORNING,
  publicUrl: () => 'https://advice.example',
}
const FRESH: CardDrawn = { wasTaken: false, maybeTwice: false, escalated: 'no', asked: [] }
const waiting: Handoff = {
  ...aHandoff,
  decision: 'refuse-assess',
  actBy: day('2026-11-27'),
  actByClocks: ['mediation-adviser', 'appeal'],
  isToMediation: true,
  flags: ['deadline-within-5-working-days', 'looked-after'],
  queuedAt: MORNING - 300_000,
}

interface Run {
  readonly text: string
  readonly color?: string
}
interface Shown {
  readonly version: string
  readonly body: readonly { readonly type: string; readonly inlines: readonly Run[] }[]
  readonly actions: readonly { readonly type: string; readonly verb?: string; readonly data?: object; readonly fallback?: object }[]
}
const draw = (handoff: Handoff, drawn = FRESH): Shown => queueCard(cardWords, handoff, drawn) as Shown
const texts = (card: Shown): readonly string[] => card.body.flatMap(({ inlines }) => inlines.map(({ text }) => text))
const verbs = (card: Shown): readonly (string | undefined)[] => card.actions.map(({ type, verb }) => verb ?? type)

test('waiting: the risk first, in the colour of alarm, then what is known, then time and version', () => {
  const card = draw(waiting)
  expect(texts(card)).toEqual([
    'Adviser and Tribunal date in 4 working days: Friday 27 November 2026. Adviser not yet contacted.',
    expect.stringMatching(/^About: /),
    expect.stringContaining('Wants to talk in the chat now. Waiting since 09:10, Monday 23 November 2026.'),
    'Date within 5 working days.',
    'Looked-after child.',
    expect.stringContaining('This is not contact yet'),
    'As of 09:15, Monday 23 November 2026. Version 3.',
  ])
  expect(card.body[0]?.inlines[0]?.color).toBe('Attention')
  expect(card.actions[0]).toEqual({
    type: 'Action.Execute',
    title: 'Accept',
    verb: 'accept',
    data: { verb: 'accept', handoff: 'the-handoff', version: 3 },
    fallback: { type: 'Action.Submit', title: 'Accept', data: { verb: 'accept', handoff: 'the-handoff', version: 3 } },
  })
  expect(verbs(card)).toEqual(['accept', 'Action.OpenUrl'])
})

test('taken, talking, put back, twice', () => {
  const taken: Handoff = { ...waiting, state: 'accepted', acceptedBy: { id: 's', name: 'Priya, adviser' } }
  expect(texts(draw(taken))[1]).toBe('Taken by Priya, adviser')
  expect(verbs(draw(taken))).toEqual(['Action.OpenUrl', 'put-back', 'not-for-us'])
  expect(verbs(draw({ ...taken, state: 'live' }))).toEqual(['Action.OpenUrl', 'not-for-us'])
  expect(texts(draw(waiting, { ...FRESH, wasTaken: true }))[1]).toBe('It is back in the queue. It waits for everyone again.')
  expect(texts(draw(waiting, { ...FRESH, maybeTwice: true })).join('\n')).toContain('may be here twice')
})

test.each([
  [{ state: 'ended', endReason: 'done' }, 'Ended at 14:32, Monday 23 November 2026.'],
  [
    { state: 'ended', endReason: 'withdrawn' },
    'The family has taken this back, at 14:32, Monday 23 November 2026. Please delete what you noted of it.',
  ],
  [
    { state: 'ended', endReason: 'erased' },
    'The family has taken this back, at 14:32, Monday 23 November 2026. Please delete what you noted of it.',
  ],
  [{ state: 'expired', endReason: 'no-answer' }, 'Nobody came in time. Ended at 14:32, Monday 23 November 2026.'],
  [{ state: 'failed', endReason: 'undeliverable' }, 'Nobody came in time. Ended at 14:32, Monday 23 November 2026.'],
] as const)('over as %j: when, and nothing else', (over, head) => {
  const ended: Handoff = { ...waiting, ...over, endedAt: Date.UTC(2026, 10, 23, 14, 32), acceptedBy: { id: 's', name: 'Priya' } }
  expect(texts(draw(ended))).toEqual([head, 'As of 09:15, Monday 23 November 2026. Version 3.'])
  expect([draw(ended).actions, cardTitle(cardWords, ended), JSON.stringify(draw(ended)).includes(ended.id)]).toEqual([[], head, false])
})

test('whatever stands in a name, it is a TextRun and is shown as it is: no text is read as Markdown', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (name) => {
      const card = draw({ ...waiting, state: 'accepted', acceptedBy: { id: 's', name } })
      expect(new Set(card.body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']))
      expect(texts(card)[1]).toBe(`Taken by ${name}`.trim())
    }),
    { numRuns: 50 },
  )
})

test('neither the conversation, nor the hash of what was shared, nor whose it is by id stands on any card', () => {
  const marked: Handoff = { ...waiting, conversation: 'MARK-1', summaryHash: 'MARK-2', acceptedBy: { id: 'MARK-3', name: 'Priya' } }
  for (const state of ['queued', 'accepted', 'live', 'ended', 'expired', 'failed'] as const)
    expect(JSON.stringify(draw({ ...marked, state }))).not.toContain('MARK')
})

test('every word of Teams is used, and none is missing', () => {
  const there = [...pack.messages.keys()].filter((id) => id.startsWith('teams.')).map((id) => id.slice('teams.'.length))
  expect(there.sort()).toEqual([...TEAMS_WORDS].sort())
})
