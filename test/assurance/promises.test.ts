// Every promise has a test that is there, and the page says what the data says.
import { loadPromises, readInProject } from '../../src/cli/requirements'
import { PROMISES_HEAD, requirementFaults, requirementsPage } from '../../src/cli/requirements-page'

test('no promise is without its test', () => {
  expect(requirementFaults(loadPromises(), readInProject)).toEqual([])
})

test('the page is what `cg requirements` writes now', () => {
  expect(readInProject('docs/promises.md')).toBe(requirementsPage(loadPromises(), PROMISES_HEAD))
})
