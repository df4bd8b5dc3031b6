// Every requirement that is code has a test that is there, and the page says what the data says.
import { loadRequirements, readInProject } from '../../src/cli/requirements'
import { readRequirements, requirementFaults, requirementsPage } from '../../src/cli/requirements-page'

const requirements = loadRequirements()
/** The ids that a council's questions are answered under: none may be forgotten. */
const IDS = { P: 17, C: 6, L: 5, A: 6, I: 6, W: 4, X: 2 }

test('nothing is missing: each requirement is shown by tests or papers that are there', () => {
  expect(requirementFaults(requirements, readInProject)).toEqual([])
})

test('all of them are on the list', () => {
  const wanted = Object.entries(IDS).flatMap(([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`))
  const listed = requirements.areas.flatMap((area) => area.requirements.map(({ id }) => id))
  expect(listed.sort()).toEqual(wanted.sort())
})

test('the page is what `cg requirements` writes now', () => {
  expect(readInProject('docs/assurance/requirements.md')).toBe(requirementsPage(requirements))
})

test('a gap is named, whichever it is', () => {
  const files: Record<string, string> = { 'test/a.test.ts': "test('one', () => 1)\nit.each([1])(\n  'it\\'s two',\n  () => 2)\n// three" }
  const made = readRequirements({
    areas: [
      {
        title: 'Made up',
        requirements: [
          {
            id: 'P1',
            says: 'it has a test that is there',
            shown: 'code',
            tests: [
              { file: 'test/a.test.ts', name: 'one' },
              { file: 'test/a.test.ts', name: "it's two" },
            ],
          },
          { id: 'P2', says: 'it has none at all', shown: 'code' },
          { id: 'P3', says: 'its test is not there', shown: 'code', tests: [{ file: 'test/a.test.ts', name: 'three' }] },
          { id: 'P3', says: 'its file is not there', shown: 'code', tests: [{ file: 'test/b.test.ts', name: 'one' }] },
          { id: 'X1', says: 'its page is not there', shown: 'paper', pages: ['docs/none.md'] },
          { id: 'X2', says: 'nobody shows it', shown: 'paper' },
        ],
      },
    ],
  })
  expect(requirementFaults(made, (path) => files[path] ?? null)).toEqual([
    'P3 stands there twice',
    'P2 has no test',
    'P3: there is no "three" in test/a.test.ts',
    'P3: there is no "one" in test/b.test.ts',
    'X1: there is no docs/none.md',
    'X2 has neither a test nor a page',
  ])
})
