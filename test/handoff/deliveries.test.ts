// How a handoff leaves: signed webhooks to a real server, mail through a real SMTP server, the hub's event; and where it must not go.
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { HubEvent } from '../../src/handoff/hub-event'
import { createMailer } from '../../src/handoff/mail'
import { readReceivers } from '../../src/handoff/receivers'
import { checkReceiver } from '../../src/handoff/receiver-contract'
import { isSigned } from '../../src/handoff/webhook-signature'
import { receiveWebhook } from '../../src/handoff/reference-receiver'
import { webhookSchema, type WebhookBody } from '../../src/handoff/webhook-body'
import { DAY, messagesOf, MINUTE, NOON, PRIYA, queued, SECOND, setStage, versionOf } from './stage'
import { answerWith } from '../answer-with'
import { HOSTILE_TEXTS } from '../hostile-texts'
import { close, listen } from '../listen'

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`
const CREDENTIAL = 'a-credential-of-calm-water'

interface Post {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
let server: Server
let url: string
let posts: Post[]
let answer: (post: Post) => { status: number; headers?: Record<string, string> }
beforeEach(async () => {
  posts = []
  answer = () => ({ status: 204 })
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      posts.push({ headers: request.headers, body })
      const { status, headers } = answer({ headers: request.headers, body })
      answerWith(response, status, headers, 'words that nobody reads')
    })
  })
  url = await listen(server)
})
afterEach(() => close(server))

const hashed = (credential: string): string => createHash('sha256').update(credential).digest('hex')
const receiversOf = (address = `${url}/in`) =>
  readReceivers(
    {
      receivers: {
        'calm-water': {
          webhook: { url: address, secrets: [SECRET] },
          credentials: [createHash('sha256').update(CREDENTIAL).digest('hex')],
        },
        'demo-council': { credentials: [createHash('sha256').update('a-credential-of-demo').digest('hex')] },
      },
    },
    'local',
  )
const bodies = (): WebhookBody[] => posts.map(({ body }) => webhookSchema.parse(JSON.parse(body)))

test('a webhook says that there is something to fetch, and nothing about the family', async () => {
  const stage = setStage({ receivers: receiversOf() })
  const id = await queued(stage)
  await stage.pass(SECOND)
  const reference = (await stage.handoffs.open(PRIYA, id))?.reference ?? ''
  expect(JSON.parse(posts[0]?.body ?? '')).toEqual({
    type: 'handoff.created',
    timestamp: '2026-11-23T12:00:00.000Z',
    data: {
      id,
      reference: reference.replace(/(...)(...)(...)/, '$1 $2 $3'),
      council: 'demo',
      organisation: 'calm-water',
      route: 'live',
      state: 'queued',
      version: 3,
      attempt: 1,
      topic: 'refuse-assess',
      flags: ['possibly-late'],
      actBy: '2026-12-31',
      isContact: false,
      links: { self: `https://advice.example/api/handoffs/${id}` },
    },
  })
  expect(posts[0]?.body).not.toMatch(/MARKED|Sam|07700|chat-1/)
})

test('the reference receiver takes it once, refuses it forged and refuses it replayed later', async () => {
  const stage = setStage({ receivers: receiversOf() })
  await queued(stage)
  await stage.pass(SECOND)
  const { headers, body } = posts[0] ?? { headers: {}, body: '' }
  const kept: string[] = []
  const taken = new Set<string>()
  const memory = { takeOnce: (id: string) => !taken.has(id) && Boolean(taken.add(id)), keep: (id: string) => void kept.push(id) }
  const given = headers as Record<string, string>
  const at = Math.floor((NOON + SECOND) / 1000)
  const receive = (more: Record<string, string> = {}, text = body, now = at) =>
    receiveWebhook({ headers: { ...given, ...more }, body: text }, [SECRET], memory, now)
  expect(receive({}, body.replace('"queued"', '"ended"'))).toBe('refused')
  expect(receive({ 'webhook-id': 'another' })).toBe('refused')
  expect(receive({ 'webhook-timestamp': String(at + 1) })).toBe('refused')
  expect(receive({ 'webhook-signature': 'v1,AAAA' })).toBe('refused')
  expect(receive({}, body, at + 301)).toBe('refused')
  expect([receive(), receive(), kept.length]).toEqual(['taken', 'repeated', 1])
  expect(receive({}, body, at + 301)).toBe('refused')
})

test('the contract finds a receiver that checks well, and one that takes everything', async () => {
  const taken = new Set<string>()
  const memory = { takeOnce: (id: string) => !taken.has(id) && Boolean(taken.add(id)), keep: () => undefined }
  const well = await checkReceiver(
    async (headers, body) => Promise.resolve(receiveWebhook({ headers, body }, [SECRET], memory, 1_800_000_000) === 'refused' ? 401 : 204),
    SECRET,
    1_800_000_000,
  )
  expect(well.filter(({ isKept }) => !isKept)).toEqual([])
  const badly = await checkReceiver(async () => Promise.resolve(204), SECRET, 1_800_000_000)
  expect(badly.filter(({ isKept }) => !isKept).map(({ check }) => check)).toHaveLength(6)
})

test('a failing receiver: the same id again, signed anew each time; in order; then the desk sees what was given up', async () => {
  const stage = setStage({ receivers: receiversOf() })
  answer = () => ({ status: 503 })
  const id = await queued(stage, 'callback')
  await stage.pass(SECOND)
  await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
  await stage.pass(MINUTE)
  expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(posts.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(posts.length)
  answer = () => ({ status: 204 })
  posts = []
  await stage.pass(15 * MINUTE)
  expect(bodies().map(({ type }) => type)).toEqual(['callback.requested', 'handoff.accepted'])
})

test('given up after three days: the family is told, the desk may try again', async () => {
  const stage = setStage({ receivers: receiversOf() })
  answer = () => ({ status: 503 })
  const id = await queued(stage, 'callback')
  for (let hour = 0; hour < 80; hour += 1) await stage.pass(DAY / 24 + 7 * MINUTE)
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'failed', endReason: 'undeliverable' })
  expect(messagesOf(stage)).toEqual(['told-not-reached', 'told-undeliverable'])
  const [letter] = await stage.handoffs.deadLetters(PRIYA)
  expect(letter).toMatchObject({ handoff: id, receiver: 'webhook', kind: 'callback.requested', lastError: 'status-503' })
  answer = () => ({ status: 204 })
  expect(await stage.handoffs.retry({ ...PRIYA, organisation: 'demo-council' }, letter?.id ?? '')).toBe(false)
  expect(await stage.handoffs.retry(PRIYA, letter?.id ?? '')).toBe(true)
  posts = []
  await stage.pass(MINUTE)
  expect(bodies()[0]?.type).toBe('callback.requested')
})

test('a redirect is not followed, to wherever it leads', async () => {
  const stage = setStage({ receivers: receiversOf() })
  answer = () => ({ status: 307, headers: { location: 'http://169.254.169.254/latest/meta-data' } })
  const id = await queued(stage, 'callback')
  await stage.pass(SECOND)
  await stage.pass(SECOND)
  expect((await stage.handoffs.deadLetters(PRIYA))[0]).toMatchObject({ handoff: id, lastError: 'redirected' })
  expect(posts.length).toBeLessThanOrEqual(2)
  expect((await stage.handoffs.statusOf(id))?.state).toBe('failed')
})

test('withdrawn: receivers hear it, without a reference; the case is gone for them', async () => {
  const stage = setStage({ receivers: receiversOf() })
  const id = await queued(stage)
  await stage.pass(SECOND)
  await stage.handoffs.withdraw(id, 'erased')
  await stage.pass(SECOND)
  expect(bodies().map(({ type, data }) => [type, data.reference === null])).toEqual([
    ['handoff.created', false],
    ['handoff.withdrawn', true],
  ])
  expect(await stage.readCase(CREDENTIAL, id)).toEqual({ kind: 'unknown' })
})

test('the case is for the receiver’s own credential only, and each time is written down', async () => {
  const stage = setStage({ receivers: receiversOf() })
  const id = await queued(stage, 'callback')
  const read = await stage.readCase(CREDENTIAL, id)
  expect(read).toMatchObject({ kind: 'case', summary: { schema: 'send-handoff/1', contactValue: '07700 900123', preferredName: 'Sam' } })
  expect(await stage.readCase('a-credential-of-demo', id)).toEqual({ kind: 'unknown' })
  expect(await stage.readCase('a guess', id)).toEqual({ kind: 'not-authenticated' })
  expect(await stage.readCase(CREDENTIAL, 'nobody')).toEqual({ kind: 'unknown' })
  expect(await stage.store.handoffs.auditCount('receiver:calm-water', 'open', 0)).toBe(1)
})

describe('a contact-centre hub', () => {
  const hubs = () =>
    readReceivers({ receivers: { 'calm-water': { hub: { url, secrets: [SECRET] }, credentials: [hashed(CREDENTIAL)] } } }, 'local')
  const staged = () => setStage({ receivers: hubs(), noticeWords: () => ({ subject: '', text: 'Reference {{reference}}: {{link}}' }) })
  const status = (state: string) => ({
    type: 'event',
    name: 'handoff.status',
    conversation: { id: 'theirs' },
    value: { state, message: 'MARKED' },
  })

  test('gets handoff.initiate, signed, as a flat map of texts, and nothing about the family; tried again under the same id', async () => {
    const stage = staged()
    answer = () => ({ status: posts.length === 1 ? 503 : 204 })
    const id = await queued(stage, 'callback')
    await stage.pass(SECOND)
    await stage.pass(MINUTE)
    expect(posts).toHaveLength(2)
    const [first, again] = posts.map(({ body }) => JSON.parse(body) as HubEvent)
    expect(again).toEqual(first)
    const reference = (await stage.handoffs.open(PRIYA, id))?.reference?.replace(/(...)(...)(...)/, '$1 $2 $3') ?? ''
    expect(first).toEqual({
      type: 'event',
      name: 'handoff.initiate',
      id: posts[0]?.headers['webhook-id'],
      timestamp: '2026-11-23T12:00:00.000Z',
      conversation: { id },
      value: {
        handoffId: id,
        reference,
        council: 'demo',
        organisation: 'calm-water',
        route: 'callback',
        topic: 'refuse-assess',
        flags: 'possibly-late',
        actBy: '2026-12-31',
        attempt: '1',
        contactMadeOn: '',
        link: `https://advice.example/desk/case/${id}`,
        message: `Reference ${reference}: https://advice.example/desk/case/${id}`,
      },
    })
    const timestamp = Number(posts[0]?.headers['webhook-timestamp'])
    const signed = { id: String(first?.id), timestamp, body: posts[0]?.body ?? '' }
    expect(isSigned(signed, String(posts[0]?.headers['webhook-signature']), [SECRET], NOON / 1000)).toBe(true)
    expect(JSON.stringify(posts)).not.toMatch(/MARKED|07700/)
  })

  test('its handoff.status moves the case; said again it is no refusal; the family hears the organisation, not the hub', async () => {
    const stage = staged()
    const id = await queued(stage, 'callback')
    expect(await stage.hubStatus(CREDENTIAL, id, status('completed'))).toBe('refused')
    expect(await stage.hubStatus(CREDENTIAL, id, status('accepted'))).toBe('done')
    expect(await stage.hubStatus(CREDENTIAL, id, status('accepted'))).toBe('done')
    expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'accepted', acceptedBy: { id: 'hub:calm-water', name: 'calm-water' } })
    expect(await stage.hubStatus(CREDENTIAL, id, status('completed'))).toBe('done')
    await stage.pass(SECOND)
    expect(stage.told.map(({ messageId, vars }) => [messageId, vars['name'] ?? ''])).toEqual([
      ['handoff.told-accepted', 'calm-water'],
      ['handoff.told-done', ''],
    ])
    expect(JSON.stringify(stage.told)).not.toContain('MARKED')
  })

  test('who is no hub, another organisation’s case, what is no status, and what a colleague has taken are refused', async () => {
    const stage = staged()
    const id = await queued(stage, 'callback')
    expect(await stage.hubStatus('a guess', id, status('accepted'))).toBe('not-authenticated')
    expect(await stage.hubStatus(CREDENTIAL, 'nobody', status('accepted'))).toBe('unknown')
    const offered = await stage.handoffs.begin({
      council: 'demo',
      organisation: 'demo-council',
      route: 'phone',
      conversation: null,
      packVersion: '1',
    })
    expect(await stage.hubStatus(CREDENTIAL, offered, status('accepted'))).toBe('unknown')
    for (const said of [status('live'), {}, null, { ...status('accepted'), name: 'handoff.initiate' }])
      expect(await stage.hubStatus(CREDENTIAL, id, said)).toBe('not-a-status')
    await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
    for (const state of ['accepted', 'completed', 'failed']) expect(await stage.hubStatus(CREDENTIAL, id, status(state))).toBe('refused')
    expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'accepted', acceptedBy: { id: PRIYA.id } })
    const webhookOnly = setStage({ receivers: receiversOf() })
    expect(await webhookOnly.hubStatus(CREDENTIAL, await queued(webhookOnly), status('accepted'))).toBe('not-authenticated')
  })
})

describe('mail, through a real SMTP server', () => {
  let smtp: SMTPServer
  let mails: string[]
  let refuse: number | null
  let mailer: ReturnType<typeof createMailer>
  beforeEach(async () => {
    mails = []
    refuse = null
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => done(refuse === null ? null : Object.assign(new Error('no'), { responseCode: refuse })),
      onData: (stream, _session, done) => {
        let text = ''
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
        stream.on('end', () => {
          mails.push(text)
          done()
        })
      },
    })
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()))
    const { port } = smtp.server.address() as AddressInfo
    mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'desk@advice.example', host: 'advice.example' })
  })
  afterEach(async () => {
    mailer.close()
    await new Promise<void>((resolve) => smtp.close(() => resolve()))
  })
  const staged = () =>
    setStage({
      receivers: readReceivers({ receivers: { 'calm-water': { mail: { to: 'team@calm-water.example' } } } }, 'local'),
      mailer,
      noticeWords: (kind) =>
        kind === 'callback.requested' ? { subject: 'A family is waiting', text: 'Reference {{reference}}: {{link}}' } : null,
    })

  test('a family is waiting: the reference, the link and nothing else', async () => {
    const stage = staged()
    const id = await queued(stage, 'callback')
    await stage.pass(SECOND)
    expect(mails).toHaveLength(1)
    const reference = ((await stage.handoffs.open(PRIYA, id))?.reference ?? '').replace(/(...)(...)(...)/, '$1 $2 $3')
    expect(mails[0]?.replaceAll('=\r\n', '')).toContain(`Reference ${reference}: https://advice.example/desk/case/${id}`)
    expect(mails[0]).toMatch(/^Message-ID: <[\w-]{22}@advice\.example>\r$/m)
    expect(mails[0]).not.toMatch(/MARKED|Sam|07700/)
  })

  test('no header comes out of a subject or a text, whatever stands in them', async () => {
    for (const typed of HOSTILE_TEXTS) await mailer.send({ id: 'A'.repeat(22), to: 'team@calm-water.example', subject: typed, text: typed })
    const names = mails.map((mail) => [...(mail.split('\r\n\r\n')[0] ?? '').matchAll(/^([^\s:]+):/gm)].map(([, name]) => name))
    const OURS = [
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Auto-Submitted',
      'Date',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
    ]
    expect(mails).toHaveLength(HOSTILE_TEXTS.length)
    expect(names.flat().filter((name = '') => !OURS.includes(name))).toEqual([])
    expect(names.filter((all) => new Set(all).size !== all.length)).toEqual([])
  })

  test('a full mailbox is tried again with the same Message-ID; a wrong one is given up and the family told', async () => {
    const stage = staged()
    refuse = 450
    const id = await queued(stage, 'callback')
    await stage.pass(SECOND)
    refuse = null
    await stage.pass(MINUTE)
    expect(mails).toHaveLength(1)
    expect((await stage.handoffs.statusOf(id))?.state).toBe('queued')
    refuse = 550
    const other = await queued(stage, 'callback')
    await stage.pass(SECOND)
    await stage.pass(SECOND)
    expect((await stage.handoffs.statusOf(other))?.state).toBe('failed')
    expect(messagesOf(stage)).toContain('told-undeliverable')
  })
})
