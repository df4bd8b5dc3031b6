// Four hundred days, one after the other: nothing past its review is said, and what must never go silent is said on every one.
import { tellFound } from '../../src/cli/ask'
import { councilContacts } from '../../src/content/contacts'
import { loadPack } from '../../src/content/load'
import type { Council } from '../../src/content/schema/contact'
import { contentDir } from '../../src/project-root'
import { addDays, type CalendarDate } from '../../src/rules/calendar-date'
import { day } from '../holidays'
import { talkTo } from '../talk-to'
import { findTopicByTitle } from '../transcripts/find-topic-by-title'

const pack = loadPack(contentDir)
const FIRST = day('2026-11-22')
const DAYS = Array.from({ length: 400 }, (_, index) => addDays(FIRST, index))
const topics = [...pack.topics.values()]
const councils = [...pack.councils.values()]

const parts = { pack, findTopic: findTopicByTitle(pack) }
const saidOn = async (today: CalendarDate, ...typed: string[]): Promise<string> => {
  const talk = talkTo({ ...parts, today, council: null })
  await talk.type(null)
  const said: string[] = []
  for (const text of typed) for (const { text: words } of await talk.type(text)) said.push(words)
  return said.join('\n')
}

/** The ways to reach a council's people that are past their review. */
function lapsed({ mediation, sendiass, localOffer }: Council, today: CalendarDate): readonly string[] {
  const facts = [mediation, sendiass, localOffer].flatMap(({ contacts }) => contacts)
  const inTime = new Set(facts.filter(({ reviewBy }) => today <= reviewBy).map(({ value }) => value))
  return facts.map(({ value }) => value).filter((value) => !inTime.has(value))
}

it('is a stretch in which reviews fall due', () => {
  const last = DAYS.at(-1) ?? FIRST
  expect(topics.every(({ reviewBy }) => FIRST <= reviewBy && reviewBy < last)).toBe(true)
  expect(pack.reviewBy < last && pack.safeguarding.reviewBy < last).toBe(true)
})

it('says no topic past its review, on the command line and in the chat', async () => {
  const expired: string[] = []
  for (const today of DAYS)
    for (const { id, reviewBy, answer } of topics) {
      const { text, kind } = tellFound({ kind: 'answer', candidates: [{ id, score: 1 }], also: [] } as never, { pack, today })
      if (today > reviewBy && (text.includes(answer) || kind !== 'not-sure')) expired.push(`${today} ${id}`)
      if (today <= reviewBy && !text.includes(answer)) expired.push(`${today} ${id} is silent too early`)
    }
  expect(expired).toEqual([])
  for (const { title, reviewBy, answer } of topics.slice(0, 20)) {
    expect(await saidOn(reviewBy, 'question', title)).toContain(answer)
    expect(await saidOn(addDays(reviewBy, 1), 'question', title)).not.toContain(answer)
  }
}, 60_000)

it('gives no contact past its review, and always the number in the letter', () => {
  const expired: string[] = []
  for (const today of DAYS)
    for (const council of councils) {
      const { text } = councilContacts(pack, council, today)
      const own =
        council.reviewBy !== null && today > council.reviewBy
          ? [...council.notes, council.mediation.say, `**${council.sendiass.name ?? ''}**`]
          : []
      for (const words of [...lapsed(council, today), ...own])
        if (words && text.includes(words)) expired.push(`${today} ${council.id} ${words}`)
      if (!/in your decision letter|In real life/.test(text)) expired.push(`${today} ${council.id} has no number in the letter`)
    }
  expect(expired).toEqual([])
}, 120_000)

it('shows the crisis card and the dates on every one of the days', async () => {
  const silent: CalendarDate[] = []
  const unsaid: CalendarDate[] = []
  for (const today of DAYS) {
    const crisis = await saidOn(today, 'I want to kill myself')
    const dates = await saidOn(
      today,
      'I have a letter about my child',
      'They will not do an EHC needs assessment',
      '1 November 2026',
      'yes',
    )
    if (!crisis.includes('116 123') || !/mediation adviser/i.test(dates) || !/1 January 2027|31 December 2026/.test(dates))
      silent.push(today)
    if (today > pack.safeguarding.reviewBy !== crisis.includes('These numbers were last checked on Sunday 22 November 2026.'))
      unsaid.push(today)
    if (today > pack.reviewBy !== dates.includes('These rules were last checked on Sunday 22 November 2026.')) unsaid.push(today)
  }
  expect({ silent, unsaid }).toEqual({ silent: [], unsaid: [] })
}, 300_000)

it('keeps what is compared, what the letter must say and what follows an agreement to the day of their review', async () => {
  const late = addDays(pack.twoRoutes.reviewBy, 1)
  const letter = ['I have a letter about my child', 'They will not do an EHC needs assessment', '1 May 2027', 'yes', 'no']
  const last = pack.twoRoutes.reviewBy
  expect(await saidOn(last, ...letter, 'Compare the two routes')).toContain('Who must come')
  const compared = await saidOn(late, ...letter, 'Compare the two routes', 'Check my letter')
  expect(compared).not.toContain('Who must come')
  expect(compared).toContain('due to be checked again')
})
