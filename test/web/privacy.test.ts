// The privacy notice: short for children, whole for everybody, and with the very periods that the code keeps to.
import { PERIODS } from '../../src/rules/retention'
import { schoolGrade } from '../school-grade'
import { webStrings } from './web-strings'

const text = webStrings()['privacy-text']
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
  expect(PERIODS.lines).toBe(DAY)
  expect(PERIODS.events).toBe(395 * DAY)
})

test.each([
  'what do you hold about me',
  'delete my information',
  'Information Commissioner',
  'within 30 days',
  'A count holds no words',
  'If you say yes to it, a question',
])('it says %j', (words) => expect(text).toContain(words))
