// A store whose file cannot grow any more says so, whoever asks whether it may be given work.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCRIPT = `
  const { openStore } = require(process.argv[1])
  const store = openStore(process.argv[2])
  const tries = async (n) => { const all = []; for (let i = 0; i < n; i += 1) all.push(await store.isWritable()); return all }
  const fill = async () => { for (let i = 0; ; i += 1) await store.conversations.begin({ id: 'c' + i, council: null, keyCheck: null }, i) }
  tries(2).then(async (before) => {
    await fill().catch(() => {})
    const after = await tries(50)
    process.stdout.write(JSON.stringify([before, after.at(-1)]))
  })`

test('it is not ready when its disk is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  const built = join(__dirname, '../../dist/src/store/open-store.js')
  const limited = 'trap "" XFSZ; ulimit -f 400; exec "$0" -e "$1" "$2" "$3"'
  const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, SCRIPT, built, join(folder, 'store.db')], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  expect(JSON.parse(stdout)).toEqual([[true, true], false])
})
