// The figures for operations: what is counted, who may read them, and that a label never holds what somebody typed.
import { createMetrics } from '../src/metrics'
import { createMetricsEndpoint } from '../src/channels/metrics-endpoint'
import { MESSAGE_KINDS } from '../src/content/schema/message'
import { createLog } from '../src/log'
import { startTestServer } from './channels/test-server'

const silent = createLog({ write: () => undefined })
const valueOf = (text: string, series: string): number | null => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? null : Number(line.slice(series.length + 1))
}

test('turns, failures, refusals and messages are counted as the log hears of them', async () => {
  const metrics = createMetrics(silent, MESSAGE_KINDS)
  metrics.log.event('turn', { channel: 'directline', conversation: silent.hashed('x'), ms: 40, replies: 1, outcome: 'done' })
  metrics.log.event('turn', { channel: 'directline', conversation: silent.hashed('x'), ms: 400, replies: 1, outcome: 'done' })
  metrics.log.event('refused', { status: 429, why: 'too-many' })
  expect(metrics.log.failure('store', new Error('secret words'))).toMatch(/./)
  metrics.log.event('look-up-refused', { staff: silent.hashed('priya'), organisation: silent.hashed('calm-water') })
  for (const kind of ['crisis', 'crisis', 'answer']) metrics.said(kind)
  const text = await metrics.text()
  expect(valueOf(text, 'send_turn_seconds_bucket{le="0.05",channel="directline",outcome="done"}')).toBe(1)
  expect(valueOf(text, 'send_turn_seconds_count{channel="directline",outcome="done"}')).toBe(2)
  expect(valueOf(text, 'send_refused_total{status="429",why="too-many"}')).toBe(1)
  expect(valueOf(text, 'send_look_ups_refused_total')).toBe(1)
  expect(valueOf(text, 'send_failures_total{place="store"}')).toBe(1)
  expect(valueOf(text, 'send_messages_total{kind="crisis"}')).toBe(2)
  expect(text).not.toContain('secret')
})

test('a kind that is in no table is not written down', async () => {
  const metrics = createMetrics(silent, MESSAGE_KINDS)
  metrics.said('my son Sam')
  const text = await metrics.text()
  expect(text).not.toContain('Sam')
  expect(valueOf(text, 'send_messages_total{kind="other"}')).toBe(1)
})

test('what is looked up is looked up when somebody asks', async () => {
  const metrics = createMetrics(silent, MESSAGE_KINDS)
  expect(valueOf(await metrics.text(), 'send_open_sockets')).toBe(0)
  let depth = 3
  metrics.read({
    openSockets: () => 7,
    runningTurns: () => 1,
    outboxWaiting: async () => 4,
    queues: async () => new Map(depth > 0 ? [['demo-sendiass', depth]] : []),
    bankHolidaysLeft: () => 400,
  })
  const text = await metrics.text()
  expect(valueOf(text, 'send_open_sockets')).toBe(7)
  expect(valueOf(text, 'send_outbox_waiting')).toBe(4)
  expect(valueOf(text, 'send_queue_depth{organisation="demo-sendiass"}')).toBe(3)
  expect(valueOf(text, 'send_resident_bytes')).toBeGreaterThan(10_000_000)
  depth = 0
  expect(valueOf(await metrics.text(), 'send_queue_depth{organisation="demo-sendiass"}')).toBeNull()
})

describe('who may read them', () => {
  const endpoint = (token: string | null) => {
    const { text, contentType } = createMetrics(silent, MESSAGE_KINDS)
    return createMetricsEndpoint({ log: silent, token, text, contentType })
  }
  const ask = async (token: string | null, headers: Record<string, string>) => {
    const server = await startTestServer({ mount: endpoint(token).mount })
    try {
      const answer = await fetch(`${server.url}/metrics`, { headers })
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
    } finally {
      await server.stop()
    }
  }

  test('without a token this machine, and nobody behind a proxy', async () => {
    expect(await ask(null, {})).toMatchObject({ status: 200, type: expect.stringContaining('version=0.0.4') as string })
    expect((await ask(null, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
  })

  test('with a token who sends it', async () => {
    expect((await ask('a token for tests', { authorization: 'Bearer a token for tests' })).status).toBe(200)
    for (const headers of [{}, { authorization: 'Bearer a token for test' }, { authorization: 'a token for tests' }]) {
      expect(await ask('a token for tests', headers as Record<string, string>)).toMatchObject({ status: 401, text: 'The token is wrong.' })
    }
  })
})
