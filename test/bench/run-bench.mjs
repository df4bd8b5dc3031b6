// Bundles a bench beside its sources and starts it: `run-bench.mjs bench` or `run-bench.mjs load`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const cache = join(here, '..', '..', 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(cache, 'bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const [name = 'bench', ...rest] = process.argv.slice(2)
const outfile = join(folder, 'run.cjs')
await build({
  entryPoints: [join(here, `run-${name}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  define: { __dirname: JSON.stringify(here) },
  logLevel: 'error',
})
process.argv = [process.argv[0], outfile, ...rest]
createRequire(import.meta.url)(outfile)
