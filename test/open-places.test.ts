// The desks of the content pack as the handoff service knows them.
import { londonMoment } from '../src/clock'
import { loadPack } from '../src/content/load'
import { openingHoursOf } from '../src/content/schema/desk'
import { desksAsPlaces } from '../src/open-places'
import { contentDir } from '../src/project-root'
import { day } from './holidays'

const pack = loadPack(contentDir)
const at = (date: string, time: string): number => londonMoment(day(date), time)

test('what staff set for today counts when a case is escalated: a closed desk tomorrow, a late one this evening', () => {
  const desk = [...pack.desks.values()].find((one) =>
    openingHoursOf(one).week.some(({ weekday, until }) => weekday === 1 && until === '17:00'),
  )
  if (!desk) throw new Error('no desk closes at 17:00 on a Monday')
  const place = desksAsPlaces(pack).find(desk.id)
  const [noon, evening, endsAt] = [at('2026-11-23', '12:00'), at('2026-11-23', '18:00'), at('2026-11-24', '00:00')]
  const againAt = (now: number, openUntil: number | null | undefined) =>
    place?.escalates(now, day('2026-11-23'), openUntil === undefined ? null : { openUntil, endsAt }).againAt ?? 0
  expect(againAt(noon, undefined)).toBeLessThan(at('2026-11-23', '17:00'))
  expect(againAt(noon, null)).toBeGreaterThan(endsAt)
  expect(againAt(evening, undefined)).toBeGreaterThan(endsAt)
  expect(againAt(evening, at('2026-11-23', '20:00'))).toBe(at('2026-11-23', '18:15'))
})
