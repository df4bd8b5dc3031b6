// A flood of new chats from one network is slowed, then stopped; everybody else goes on.
import type { IncomingMessage } from 'node:http'
import { NewChats } from '../../src/channels/new-chats'
import { Pace } from '../../src/channels/pace'

const from = (remoteAddress: string) => ({ socket: { remoteAddress } }) as IncomingMessage

test('counts by address, by /64, by minute, and not its own machine', async () => {
  let now = 0
  const chats = new NewChats(2, () => now)
  const may = async (address: string): Promise<boolean> =>
    chats.count(from(address)).then(
      () => true,
      () => false,
    )
  const each = async (...addresses: string[]) => Promise.all(addresses.map(may))
  expect(await each('192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2')).toEqual([true, true, false, true])
  expect(await each('2001:db8:1:2:a::1', '2001:db8:1:2:b::1', '2001:db8:1:2:c::1', '2001:db8:1:3:c::1')).toEqual([true, true, false, true])
  expect(await each('127.0.0.1', '127.0.0.1', '::1', '::ffff:127.0.0.1', '127.0.0.1')).toEqual([true, true, true, true, true])
  now = 60_000
  expect(await may('192.0.2.1')).toBe(true)
})

test('slower from the half on, and slowest before it is refused', () => {
  const pace = new Pace(10, () => 0)
  const waits = Array.from({ length: 11 }, () => pace.next('school'))
  expect(waits).toEqual([0, 0, 0, 0, 0, 400, 800, 1200, 1600, 2000, null])
  expect(pace.next('library')).toBe(0)
})
