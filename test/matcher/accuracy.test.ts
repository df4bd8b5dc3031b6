// The figures of the built matcher keep to their bars: the command runs as it does for everybody.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

test('every figure keeps to its bar, on questions that were not learnt from', () => {
  const run = spawnSync(process.execPath, ['src/start.mjs', 'cg', 'measure', '--check'], { cwd: root, encoding: 'utf8' })
  expect(run.stderr).not.toContain('Below the floor')
  expect(run.stdout).toContain('# How well questions are understood')
  expect(run.status).toBe(0)
}, 900_000)
