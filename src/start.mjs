// What `npm start`, `npm test` and `npm run cg` run first: plain JavaScript for whatever Node the machine has.
// It installs and builds what is missing, then goes on under the Node that the project brings (24).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stopWithShell } from './stop-with-shell.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command = 'start', ...rest] = process.argv.slice(2)
const say = (line) => process.stderr.write(`${line}\n`)

if (process.env.npm_lifecycle_event === 'start') stopWithShell()
installWhatIsMissing()
const wanted = projectNode()
if (wanted && Number(process.versions.node.split('.')[0]) < 24) continueUnder(wanted)
else await go()

/** `npm ci` writes node_modules/.package-lock.json last: when it is there and not older than the lock, nothing is missing. */
function installWhatIsMissing() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  if (existsSync(installed) && sameVersions(installed, lock)) return
  say('Installing what is missing (npm ci). This happens once and takes a minute or two.')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    say('npm ci did not finish. Check the connection to the package registry and try again.')
    process.exit(done.status ?? 1)
  }
}

/** A fresh checkout may have touched the lock file without changing it. */
function sameVersions(installed, lock) {
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  const want = JSON.parse(readFileSync(lock, 'utf8')).packages
  return Object.entries(want).every(([path, { version, optional }]) => path === '' || optional || have[path]?.version === version)
}

/** Node 24 out of the registry; null where the platform has no such package. */
function projectNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(root, 'node_modules', `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, 'bin', binary)
  return existsSync(path) ? path : null
}

function continueUnder(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

async function go() {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    say(`Node ${process.versions.node} is too old, and no Node 24 package exists for this platform. Please install Node 24.`)
    process.exit(78)
  }
  const compiled = join(root, 'node_modules', '.cache', 'compiled')
  module.enableCompileCache?.(compiled) // halves the time that loading takes
  const require = createRequire(import.meta.url)
  const { buildWhatIsMissing } = await import('./build.mjs')
  await buildWhatIsMissing(root, say)
  if (['test', 'cluster', 'model'].includes(command)) await require(join(root, 'dist/src/topic-finder.js')).buildPackModel()
  if (command === 'test') runTests(compiled)
  else if (command === 'build') say('Built.')
  else if (command === 'model') say('Built, and its questions learnt.')
  else if (command === 'start') require(join(root, 'dist/src/index.js'))
  else if (command === 'cg') require(join(root, 'dist/src/cli/main.js')).main(rest)
  else if (command === 'demo' || command === 'cluster') await (await import('../test/run.mjs')).run(`${command}/run-${command}`, rest)
  else {
    say(`Unknown command ${command}: start, test, cg, build, model, demo or cluster.`)
    process.exit(2)
  }
}

/** The servers that the tests start share what is compiled. */
function runTests(compiled) {
  const require = createRequire(import.meta.url)
  mkdirSync(join(root, 'reports'), { recursive: true })
  const args = [require.resolve('jest/bin/jest'), '--json', '--outputFile=reports/tests.json', '--testLocationInResults', ...rest]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: compiled } })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
