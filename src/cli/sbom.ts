// `sbom`: the software bill of materials, CycloneDX 1.5 as JSON, of everything that runs. Read from the lock file: npm's own leaves out packages whose peers disagree.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-root'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly name?: string
}

/** Prints it. Gives 2 for flags, which it has none of. */
export async function sbom(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('sbom')
    return 2
  }
  const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as Parameters<typeof billOf>[0]
  console.log(JSON.stringify(billOf(lock), null, 2))
  return 0
}

/** The same lock file gives the same bill. */
export function billOf({ name, version, packages }: { name: string; version: string; packages: Readonly<Record<string, Locked>> }): object {
  const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  const components = new Map(running.map(([path, locked]) => componentOf(path, locked)).map((one) => [one['bom-ref'], one]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
    components: [...components.values()],
  }
}

function componentOf(path: string, { name: alias, version = '', integrity, license }: Locked) {
  const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const hash = /^sha512-(.+)$/.exec(integrity ?? '')?.[1]
  return {
    type: 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(hash === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
  }
}
