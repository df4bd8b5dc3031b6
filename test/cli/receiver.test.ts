// The contract test that a provider runs against its own receiver.
import { createServer } from 'node:http'
import { receiver } from '../../src/cli/receiver'
import { receiveWebhook } from '../../src/handoff/reference-receiver'
import { answerWith } from '../answer-with'
import { close, listen } from '../listen'

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`

async function printed(args: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
  const code = await receiver(args)
  log.mockRestore()
  error.mockRestore()
  return { code, lines }
}

afterEach(() => delete process.env['RECEIVER_SECRET'])

test('a receiver that keeps the contract, and nobody there', async () => {
  process.env['RECEIVER_SECRET'] = SECRET
  const taken = new Set<string>()
  const memory = { takeOnce: (id: string) => !taken.has(id) && Boolean(taken.add(id)), keep: () => undefined }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const headers = request.headers as Record<string, string | undefined>
      const answer = receiveWebhook({ headers, body }, [SECRET], memory, Math.floor(Date.now() / 1000))
      answerWith(response, answer === 'refused' ? 401 : 204)
    })
  })
  const url = `${await listen(server)}/`
  const kept = await printed([url])
  expect(kept.lines.filter((line) => !line.startsWith('kept'))).toEqual([])
  expect([kept.code, kept.lines.length]).toEqual([0, 9])
  await close(server)
  const gone = await printed([url])
  expect([gone.code, gone.lines[0]]).toEqual([1, 'BROKEN  takes a signed webhook (no answer)'])
})

test('without an address or a secret it says how it is used', async () => {
  expect((await printed([])).code).toBe(2)
  process.env['RECEIVER_SECRET'] = 'short'
  expect((await printed(['https://receiver.example/'])).code).toBe(2)
})
