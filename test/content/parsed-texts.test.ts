// What is kept of the pack's texts never changes what is read; only the time it takes.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { loadPack } from '../../src/content/load'
import { openParsedTexts, parsedTextsFor, parseText, type ParsedTexts } from '../../src/content/parsed-texts'
import { contentDir } from '../../src/project-root'
import { copyOfPack } from './broken-pack'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'))
  file = join(folder, 'parsed-texts.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Reads texts as one load does, and keeps them. */
function load(...texts: readonly string[]): readonly unknown[] {
  const parsed = openParsedTexts(file)
  const values = texts.map((text) => parsed.read(text))
  parsed.keep()
  return values
}

function kept(): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

/** The file with every kept value exchanged for another, which shows whether a value was read from it. */
function mark(): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries(Object.keys(kept()).map((key) => [key, 'from the file']))))
}

describe('a pack read from kept texts', () => {
  it('is the pack that was parsed, with its keys in the same order', () => {
    const cold = loadPack(contentDir, openParsedTexts(file))
    const size = Object.keys(kept()).length
    const warm = loadPack(contentDir, openParsedTexts(file))
    expect(size).toBeGreaterThan(150)
    expect(warm).toEqual(cold)
    expect([...warm.messages]).toEqual([...cold.messages])
    expect(JSON.stringify([...warm.topics])).toBe(JSON.stringify([...cold.topics]))
  })

  it('has what was changed since', () => {
    const pack = copyOfPack()
    loadPack(pack.dir, openParsedTexts(file))
    pack.replace('topics/mediation-cost.md', /^title: .*$/m, 'title: Is it free?')
    const titles = loadPack(pack.dir, openParsedTexts(file)).topics
    pack.delete()
    expect(titles.get('mediation-cost')?.title).toBe('Is it free?')
    expect(titles.get('mediation-what')?.title).toBe(loadPack(contentDir).topics.get('mediation-what')?.title)
  })
})

describe('a text', () => {
  it('is parsed once, and again when it changes', () => {
    expect(load('a: 1')).toEqual([{ a: 1 }])
    mark()
    expect(load('a: 1', 'a: 2')).toEqual(['from the file', { a: 2 }])
  })

  it('that holds nothing is kept like any other', () => {
    load('')
    expect(Object.values(kept())).toEqual([null])
    expect(load('', 'a: 1')).toEqual([null, { a: 1 }])
  })

  it('that is not YAML is refused and never kept', () => {
    const texts = openParsedTexts(file)
    expect(() => texts.read('a: [')).toThrow()
    texts.keep()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is dropped when a later load did without it and parsed another', () => {
    load('a: 1', 'b: 2')
    load('b: 2')
    expect(Object.values(kept())).toEqual([{ a: 1 }, { b: 2 }])
    load('b: 2', 'c: 3')
    expect(Object.values(kept())).toEqual([{ b: 2 }, { c: 3 }])
  })
})

describe('parseText', () => {
  it.each([
    ['a day', 'a: 2026-11-22', { a: '2026-11-22' }],
    ['a time', 'a: 2026-11-22T10:00:00Z', { a: '2026-11-22T10:00:00Z' }],
    ['yes and no', 'a: yes\nb: no', { a: 'yes', b: 'no' }],
    ['an anchor', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['what JSON has no word for', 'a: .nan', { a: null }],
    ['a day in the older YAML', '%YAML 1.1\n---\na: 2026-11-22', { a: '2026-11-22T00:00:00.000Z' }],
  ])('gives %s as plain JSON', (_what, text, value) => {
    expect(parseText(text)).toStrictEqual(value)
  })

  it('leaves the keys in the order they were written', () => {
    const text = 'zebra: 1\napple: { y: 1, x: 2 }\nmango: 3'
    expect(JSON.stringify(parseText(text))).toBe('{"zebra":1,"apple":{"y":1,"x":2},"mango":3}')
  })

  it('gives every file of the pack as the parser does', () => {
    const names = readdirSync(contentDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
    expect(names.length).toBeGreaterThan(30)
    for (const name of names) {
      const text = readFileSync(join(contentDir, name), 'utf8')
      expect(parseText(text)).toEqual(parse(text))
    }
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['cut short', '{"abc": {"a":'],
    ['empty', ''],
    ['zeros', '\0\0\0\0'],
    ['null', 'null'],
    ['a list', '[{ "a": 9 }]'],
    ['a number', '7'],
  ])('(%s) is ignored and written anew', (_what, body) => {
    writeFileSync(file, body)
    expect(load('a: 1')).toEqual([{ a: 1 }])
    expect(Object.values(kept())).toEqual([{ a: 1 }])
  })

  it.each(['missing/parsed-texts.json', 'a-file/parsed-texts.json', 'a-folder'])(
    '(%s) does not stop the load and leaves nothing behind',
    (name) => {
      writeFileSync(join(folder, 'a-file'), '')
      mkdirSync(join(folder, 'a-folder/in-use'), { recursive: true })
      file = join(folder, name)
      expect(load('a: 1')).toEqual([{ a: 1 }])
      expect(readdirSync(folder).sort()).toEqual(['a-file', 'a-folder'])
    },
  )

  it('in a folder that nobody may write to is still read', () => {
    load('a: 1')
    mark()
    chmodSync(folder, 0o555)
    const values = load('a: 1', 'b: 2')
    chmodSync(folder, 0o755)
    expect(values).toEqual(['from the file', { b: 2 }])
  })
})

describe('what is kept beside the build', () => {
  const read = (texts: ParsedTexts, text: string): void => {
    texts.read(text)
    texts.keep()
  }

  beforeEach(() => mkdirSync(join(folder, 'dist')))

  it.each(['dist/src/content', 'src/content'])('is one file for the build and the sources (%s)', (code) => {
    read(parsedTextsFor(join(folder, 'content'), join(folder, code)), 'a: 1')
    expect(readdirSync(join(folder, 'dist'))).toEqual(['parsed-texts.json'])
  })

  it('is read for another pack and not changed by it', () => {
    const code = join(folder, 'src/content')
    file = join(folder, 'dist/parsed-texts.json')
    read(parsedTextsFor(join(folder, 'content'), code), 'a: 1')
    mark()
    const other = parsedTextsFor(join(folder, 'copy/content'), code)
    expect([other.read('a: 1'), other.read('b: 2')]).toEqual(['from the file', { b: 2 }])
    other.keep()
    expect(Object.values(kept())).toEqual(['from the file'])
  })
})
