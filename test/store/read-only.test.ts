// A store that turns read-only while the service runs: everybody is refused in words, what was said before can still be read, and once it can be written again everything goes on by itself.
import { DatabaseSync } from 'node:sqlite'
import { call, newChat, read, readUntil, say, start } from '../channels/page'
import { startTestServer } from '../channels/test-server'

test('nothing is taken that could not be kept; afterwards the same message is taken and answered once', async () => {
  const opened = openedDatabases()
  const server = await startTestServer()
  const [database] = opened()
  const ready = async (): Promise<number> => (await call(`${server.url}/healthz/ready`, 'GET', null)).status
  try {
    const chat = await newChat(server.url)
    await start(server.url, chat)
    await readUntil(server.url, chat, (texts) => texts.length === 1)
    database?.exec('PRAGMA query_only = 1')
    const refused = await say(server.url, chat, 'hello', 'one')
    expect([refused.status, refused.text.replace(/Reference .*/, '')]).toEqual([500, 'Something went wrong on our side. '])
    expect([await ready(), (await read(server.url, chat)).activities.length]).toEqual([503, 1])
    database?.exec('PRAGMA query_only = 0')
    expect([(await say(server.url, chat, 'hello', 'one')).status, await ready()]).toEqual([200, 200])
    const said = await readUntil(server.url, chat, (texts) => texts.includes('1: hello'))
    expect(said.map(({ text }) => text)).toEqual(['Hello from nowhere', 'hello', '1: hello'])
    expect(server.logged.join('')).not.toContain('hello')
  } finally {
    await server.stop()
  }
})

/** Gives all that were used since: what makes a disk read-only cannot be done to a file that is open. */
function openedDatabases(): () => readonly DatabaseSync[] {
  const used = new Set<DatabaseSync>()
  const { prepare } = DatabaseSync.prototype
  const spy = jest.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql: string) {
    used.add(this)
    return prepare.call(this, sql)
  })
  return () => {
    spy.mockRestore()
    return [...used]
  }
}
