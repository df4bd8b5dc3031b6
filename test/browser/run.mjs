// Bundles one of the programs beside it, which drive a browser outside the tests, and runs it: `node test/browser/run.mjs bench-web`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const [name = ''] = process.argv.slice(2)
const cache = join(here, '..', '..', 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(cache, `${name}-`))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const outfile = join(folder, 'run.cjs')
await build({
  entryPoints: [join(here, `${name}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  define: { __dirname: JSON.stringify(join(here, '..')) },
  logLevel: 'error',
})
createRequire(import.meta.url)(outfile)
