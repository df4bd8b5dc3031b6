// What it is built from: exactly pinned, nothing runs at install, every package by its hash, and no known weakness past the date it was waived until.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { billOf } from '../../src/cli/sbom'
import { londonNow } from '../../src/clock'
import { projectRoot } from '../../src/project-root'

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, unknown>>
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string; integrity?: string; link?: boolean }> }

const waivers = z.array(
  z.strictObject({ advisory: z.string().regex(/^(GHSA|CVE)-[\w-]+$/), package: z.string(), why: z.string().min(40), until: z.iso.date() }),
)

test.each(['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'])('every version of %s is exact', (kind) => {
  const flat = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(flat))
  const versions = flat(manifest[kind] ?? {})
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.filter((version) => !/^(npm:[@\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('what is locked is what is pinned, each package by its hash', () => {
  const pinned = { ...manifest['dependencies'], ...manifest['devDependencies'] }
  for (const [name, version] of Object.entries(pinned))
    expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
  const others = Object.entries(lock.packages).filter(
    ([path, { integrity, link }]) => path !== '' && link !== true && !/^sha512-/.test(integrity ?? ''),
  )
  expect(others.map(([path]) => path)).toEqual([])
})

test('no package runs anything when it is installed', () => {
  const settings = read('.npmrc').split('\n')
  expect(settings).toContain('ignore-scripts=true')
  expect(settings).toContain('save-exact=true')
  const own = Object.keys(manifest['scripts'] ?? {})
  expect(own.filter((name) => /^(pre|post)?install$|^prepare/.test(name))).toEqual([])
})

test('no waiver is past its date', () => {
  const { today } = londonNow()
  const all = waivers.parse(parse(read('docs/assurance/waivers.yaml')))
  expect(all.filter(({ until }) => until < today)).toEqual([])
})

test('the bill of materials names everything that runs, by its hash, and not what only tests need', () => {
  const bill = billOf(lock as Parameters<typeof billOf>[0]) as {
    bomFormat: string
    components: { name: string; purl: string; hashes?: object[] }[]
  }
  expect(bill.bomFormat).toBe('CycloneDX')
  const names = bill.components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest['dependencies'] ?? {})))
  expect(names).not.toContain('jest')
  expect(bill.components.filter(({ hashes }) => hashes === undefined)).toEqual([])
  expect(bill.components.find(({ name }) => name === '@date-fns/tz')?.purl).toBe('pkg:npm/%40date-fns/tz@1.5.0')
})
