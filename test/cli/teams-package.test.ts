// The app package for Teams: a zip that others can open, a manifest that Microsoft's own schema accepts, two pictures of the right sizes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, inflateRawSync, inflateSync } from 'node:zlib'
import Ajv from 'ajv'
import { readCommand } from '../../src/channels/teams/read-command'
import { teamsPackage } from '../../src/cli/teams-package'
import { fillManifest, packageApp, type AppFacts } from '../../src/cli/teams-package/package-app'
import { loadPack } from '../../src/content/load'
import { contentDir, projectRoot } from '../../src/project-root'

const template = readFileSync(join(projectRoot, 'deploy/teams/manifest.template.json'), 'utf8')
const FACTS: AppFacts = {
  council: 'demo',
  councilName: 'Northshire Council',
  appId: '11111111-2222-3333-4444-555555555555',
  publicUrl: 'https://advice.example.gov.uk',
  version: '0.1.0',
}
interface Manifest {
  readonly id: string
  readonly name: { readonly full: string }
  readonly validDomains: readonly string[]
  readonly bots: readonly {
    readonly botId: string
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[]
  }[]
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] } }
}
const made = packageApp(template, FACTS)
const manifestOf = (facts: AppFacts = FACTS): Manifest => JSON.parse(fillManifest(template, facts)) as Manifest

/** Microsoft's schema of manifest version 1.19, from its own package; draft 04, of which nothing is used that later drafts read differently. */
function schema(version: string): object {
  const path = join(projectRoot, `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`)
  return { ...(JSON.parse(readFileSync(path, 'utf8')) as object), $schema: undefined }
}
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
const isValid = ajv.compile(schema('1.19'))
const faultsIn = (manifest: unknown): unknown =>
  isValid(manifest) ? [] : isValid.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)

test('Microsoft’s schema accepts the manifest of every council, and refuses what is wrong', () => {
  for (const { id, name } of loadPack(contentDir).councils.values())
    expect([id, faultsIn(manifestOf({ ...FACTS, council: id, councilName: name }))]).toEqual([id, []])
  expect(faultsIn(manifestOf({ ...FACTS, councilName: 'x'.repeat(200) }))).toEqual([])
  expect(faultsIn({ ...manifestOf(), icons: {} })).not.toEqual([])
  expect(faultsIn({ ...manifestOf(), anything: 1 })).not.toEqual([])
  expect(faultsIn(manifestOf({ ...FACTS, appId: 'no-guid' }))).not.toEqual([])
})

test('it asks for the list of the team’s members and for nothing else', () => {
  const { bots, authorization, validDomains } = manifestOf()
  expect(authorization.permissions.resourceSpecific).toEqual([{ name: 'TeamMember.Read.Group', type: 'Application' }])
  expect([bots.map(({ botId }) => botId), validDomains]).toEqual([[FACTS.appId], ['advice.example.gov.uk']])
})

test('every command that Teams offers is one that the bot knows', () => {
  const titles = manifestOf().bots.flatMap(({ commandLists }) => commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)))
  expect(titles.filter((title) => readCommand(title).kind === 'unknown')).toEqual([])
})

test('one app for each bot and council, the same each time', () => {
  const ids = [FACTS, { ...FACTS, council: 'southend' }, { ...FACTS, appId: FACTS.appId.replace('1', '2') }].map(
    (facts) => manifestOf(facts).id,
  )
  expect(new Set(ids).size).toBe(3)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(manifestOf({ ...FACTS, version: '0.2.0' }).id).toBe(ids[0])
  expect(packageApp(template, FACTS).equals(made)).toBe(true)
  expect(() => fillManifest('{"name":{"full":"{{nobody}}"}}', FACTS)).toThrow('nobody')
})

test('three files at the top of the zip, each as it was put in, by the directory and by the files themselves', () => {
  const files = unzip(made)
  expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png'])
  expect(files.get('manifest.json')?.toString()).toBe(fillManifest(template, FACTS))
  expect(sizeOf(files.get('color.png'))).toEqual([192, 192])
  expect(sizeOf(files.get('outline.png'))).toEqual([32, 32])
})

test('the outline is white or clear, nothing else; the other has no clear point', () => {
  const files = unzip(made)
  const outline = pointsOf(files.get('outline.png'), 32)
  expect(outline.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([])
  expect([outline.some(([, , , opacity]) => opacity === 255), outline[0]?.[3]]).toEqual([true, 0])
  const colour = pointsOf(files.get('color.png'), 192)
  expect([colour.every(([, , , opacity]) => opacity === 255), new Set(colour.map(String)).size > 3]).toEqual([true, true])
})

test('a program that knows zips opens it, where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  writeFileSync(join(folder, 'app.zip'), made)
  const tested =
    tryProgram('python3', ['-m', 'zipfile', '-t', join(folder, 'app.zip')]) ?? tryProgram('unzip', ['-t', join(folder, 'app.zip')])
  rmSync(folder, { recursive: true })
  if (tested === null) console.warn('Neither python3 nor unzip is here: the zip was opened by this test only.')
  else expect(tested).toMatch(/Done testing|No errors/)
})

test('the command writes it, and says what is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const [said, complained] = [jest.spyOn(console, 'log').mockReturnValue(), jest.spyOn(console, 'error').mockReturnValue()]
  const settings = { ...process.env }
  const file = join(folder, 'app.zip')
  try {
    expect(await teamsPackage([])).toBe(2)
    expect(await teamsPackage(['--council', 'nowhere'])).toBe(2)
    expect(await teamsPackage(['--council', 'demo', '--out', file])).toBe(2)
    Object.assign(process.env, {
      MicrosoftAppId: FACTS.appId,
      MicrosoftAppPassword: 'x',
      MicrosoftAppTenantId: FACTS.appId,
      PUBLIC_URL: FACTS.publicUrl,
    })
    expect(await teamsPackage(['--council', 'demo', '--out', file])).toBe(0)
    expect([...unzip(readFileSync(file)).keys()]).toHaveLength(3)
  } finally {
    process.env = settings
    rmSync(folder, { recursive: true })
  }
  expect(said).toHaveBeenCalledTimes(1)
  expect(complained.mock.calls.map(([words]) => String(words).slice(0, 30))).toEqual([
    'teams-package --council ID [--',
    'There is no council nowhere.',
    'MicrosoftAppId and PUBLIC_URL ',
  ])
})

/** Read from the end, as programs do; each file's own header has to agree. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22
  expect(zip.readUInt32LE(end)).toBe(0x06054b50)
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const [nameLength, packed, local] = [zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    expect([zip.readUInt32LE(local), zip.toString('utf8', local + 30, local + 30 + nameLength)]).toEqual([0x04034b50, name])
    const content = inflateRawSync(zip.subarray(local + 30 + nameLength, local + 30 + nameLength + packed))
    expect([crc32(content), content.length]).toEqual([zip.readUInt32LE(local + 14), zip.readUInt32LE(at + 24)])
    files.set(name, content)
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return files
}

function sizeOf(png: Buffer | undefined): readonly (number | undefined)[] {
  expect(png?.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  return [png?.readUInt32BE(16), png?.readUInt32BE(20)]
}

function pointsOf(png: Buffer | undefined, size: number): readonly (readonly number[])[] {
  const length = png?.readUInt32BE(33) ?? 0
  const rows = inflateSync(png?.subarray(41, 41 + length) ?? Buffer.alloc(0))
  return Array.from({ length: size * size }, (_, at) => {
    const from = Math.floor(at / size) * (size * 4 + 1) + 1 + (at % size) * 4
    return [...rows.subarray(from, from + 4)]
  })
}

function tryProgram(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8' })
  } catch {
    return null
  }
}
