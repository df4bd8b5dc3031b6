// Every word of the page is in the pack, and the pack has none that no page says.
import { fill, STRING_IDS } from '../../src/web/view/strings'
import { webMessages } from './web-strings'

test('the file of interface words and the list of ids are the same', () => {
  expect(Object.keys(webMessages()).sort()).toEqual(STRING_IDS.map((id) => `web.${id}`).sort())
})

test('gaps are filled by name, and an unknown one is left to be seen', () => {
  expect(fill('{n} days, {other}', { n: '3' })).toBe('3 days, {other}')
})
