// The dates card: which day stands first, what is left out, and what it says as the day comes closer.
import { toHtml } from '../../src/web/html'
import { datesCard } from '../../src/web/view/dates-card'
import type { ClockView } from '../../src/web/view/clock-view'
import { webStrings } from './web-strings'

const strings = webStrings()
const appeal: ClockView = {
  clock: 'appeal',
  safeDate: '2026-08-14',
  lastDate: '2026-08-15',
  outerDate: '2026-09-01',
  status: 'open',
  daysLeft: 20,
  working: 'Because.',
  sources: [],
}
const adviser: ClockView = { ...appeal, clock: 'mediation-adviser', outerDate: null }

/** The words of the card, a line for each paragraph. */
function words(clocks: readonly ClockView[], freshness: 'said-today' | 'said-earlier' = 'said-today'): string[] {
  const card = datesCard(clocks, null, strings, freshness)
  if (!card) return []
  return toHtml(card)
    .replaceAll(/<\/(p|h2|summary)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .split('\n')
    .filter((line) => line !== '')
}

test('the safe date stands first, then the last day, then the outer one', () => {
  expect(words([appeal]).slice(0, 5)).toEqual([
    'The Tribunal must have your appeal by',
    'Friday 14 August 2026',
    '20 days left',
    'The last day the law allows is Saturday 15 August 2026.',
    'The rules may still allow it until Tuesday 1 September 2026. Do not plan on that.',
  ])
})

test('the adviser comes before the Tribunal, whatever the order they were sent in', () => {
  const titles = words([appeal, adviser]).filter((line) => line.endsWith(' by'))
  expect(titles).toEqual(['Contact the mediation adviser by', 'The Tribunal must have your appeal by'])
})

test('a last day that is the safe day is not said twice', () => {
  expect(words([{ ...adviser, lastDate: '2026-08-14' }]).join()).not.toContain('The last day the law allows')
})

test('without a safe date the last day stands first', () => {
  expect(words([{ ...appeal, safeDate: null, outerDate: null }])[1]).toBe('Saturday 15 August 2026')
})

test.each([
  ['soon', 9, '9 days left'],
  ['urgent', 1, '1 day left'],
  ['today', 0, 'This is today.'],
  ['late-window', -2, 'Send it now. It may still be in time.'],
  ['passed', -40, 'This date has passed.'],
])('%s, %i days: %s', (status, daysLeft, expected) => {
  expect(words([{ ...appeal, status, daysLeft }])[2]).toBe(expected)
})

test('on a later day the count of days is left out, because it is no longer true', () => {
  expect(words([appeal], 'said-earlier').join()).not.toContain('days left')
})

test('clocks without a title of ours make no card: the text alone says them', () => {
  expect(words([{ ...appeal, clock: 'm4' }])).toEqual([])
})
