// The privacy notice: short for children, whole for everybody, and with the very periods that the code keeps to.
import { PERIODS } from '../../src/rules/retention'
import { schoolGrade } from '../school-grade'
import { readRetention } from '../../src/read-retention'
import { privacyText } from '../../src/web/notices'
import { webStrings } from './web-strings'

const strings = webStrings()
const text = privacyText(null, PERIODS, strings)
const DAY = 86_400_000

function grade(words: string): number {
  const sentences = words.split(/[.!?]+(?:\s|$)/).filter((one) => /\w/.test(one)).length
  return schoolGrade(words.match(/[A-Za-z']+/g) ?? [], sentences)
}

test('it begins with a short version that a child of nine to twelve can read', () => {
  const short = text.slice(text.indexOf('## The short version'), text.indexOf('## What is kept'))
  expect(short.split('\n').filter((line) => line.startsWith('- ')).length).toBeLessThanOrEqual(8)
  // Grade 4 of an American school is nine to ten years old.
  expect(grade(short.replace(/^##.*$/m, ''))).toBeLessThan(4.5)
})

test('the periods it names are those of the code', () => {
  expect(text).toContain(`kept for ${PERIODS.conversation / 3_600_000} hours, and then removed`)
  expect(text).toContain(`kept for ${PERIODS.questions / DAY} days to improve the answers`)
  expect(text).toContain(`deleted after ${PERIODS.unopened / DAY} days`)
  expect(text).toContain(`deleted ${PERIODS.ended / DAY} days after your case is over`)
  expect(text).toContain(`goes after ${PERIODS.contact / DAY} days`)
  expect(text).toContain(`deleted ${PERIODS.lines / 3_600_000} hours after you have finished`)
  expect(PERIODS.events).toBe(395 * DAY)
  expect(text).toContain('by day and council, for 13 months.')
})

test('a council’s own page names the periods that its own records are kept for', () => {
  const own = { conversationHours: 12, linesHours: 1, unopenedDays: 7, endedDays: 10, contactDays: 3, questionsDays: 30, eventsDays: 100 }
  const { of } = readRetention({ southend: own }, () => true)
  const southend = privacyText({ id: 'southend', name: 'Southend-on-Sea City Council' }, of('southend'), strings)
  expect(southend).toContain('After 12 hours it is gone.')
  expect(southend).toContain('kept for 12 hours, and then removed')
  expect(southend).toContain('deleted after 7 days. If somebody opens it, it is deleted 10 days after your case is over.')
  expect(southend).toContain('goes after 3 days')
  expect(southend).toContain('is deleted 1 hour after you have finished')
  expect(southend).toContain('kept for 30 days to improve the answers')
  expect(southend).toContain('by day and council, for 100 days.')
  expect(southend).toContain('The times on this page are those of Southend-on-Sea City Council.')
  expect(southend).not.toMatch(/24 hours|14 days|90 days|13 months|[{}]/)
  expect(privacyText({ id: 'hackney', name: 'Hackney' }, of('hackney'), strings)).toContain('kept for 24 hours, and then removed')
  expect(text).not.toMatch(/[{}]/)
})

test.each([
  'what do you hold about me',
  'delete my information',
  'Information Commissioner',
  'within 30 days',
  'A count holds no words',
  'If you say yes to it, a question',
])('it says %j', (words) => expect(text).toContain(words))
