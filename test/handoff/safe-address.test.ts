// Where a webhook may go, and how long it may take.
import { createServer } from 'node:http'
import { isPrivate, safeAddress } from '../../src/handoff/safe-address'
import { readReceivers, WrongReceivers } from '../../src/handoff/receivers'
import { sendWebhook } from '../../src/handoff/webhook'
import { isSigned, signatures } from '../../src/handoff/webhook-signature'
import { close, listen } from '../listen'

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`

test.each([
  '10.1.2.3', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
  '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:a00:1::', 'no address',
])('%s is private', (address) => expect(isPrivate(address)).toBe(true)) // prettier-ignore

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%s is public', (address) => expect(isPrivate(address)).toBe(false))

test.each([
  ['http://receiver.example/in', [{ address: '8.8.8.8', family: 4 }], 'not-https'],
  ['https://receiver.example/in', [{ address: '8.8.8.8', family: 4 }, { address: '10.0.0.1', family: 4 }], 'private-address'],
  ['https://receiver.example/in', [{ address: '127.0.0.1', family: 4 }], 'private-address'],
  ['https://receiver.example/in', [], 'no-address'],
  ['https://127.0.0.1/in', [], 'private-address'],
  ['https://[::1]/in', [], 'private-address'],
  ['https://2130706433/in', [], 'private-address'],
  ['https://0x7f.1/in', [], 'private-address'],
])('%s at %j: %s', async (url, found, code) => {
  await expect(safeAddress(new URL(url), 'refused', async () => Promise.resolve(found))).rejects.toMatchObject({ code })
}) // prettier-ignore

test('a public receiver is pinned to the address that was judged', async () => {
  const lookUp = async () => Promise.resolve([{ address: '2606:4700::1111', family: 6 }])
  expect(await safeAddress(new URL('https://receiver.example/in'), 'refused', lookUp)).toEqual({ address: '2606:4700::1111', family: 6 })
})

test('a receiver that does not answer is given up for now after its time', async () => {
  const server = createServer(() => undefined)
  const url = `${await listen(server)}/in`
  const way = { loopback: 'allowed', now: 0, timeoutMs: 100 } as const
  await expect(sendWebhook({ url, secrets: [SECRET] }, 'id', '{}', way)).rejects.toMatchObject({ name: 'TryAgain', code: 'timeout' })
  await close(server)
  await expect(sendWebhook({ url, secrets: [SECRET] }, 'id', '{}', way)).rejects.toMatchObject({ name: 'TryAgain', code: 'econnrefused' })
})

test('signed as Standard Webhooks 1.0.0 has it, and checked the same; two secrets side by side', () => {
  // The example of the specification.
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  expect(signatures(signed, [secret])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  const both = signatures(signed, [SECRET, secret])
  expect(isSigned(signed, both, [secret], 1614265330 + 300)).toBe(true)
  expect(isSigned(signed, both, [secret], 1614265330 + 301)).toBe(false)
  expect(isSigned({ ...signed, body: '{}' }, both, [secret], 1614265330)).toBe(false)
})

test('wrong settings are told all at once, by place and never by value', () => {
  const wrong = { receivers: { a: { webhook: { url: 'ftp://x', secrets: ['whsec_short'] } }, b: { mail: { to: 'nobody' }, more: 1 } } }
  const faults = (() => {
    try {
      return readReceivers(wrong, 'local')
    } catch (error) {
      return error instanceof WrongReceivers ? error.faults : error
    }
  })()
  expect(faults).toHaveLength(4)
  expect(JSON.stringify(faults)).not.toMatch(/short|ftp|nobody/)
  const plain = { receivers: { a: { webhook: { url: 'http://receiver.example', secrets: [SECRET] } } } }
  expect(() => readReceivers(plain, 'production')).toThrow('https only')
})
