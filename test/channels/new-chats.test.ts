// A flood of new chats from one network is stopped, everybody else goes on.
import type { IncomingMessage } from 'node:http'
import { NewChats } from '../../src/channels/new-chats'

const from = (remoteAddress: string) => ({ socket: { remoteAddress } }) as IncomingMessage

test('counts by address, by /64, by minute, and not its own machine', () => {
  let now = 0
  const chats = new NewChats(2, () => now)
  const may = (address: string): boolean => {
    try {
      chats.count(from(address))
      return true
    } catch {
      return false
    }
  }
  expect(['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'].map(may)).toEqual([true, true, false, true])
  expect(['2001:db8:1:2:a::1', '2001:db8:1:2:b::1', '2001:db8:1:2:c::1', '2001:db8:1:3:c::1'].map(may)).toEqual([true, true, false, true])
  expect(['127.0.0.1', '127.0.0.1', '::1', '::ffff:127.0.0.1', '127.0.0.1'].map(may)).toEqual([true, true, true, true, true])
  now = 60_000
  expect(may('192.0.2.1')).toBe(true)
})
