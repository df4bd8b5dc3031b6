// A council's colours: read as they stand, and refused where people could not read what is written in them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { FaultList, validate } from '../../src/content/read-file'
import { contrast } from '../../src/content/schema/contrast'
import { council } from '../../src/content/schema/contact'
import { PAPERS } from '../../src/content/schema/theme'
import { contentDir, projectRoot } from '../../src/project-root'

const demo = parse(readFileSync(join(contentDir, 'councils', 'demo.yaml'), 'utf8')) as Record<string, unknown>
const GOOD = { brand: '#1d4f8c', onBrand: '#ffffff', links: '#1d4f8c' }

function faultsOf(theme: object): string[] {
  const list = new FaultList()
  validate(list, 'councils/demo.yaml', [], council, { ...demo, theme })
  return list.faults.map(({ file, path, message }) => `${file} ${path}: ${message}`)
}

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
])('%s and %s have a contrast of %d', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 1)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

test('a theme needs colours only; font and corners are ours unless it says otherwise', () => {
  expect(council.parse({ ...demo, theme: GOOD }).theme).toEqual({ ...GOOD, font: 'system', corners: 'round' })
  expect(council.parse({ ...demo, theme: undefined }).theme).toBeNull()
})

test.each([
  [{ links: '#777777' }, 'councils/demo.yaml theme.links: #777777 on #ffffff has a contrast of 4.47 to 1; words need at least 4.5 to 1'],
  [{ links: '#747474' }, 'councils/demo.yaml theme.links: #747474 on #eef4f4 has a contrast of 4.20 to 1; words need at least 4.5 to 1'],
  [
    { onBrand: '#808080' },
    'councils/demo.yaml theme.onBrand: #808080 on #1d4f8c has a contrast of 2.08 to 1; words need at least 4.5 to 1',
  ],
  [
    { brand: '#ffdd00', onBrand: '#000000' },
    'councils/demo.yaml theme.brand: #ffdd00 on #ffffff has a contrast of 1.34 to 1; shapes need at least 3 to 1',
  ],
  [{ brand: 'red' }, 'councils/demo.yaml theme.brand: must be a colour such as #1d4f8c, in small letters'],
  [{ links: '#1d4f8c;}body{display:none' }, 'councils/demo.yaml theme.links: must be a colour such as #1d4f8c, in small letters'],
])('%j is refused with its council and its contrast', (bad, fault) => {
  expect(faultsOf({ ...GOOD, ...bad })).toContain(fault)
})

test.each([{ logo: 'x' }, { font: 'Comic Sans MS' }, { corners: '3px' }])('%j is refused', (bad) => {
  expect(faultsOf({ ...GOOD, ...bad })).toHaveLength(1)
})

test('the papers that colours are measured on are those of the style sheet', () => {
  const css = readFileSync(join(projectRoot, 'src', 'web', 'client', 'base.css'), 'utf8')
  expect([/--paper: (#\w+)/, /--soft: (#\w+)/].map((paper) => paper.exec(css)?.[1])).toEqual(PAPERS)
})
