// Bundles the fault run beside its sources and starts it.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(here, '..', '..', 'node_modules', '.cache', 'faults-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const outfile = join(folder, 'run.cjs')
const define = { __dirname: JSON.stringify(here) }
await build({
  entryPoints: [join(here, 'run-faults.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node24',
  external: ['esbuild', 'pg-native'],
  define,
  logLevel: 'error',
})
createRequire(import.meta.url)(outfile)
