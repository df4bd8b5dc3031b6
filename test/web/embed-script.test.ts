// The words of the embed script are those of the language, and stay words.
import { embedScript } from '../../src/web/embed-script'
import { webStrings } from './web-strings'

const BUILT = `say("{language}",'{direction}',\`{embed-close}\`)`

function said(words: string): readonly string[] {
  const heard: string[] = []
  const script = embedScript(BUILT, { ...webStrings(), 'embed-close': words }).body.plain.toString()
  new Function('say', script)((...given: string[]) => heard.push(...given))
  return heard
}

test.each(["Cau'r sgwrs", '"', '`${alert(1)}`', '\\', '</script>', 'line\u2028line', 'بند کریں'])('%j is said as it stands', (words) => {
  expect(said(words)).toEqual(['en-GB', 'ltr', words])
})

test('a script that has no place for a word does not start', () => {
  expect(() => embedScript('', webStrings())).toThrow('no place for language')
})
