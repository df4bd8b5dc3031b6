// Bundles the fuzzer beside its sources and starts it.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'

v8.setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'fuzz-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const outfile = join(folder, 'run.cjs')
await build({
  entryPoints: [join(root, 'test', 'fuzz', 'run-fuzz.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  define: { __dirname: JSON.stringify(join(root, 'test', 'fuzz')) },
  logLevel: 'error',
})
createRequire(import.meta.url)(outfile)
