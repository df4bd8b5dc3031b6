// Thirty marked things that a family types, looked for everywhere outside the chat: before the yes, after it, and after it was taken back. The built service, a real mail server, a real receiver. `npm run canary` does every journey, talks, Teams and faults besides.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { saySummary } from '../../src/content/say-summary'
import { readSummary } from '../../src/handoff/summary-schema'
import { contentDir } from '../../src/project-root'
import { textOf } from '../../src/rules/handoff/summary-text'
import { Adviser } from '../demo/adviser'
import { Patience } from '../demo/patience'
import { Service } from '../demo/service'
import { CanaryFamily } from './canary-family'
import { CREDENTIALS, openOutside, type Outside } from './canary-outside'
import { searchEverywhere } from './canary-search'
import { CANARIES, canariesIn, canariesInFiles, type Canary } from './canary-tokens'

const patience = new Patience(new AbortController().signal)
let folder: string
let outside: Outside
let service: Service
let family: CanaryFamily
let adviser: Adviser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'))
  outside = await openOutside()
  service = new Service(folder, outside.settings(join(folder, 'receivers.json')))
  await service.start()
  family = await CanaryFamily.open(service.url)
  adviser = new Adviser(service, 'demo-mediation', patience)
}, 180_000)
afterAll(async () => {
  adviser.leave()
  await service.end()
  await outside.close()
  rmSync(folder, { recursive: true, force: true })
})

const everywhere = () => searchEverywhere(service, outside)

async function getCase(id: string, credential: string | null = CREDENTIALS['demo-mediation']) {
  const response = await fetch(`${service.url}/api/handoffs/${id}`, {
    headers: credential === null ? {} : { authorization: `Bearer ${credential}` },
  })
  return { status: response.status, body: await response.text() }
}

test('what is looked for is found where it stands, in any form', () => {
  const forms = ['07700 900 461', 'ZEPHYRINE', Buffer.from('xx14/03/2016').toString('base64'), Buffer.from('zinc kettle').toString('hex')]
  const sought: Canary[] = ['sharedPhone', 'sharedName', 'birthDate', 'declinedWords']
  forms.forEach((form, index) => expect([form, canariesIn(Buffer.from(`before ${form} after`))]).toEqual([form, [sought[index]]]))
  expect(canariesIn(Buffer.from('Ptolemy', 'utf16le'))).toEqual(['declinedName'])
  const away = mkdtempSync(join(tmpdir(), 'canary-'))
  writeFileSync(join(away, 'store.db-wal'), Buffer.concat([Buffer.alloc(100, 255), Buffer.from('cobalt staircase'), Buffer.alloc(100)]))
  expect(canariesInFiles(away)).toEqual(['store.db-wal: crisisWords'])
  rmSync(away, { recursive: true })
  expect(Object.keys(CANARIES)).toHaveLength(30)
})

describe('from the first word to the last', () => {
  let shown: string
  let id: string

  test('before the yes: in no file, log, mail, webhook or page of the service', async () => {
    await family.typeWhereverWordsCanBeTyped()
    shown = await family.toTheLastSummary()
    expect(canariesIn(Buffer.from(family.typed.join('\n')))).toHaveLength(30)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
    expect(files).toEqual(expect.arrayContaining(['data/store.db', 'data/store.db-wal', expect.stringMatching(/^data-keys\/./)]))
    expect(await everywhere()).toEqual([])
    expect([outside.mails, outside.posts]).toEqual([[], []])
  }, 120_000)

  test('after the yes: nothing in clear anywhere, and the case is what was shown', async () => {
    await family.until('handoff.shared-callback', 'Yes, share this', {})
    await patience.until('the webhook and the mail', async () => Promise.resolve(outside.taken.length > 0 && outside.mails.length > 0))
    expect(outside.taken.map(({ type }) => type)).toEqual(['callback.requested'])
    id = outside.taken[0]?.data.id ?? ''
    const { status, body } = await getCase(id)
    expect(status).toBe(200)
    const summary = readSummary(JSON.parse(body))
    if (!summary) throw new Error('The case is not send-handoff/1')
    const lines = [...shown.matchAll(/^\d+\. (.+)$/gm)].map(([, line]) => line)
    expect(textOf(saySummary(loadPack(contentDir), summary, 'parent'))).toBe(lines.join('\n'))
    expect(summary.contactValue).toBe('07700 900 461')
    expect(canariesIn(Buffer.from(body))).toEqual(['sharedName', 'sharedPhone', 'sharedWords'])
    expect(await everywhere()).toEqual([])
  }, 60_000)

  test('the desk it was shared with reads it; the other desk, other credentials and guesses get nothing', async () => {
    await adviser.signIn()
    const link = /http\S+\/desk\/\S+/.exec(outside.mails[0]?.replaceAll('=\r\n', '') ?? '')?.[0] ?? ''
    const page = await adviser.read(new URL(link).pathname)
    expect(canariesIn(Buffer.from(page))).toEqual(['sharedName', 'sharedPhone', 'sharedWords'])
    expect(page).toContain('This is not contact yet.')
    const unknown = [
      await getCase(id, CREDENTIALS['demo-sendiass']),
      await getCase('A'.repeat(22)),
      await getCase('no-id'),
      await getCase('x'.repeat(60)),
    ]
    expect(new Set(unknown.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set([`404 ${unknown[0]?.body}`]))
    const strangers = [await getCase(id, null), await getCase(id, 'a-credential-that-was-guessed'), await getCase('A'.repeat(22), null)]
    expect(new Set(strangers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set([`401 ${strangers[0]?.body}`]))
    expect(canariesIn(Buffer.from([...unknown, ...strangers].map(({ body }) => body).join('\n')))).toEqual([])
  })

  test('a webhook that is forged or replayed is refused, and one that comes twice is taken once', async () => {
    const { headers, body } = outside.posts[0] ?? { headers: {}, body: '' }
    const send = async (more: Record<string, string>, text = body): Promise<number> => {
      const signed = Object.fromEntries(
        ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
      )
      return (await fetch(outside.url, { method: 'POST', headers: { ...signed, ...more }, body: text })).status
    }
    const before = outside.taken.length
    expect(await send({}, body.replace('"queued"', '"ended"'))).toBe(401)
    expect(await send({ 'webhook-id': 'msg_another' })).toBe(401)
    expect(await send({ 'webhook-timestamp': String(Math.floor(Date.now() / 1000) + 1) })).toBe(401)
    expect(await send({ 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` })).toBe(401)
    expect(await send({})).toBe(204)
    expect(outside.taken).toHaveLength(before)
  })

  test('"delete my information": within two turns it is gone here, and everybody who had it is told', async () => {
    const typed = family.typed.length
    await family.type('delete my information')
    const said = await family.type('Yes')
    expect(family.typed.length - typed).toBe(2)
    expect(said.map(({ text }) => text).join('\n')).toContain(
      'What was shared with Northshire Mediation (demonstration) is deleted here too',
    )
    const gone = await getCase(id)
    expect([gone.status, gone.body]).toEqual([404, (await getCase('A'.repeat(22))).body])
    expect(canariesIn(Buffer.from(await adviser.read(`/desk/case/${id}`)))).toEqual([])
    await patience.until('the receiver and the mailbox to be told', async () =>
      Promise.resolve(outside.taken.at(-1)?.type === 'handoff.withdrawn' && outside.mails.length === 2),
    )
    expect(outside.taken.at(-1)?.data).toMatchObject({ id, reference: null })
    expect(outside.mails[1]).toContain('taken back')
    expect(await everywhere()).toEqual([])
  }, 60_000)
})
