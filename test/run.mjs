// Bundles a program of the tests with its sources and runs it: `node test/run.mjs bench/run-load --chats 100`. Each file goes on to look from where it stands.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))

/** `program`: its path below test/, without `.ts`. It finds its own arguments where every program does. */
export async function run(program, args) {
  const cache = join(here, '..', 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, `${program.replace('/', '-')}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, 'run.cjs')
  await build({
    entryPoints: [join(here, `${program}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    plugins: [{ name: 'folders', setup: keepFolders }],
    logLevel: 'error',
  })
  process.argv = [process.argv[0], outfile, ...args]
  createRequire(import.meta.url)(outfile)
}

function keepFolders(building) {
  building.onLoad({ filter: /[/\\](?:test|src)[/\\].*\.ts$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
    loader: 'ts',
  }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2] ?? '', process.argv.slice(3))
