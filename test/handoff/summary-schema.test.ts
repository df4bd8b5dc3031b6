// The published schema of a summary is up to date, closed, and agrees with the one that the service checks by.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020'
import { readSummary, summaryJsonSchema } from '../../src/handoff/summary-schema'
import { projectRoot } from '../../src/project-root'
import { parseCalendarDate } from '../../src/rules/calendar-date'
import { BAD, FULL, SPARSE } from './summary-examples'

const published = readFileSync(join(projectRoot, 'docs/schemas/send-handoff-1.schema.json'), 'utf8')
const ajv = new Ajv({ formats: { date: (text: string) => parseCalendarDate(text) !== null, 'date-time': true }, strictTypes: false })
const isValid = ajv.compile(JSON.parse(published) as object)

test('the published schema is what `cg handoff-schema` writes now', () => {
  expect(published).toBe(summaryJsonSchema())
})

test.each([
  ['everything said', FULL],
  ['nothing said but how to be reached', SPARSE],
])('%s is a summary', (_what, summary) => {
  expect(readSummary(summary)).toEqual(summary)
  expect(isValid(summary)).toBe(true)
})

test.each(BAD)('%s is refused by both', (_what, summary) => {
  expect(readSummary(summary)).toBeNull()
  expect(isValid(summary)).toBe(false)
})

test('a reference with the wrong check digit is refused by the service, which knows the sum', () => {
  expect(readSummary({ ...FULL, reference: '412298335' })).toBeNull()
})

test('every object of the published schema is closed', () => {
  const open: string[] = []
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const schema = node as Record<string, unknown>
    const isMap = schema['propertyNames'] !== undefined && typeof schema['additionalProperties'] === 'object'
    if (schema['type'] === 'object' && schema['additionalProperties'] !== false && !isMap) open.push(path)
    for (const [key, value] of Object.entries(schema)) walk(value, `${path}/${key}`)
  }
  walk(JSON.parse(published), '')
  expect(open).toEqual([])
})
