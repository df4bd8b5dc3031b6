// The quick reader and the full reader must say the same of every text that the quick one reads at all.
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { readPlainYaml } from '../../src/content/plain-yaml'

const content = join(__dirname, '../../content')

function yamlTexts(): readonly (readonly [string, string])[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|md)$/.test(name))
    .map((name) => [name, readFileSync(join(content, name), 'utf8')] as const)
    .map(([name, text]) => [name, name.endsWith('.md') ? (/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? 'a: 1') : text] as const)
}

describe('readPlainYaml', () => {
  it.each(yamlTexts())('reads %s as the full reader does', (_name, text) => {
    expect(readPlainYaml(text) ?? parse(text)).toEqual(parse(text))
  })

  it('reads nearly all of the pack itself, which is what makes the start quick', () => {
    const texts = yamlTexts()
    expect(texts.filter(([, text]) => readPlainYaml(text) === null).length).toBeLessThan(texts.length / 10)
  })

  it('agrees with the full reader on whatever it does not refuse', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/)
    const scalar = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('yes', 'a: b', '- x', '1e3', '0x1f', "it's", 'a #b', '~', '2026-11-22', '012', '+44 1', '[x]'),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(key, tie('tree'), { maxKeys: 3 })),
    }))
    let read = 0
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 3 }), fc.boolean(), fc.boolean(), (value, flow, single) => {
        const text = stringify(value, {
          singleQuote: single,
          collectionStyle: flow ? 'flow' : 'any',
          lineWidth: 0,
          flowCollectionPadding: single,
        })
        const quick = readPlainYaml(text)
        if (quick === null) return
        read += 1
        expect(quick).toEqual(parse(text))
      }),
      { numRuns: 2000 },
    )
    expect(read).toBeGreaterThan(200)
  })

  it('agrees with the full reader when lines are spoilt', () => {
    const line = fc.constantFrom(
      'a: 1',
      'a:',
      '  b: x',
      '  - x',
      '- y',
      '  - k: v',
      '    l: w',
      'c: |',
      '   text',
      '  text: more',
      '',
      '# note',
      "d: 'it''s'",
      'e: [a, b]',
      'f: { a: b, c: [d] }',
      'g: x # note',
      '  ',
      'h: "q"',
      'i: a b: c',
      'j: -',
      '- - z',
      'k: yes',
      'he s: b',
      '1: c',
      'true: d',
      'n1: &n',
      'o: *n',
      '  - p',
      'l: [a, ]',
      'm: [',
      'n: ~',
      'a b: c',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), (lines) => {
        const text = lines.join('\n')
        const quick = readPlainYaml(text)
        if (quick !== null) expect(quick).toEqual(parse(text))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['an anchor on a scalar', 'a: &x 1'],
    ['an alias of nothing', 'a: *x'],
    ['a null key', 'null: 1'],
    ['a tag', 'a: !!str 1'],
    ['a folded text of two paragraphs', 'a: >\n  b\n\n  c'],
    ['a double-quoted text with an escape', 'a: "b\\n"'],
    ['the same key twice', 'a: 1\na: 2'],
    ['a tab', 'a:\tb'],
    ['a text over two lines', 'a: b\n  c'],
    ['a dangerous key', "'__proto__': 1"],
    ['an open list', 'a: [b'],
    ['nothing', ''],
  ])('leaves %s to the full reader', (_what, text) => {
    expect(readPlainYaml(text)).toBeNull()
  })
})
