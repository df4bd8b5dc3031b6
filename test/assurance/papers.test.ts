// The papers say what the code does, and hold no number or address that nobody has given.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { retentionPage } from '../../src/cli/retention-page'
import { projectRoot } from '../../src/project-root'

const folder = join(projectRoot, 'docs', 'assurance')
const papers = readdirSync(folder).filter((name) => name.endsWith('.md'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('how long it is kept is what `cg retention page` writes now', () => {
  expect(read('retention.md')).toBe(retentionPage())
})

test.each([
  'complaints.md',
  'data-protection-impact-assessment.md',
  'records-of-processing.md',
  'safeguarding-statement.md',
  'threat-model.md',
])('%s is there', (name) => {
  expect(papers).toContain(name)
})

test.each(papers)('%s holds no telephone number, e-mail address or link that somebody made up', (name) => {
  expect(read(name)).not.toMatch(/\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|[\w.]+@[\w-]+\.\w+|https?:\/\//)
})

test.each(papers)('what %s names is there', (name) => {
  const named = [...read(name).matchAll(/`((?:docs\/|src\/|test\/)?[\w/.-]+\.(?:md|ts|yaml))`/g)].map(([, path]) => path ?? '')
  const isThere = (path: string): boolean => existsSync(join(projectRoot, path)) || existsSync(join(folder, path))
  expect(named.filter((path) => !isThere(path))).toEqual([])
})
