// The notices: every section that the law's model statement has, and the council's own name and contact.
import { accessibilityText } from '../../src/web/notices'
import { webStrings } from './web-strings'

const strings = webStrings()
const COUNCIL = { id: 'demo', name: 'Northshire Council', contact: 'offer@northshire.example' }

test.each([
  'How accessible the chat is',
  'What is not accessible',
  'If you need this in another form',
  'Reporting problems',
  'If you are not happy with the answer',
  'Technical information and compliance status',
  'How we test',
  'This statement',
])('the accessibility statement has the section %j, with a council and without', (section) => {
  expect(accessibilityText(COUNCIL, strings)).toContain(`## ${section}\n`)
  expect(accessibilityText(null, strings)).toContain(`## ${section}\n`)
})

test('it names the council, how to reach it, the standard and who enforces it', () => {
  const text = accessibilityText(COUNCIL, strings)
  expect(text).toContain('the Local Offer pages of Northshire Council.')
  expect(text).toContain('Tell Northshire Council what you need. For the Local Offer, try offer@northshire.example.')
  expect(text).toMatch(/version 2\.2, level AA.*partially compliant/)
  expect(text).toContain('Equality and Human Rights Commission')
})

test('where nothing is known of a council no gap is left', () => {
  expect(accessibilityText({ ...COUNCIL, contact: null }, strings)).toContain('Its Local Offer page says how.')
  for (const council of [COUNCIL, { ...COUNCIL, contact: null }, null]) expect(accessibilityText(council, strings)).not.toMatch(/[{}]/)
})
