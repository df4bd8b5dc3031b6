// Bundles the cluster run beside its sources and starts it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(here, '..', '..', 'node_modules', '.cache', 'cluster-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const outfile = join(folder, 'run.cjs')
await build({
  entryPoints: [join(here, 'run-cluster.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  plugins: [{ name: 'folders', setup: keepFolders }],
  logLevel: 'error',
})
createRequire(import.meta.url)(outfile)

/** Each file goes on to look from where it stands. */
function keepFolders(building) {
  building.onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
    loader: 'ts',
  }))
}
