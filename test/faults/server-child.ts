// The server in a process of its own, to be killed: the test bot, in the folder and on the port it is told.
import { randomBytes } from 'node:crypto'
import { tokenSecret } from '../../src/config-token-secret'
import { startTestServer } from '../channels/test-server'

async function main(): Promise<void> {
  const folder = process.env['DATA_DIR'] ?? ''
  const secret = tokenSecret({ DATA_DIR: folder }, () => randomBytes(32).toString('base64url'))
  const server = await startTestServer({ folder, secret, env: { PORT: process.env['PORT'] ?? '0' } })
  process.once('SIGTERM', () => void server.stop().then((isClean) => process.exit(isClean ? 0 : 1)))
  process.stdout.write(`${server.url}\n`)
}

void main()
