// What is done to a topic by a command, by whoever the service runs as.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { switchTopic } from '../../src/cli/content-switch'

const folder = mkdtempSync(join(os.tmpdir(), 'switch-'))
const before = process.env['DATA_DIR']
beforeAll(() => void (process.env['DATA_DIR'] = folder))
afterAll(() => {
  if (before === undefined) delete process.env['DATA_DIR']
  else process.env['DATA_DIR'] = before
  rmSync(folder, { recursive: true, force: true })
})

it('a user without a name takes a topic off, and puts it back', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation()
  const nameless = jest.spyOn(os, 'userInfo').mockImplementation(() => {
    throw new Error('uv_os_get_passwd returned ENOENT')
  })
  expect([switchTopic('withdraw', ['mediation-cost', '--reason', 'wrong']), switchTopic('restore', ['mediation-cost'])]).toEqual([0, 0])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n')
  expect(written).toContain(`user ${process.getuid?.()}`)
  expect(printed.mock.calls.flat().join('\n')).toMatch(/no conversation says it any more[^]*every conversation says it again/)
  for (const one of [printed, nameless]) one.mockRestore()
})
