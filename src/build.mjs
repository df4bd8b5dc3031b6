// Builds dist/ with esbuild: each source file by itself for the server, one bundle for each page script, and the SDK beside them.
// Nothing happens when dist/ already belongs to these sources.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildSdk, sdkManifests } from './build-sdk.mjs'

const SOURCES = ['src', 'dialogs']

export async function buildWhatIsMissing(root, say) {
  const files = SOURCES.flatMap((folder) => list(join(root, folder)))
  const stamp = join(root, 'dist', 'built-from')
  const now = fingerprint(root, [...files, ...sdkManifests(root)])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building (once).')
  const fresh = join(root, `dist-${process.pid}`)
  await build(root, files, fresh)
  writeFileSync(join(fresh, 'built-from'), now)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  try {
    renameSync(fresh, join(root, 'dist'))
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another process was quicker
  }
}

async function build(root, files, outdir) {
  const esbuild = await import('esbuild')
  const server = files.filter((file) => file.endsWith('.ts') && !file.includes('/web/client/') && !file.endsWith('.d.ts'))
  await esbuild.build({
    entryPoints: server,
    outdir,
    outbase: root,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    sourcemap: 'linked',
    logLevel: 'error',
  })
  await buildClient(root, outdir)
  await esbuild.stop() // its own process would stay as long as the service
  await buildSdk(root, outdir)
}

/** One bundle for each page script and style sheet: `src/web/client/*.entry.{ts,css}` to `<outdir>/client/`. */
export async function buildClient(root, outdir) {
  const esbuild = await import('esbuild')
  const client = list(join(root, 'src', 'web', 'client')).filter((file) => /\.entry\.(ts|css)$/.test(file))
  if (client.length === 0) return
  await esbuild.build({
    entryPoints: client,
    outdir: join(outdir, 'client'),
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    logLevel: 'error',
  })
}

function list(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function fingerprint(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
