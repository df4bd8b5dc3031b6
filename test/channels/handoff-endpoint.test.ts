// The one address from which receivers fetch a case: what a stranger, a guess and the right credential get.
import { createServer, type Server } from 'restify'
import { createHandoffEndpoint } from '../../src/channels/handoff-endpoint'
import { createLog } from '../../src/log'
import { close, listen } from '../listen'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'
const CREDENTIAL = 'the-right-credential'
let server: Server
let url: string
let asked: string[]
beforeEach(async () => {
  asked = []
  server = createServer()
  createHandoffEndpoint({
    log: createLog({ write: () => undefined }),
    readCase: async (credential, id) => {
      asked.push(id)
      if (credential !== CREDENTIAL) return Promise.resolve({ kind: 'not-authenticated' })
      return Promise.resolve(id === ID ? { kind: 'case', summary: { schema: 'send-handoff/1' } } : { kind: 'unknown' })
    },
    hubStatus: async (credential, id, said) => {
      asked.push(id)
      if (credential !== CREDENTIAL) return 'not-authenticated'
      return id === ID ? ((said as { answer?: 'done' }).answer ?? 'not-a-status') : 'unknown'
    },
  }).mount(server)
  url = `${await listen(server)}/api/handoffs`
})
afterEach(() => close(server))

const get = async (id: string, authorization?: string) =>
  fetch(`${url}/${id}`, { headers: { connection: 'close', ...(authorization === undefined ? {} : { authorization }) } })

test('the right credential gets the case, never to be cached', async () => {
  const answer = await get(ID, `Bearer ${CREDENTIAL}`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await answer.json()).toEqual({ schema: 'send-handoff/1' })
})

test.each([
  ['nothing', undefined],
  ['another scheme', `Basic ${CREDENTIAL}`],
  ['a short guess', 'Bearer guess'],
  ['a wrong credential', 'Bearer the-wrong-credential'],
])('401 for %s, whatever the id', async (_name, authorization) => {
  expect([(await get(ID, authorization)).status, (await get('not-an-id', authorization)).status]).toEqual([401, 401])
})

test('404 for what is not there, and what is no id is never looked up', async () => {
  const answers = [await get('BBBBBBBBBBBBBBBBBBBBBB', `Bearer ${CREDENTIAL}`), await get('..%2Fx', `Bearer ${CREDENTIAL}`)]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  expect(new Set(await Promise.all(answers.map(async (answer) => answer.text()))).size).toBe(1)
  expect(asked).toEqual(['BBBBBBBBBBBBBBBBBBBBBB', ''])
})

test('a status: 204, 409 and 400 by what came of it, 404 for what is not there, 401 without the credential, whatever stands in it', async () => {
  const post = async (id: string, said: object, credential = CREDENTIAL) =>
    (
      await fetch(`${url}/${id}/status`, {
        method: 'POST',
        headers: { connection: 'close', authorization: `Bearer ${credential}` },
        body: JSON.stringify(said),
      })
    ).status
  expect(await post(ID, { answer: 'done' })).toBe(204)
  expect(await post(ID, { answer: 'refused' })).toBe(409)
  expect(await post(ID, {})).toBe(400)
  expect(await post(ID, [1])).toBe(400)
  expect(await post('..%2Fx', {})).toBe(404)
  expect(await post(ID, { answer: 'done' }, 'the-wrong-credential')).toBe(401)
})
