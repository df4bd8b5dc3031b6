// The place for translations: what is used, what is not, and what is a fault.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../../src/cli/content-check'
import { reviewDays } from '../../src/content/check/check-topics'
import { languageRows } from '../../src/content/check/check-translations'
import type { PackFault } from '../../src/content/faults'
import { inspectPack, loadPack } from '../../src/content/load'
import type { Pack } from '../../src/content/pack'
import { versionOf } from '../../src/content/translations/english-texts'
import { fileToFill, leftToTranslate } from '../../src/content/translations/left-to-translate'
import { differencesOf } from '../../src/content/translations/same-facts'
import { contentDir } from '../../src/project-root'
import { calendarDate, type CalendarDate } from '../../src/rules/calendar-date'
import { copyOfPack, type BrokenPack } from './broken-pack'
import { HEAD, writePseudoTranslation } from './pseudo-translation'

const english = loadPack(contentDir)
const head = (language: string, direction: string): string => JSON.stringify({ language, direction, ...HEAD })

function day(year: number, month: number, date: number): CalendarDate {
  const found = calendarDate(year, month, date)
  if (found === null) throw new Error('No such day')
  return found
}

let copy: BrokenPack

beforeAll(() => {
  copy = copyOfPack()
})
afterEach(() => rmSync(join(copy.dir, 'translations'), { recursive: true, force: true }))
afterAll(() => copy.delete())

function faultsOf(): readonly PackFault[] {
  return inspectPack(copy.dir).faults
}

function packOf(): Pack {
  return loadPack(copy.dir)
}

/** A translation in Persian script with these messages and nothing else. */
function writeMessages(texts: Record<string, { of: string; text: string }>): void {
  copy.write('translations/fa/translation.yaml', head('fa', 'rtl'))
  copy.write('translations/fa/messages/some.yaml', JSON.stringify(texts))
}

const EMERGENCY = english.messages.get('web.safety')?.text ?? ''
const HELLO_BACK = english.messages.get('greeting.hello-back')?.text ?? ''
const HELLO = english.messages.get('greeting.hello')?.text ?? ''

test('no language is shipped that nobody has reviewed', () => {
  expect([...english.translations.keys()]).toEqual([])
})

test('a whole translation has every text', () => {
  writePseudoTranslation(copy.dir, english, 'ar')
  const pack = packOf()
  const [row] = languageRows(pack)
  expect(row).toEqual({ language: 'ar', name: 'Pseudo', translated: row?.of, of: row?.of, outOfDate: 0 })
  expect(row?.of).toBeGreaterThan(500)
  expect(pack.translations.get('ar')?.texts.get('messages#web.send')).toBe('⟦Send⟧')
  expect(leftToTranslate(pack, 'ar').size).toBe(0)
})

test('a translation of an older English text is not used, and the check lists it', () => {
  writeMessages({
    'greeting.hello-back': { of: versionOf(HELLO_BACK), text: '⟦سلام⟧' },
    'greeting.hello': { of: versionOf(`${HELLO} And more.`), text: '⟦سلام⟧ {{kept}} 999' },
  })
  expect([...(packOf().translations.get('fa')?.texts.keys() ?? [])]).toEqual(['messages#greeting.hello-back'])
  const { lines, exitCode } = checkContent(copy.dir, day(2026, 11, 22))
  expect(exitCode).toBe(0)
  expect(lines.filter((line) => line.includes('translations/'))).toEqual([
    'warning    translations/fa/messages/some.yaml: greeting.hello: translates an English text that is no more: English is said',
  ])
  expect(lines.find((line) => line.startsWith('Language'))).toMatch(
    /^Language fa \(Pseudo\): 1 of \d+ texts are translated, 1 more from an older English text$/,
  )
})

test('the day of its review is counted like that of every text', () => {
  writeMessages({})
  expect(reviewDays(packOf(), day(2027, 11, 2))).toContainEqual(
    expect.objectContaining({ file: 'translations/fa/translation.yaml', daysLeft: -1, message: 'was to be reviewed by 2027-11-01' }),
  )
})

test('every fault is listed at once', () => {
  writeMessages({ 'greeting.hello': { of: versionOf(HELLO), text: 'سلام 998' }, 'web.send': { of: versionOf('Send'), text: 'x' } })
  copy.write('translations/cy/translation.yaml', head('fr', 'rtl'))
  copy.write('translations/cy/councils/leeds.yaml', '{}')
  copy.write(
    'translations/de/translation.yaml',
    JSON.stringify({ language: 'de', direction: 'ltr', ...HEAD, reviewedOn: '2026-02-30', reviewer: '' }),
  )
  expect(faultsOf().map(({ file, path, message }) => `${file}: ${path}: ${message}`)).toEqual([
    'translations/cy/translation.yaml: language: must be the name of the folder, cy',
    'translations/cy/councils/leeds.yaml: : translates no file of the pack',
    'translations/de/translation.yaml: reviewer: must not be empty',
    'translations/de/translation.yaml: reviewedOn: must be a day that exists, written YYYY-MM-DD',
    'translations/fa/messages/some.yaml: web.send: the words of the page, and no others, stand in interface.yaml',
    'translations/cy/translation.yaml: direction: pages write fr ltr',
    'translations/fa/messages/some.yaml: greeting.hello: has not the gap {{kept}}',
    'translations/fa/messages/some.yaml: greeting.hello: has not the number 999',
    'translations/fa/messages/some.yaml: greeting.hello: has the number 998, which the English has not',
  ])
})

test.each([
  [
    'the same facts in other words',
    'Ring 0800 064 4488 by 6 November 2026: {{name}} pays £1,500.',
    '⟦6 November 2026⟧ {{name}} ⟦0800 064 4488⟧ £1.500',
    [],
  ],
  [
    'a changed phone number',
    'Ring 0800 064 4488.',
    '⟦0800 064 4480⟧',
    ['has not the number 08000644488', 'has the number 08000644480, which the English has not'],
  ],
  ['a missing gap', '{n} days left for {{name}}', '⟦{n}⟧', ['has not the gap {{name}}']],
  ['a gap of its own', 'Today', '⟦{{day}}⟧', ['has the gap {{day}}, which the English has not']],
  ['a date in another language only', 'From 1 May 2026', '⟦1 Mai 2026⟧', ['has not the date "1 May 2026" in English']],
  ['a number that was a word', 'You have two months.', '⟦2⟧', []],
  [
    'another address',
    'See https://www.gov.uk/a.',
    '⟦https://www.gov.uk/b⟧',
    ['has not the address https://www.gov.uk/a', 'has the address https://www.gov.uk/b, which the English has not'],
  ],
  ['digits that nobody can dial', 'Ring 999', '⟦٩٩٩⟧', ['has not the number 999', 'has digits other than 0 to 9']],
  ['HTML', 'Ring', '<b>x', ['has HTML']],
])('%s', (_what, before, after, faults) => {
  expect(differencesOf(before, after)).toEqual(faults)
})

test('the version of an English text is another with each letter', () => {
  expect(versionOf(EMERGENCY)).toBe(versionOf(`${EMERGENCY}\n`))
  expect(versionOf(EMERGENCY)).not.toBe(versionOf(EMERGENCY.replace('999', '998')))
})

test('a translator gets each text with its version, and the English above it', () => {
  expect(fileToFill([{ key: 'web.send', of: 'en-0123456789ab', english: 'Send\n\nit' }])).toBe(
    "# Send\n#\n# it\nweb.send:\n  of: en-0123456789ab\n  text: ''\n",
  )
})
