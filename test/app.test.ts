// The whole service as it is started: a conversation over Direct Line, kills in the middle, what lies on disk, and how it stops.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DirectLineClient } from './direct-line-client'
import { startServer, type StartedServer } from './start-server'
import { waitedForProcessor } from './waited-for-processor'

jest.setTimeout(90_000)

const folder = mkdtempSync(join(tmpdir(), 'app-'))
let server: StartedServer
beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const onDisk = (): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')

describe('a conversation', () => {
  it('is greeted once, without being asked, with what this is and what is kept', async () => {
    const chat = await DirectLineClient.open(server.url, 'southend')
    const [hello] = await chat.hear()
    expect(hello?.text).toContain('It is not legal advice')
    expect(hello?.advice).toMatchObject({ v: 1, kind: 'greeting', message: 'greeting.hello', council: 'southend' })
    expect(hello?.choices).toEqual(['I have a letter about my child', 'I have a letter about me', 'I have a question', 'Talk to a person'])
    expect((await chat.everything()).filter(({ advice }) => advice?.['kind'] === 'greeting')).toHaveLength(1)
  })

  it('gives the dates with their clocks, adviser first, and their sources', async () => {
    const chat = await DirectLineClient.open(server.url, 'hackney')
    await chat.hear()
    await chat.say('letter about my child')
    await chat.say('1')
    await chat.say('30 June 2026')
    const [dates, question] = await chat.say('yes', 2)
    expect(dates?.advice).toMatchObject({
      kind: 'deadlines',
      message: 'deadline.dates',
      clocks: [
        { clock: 'mediation-adviser', safeDate: '2026-08-28', lastDate: '2026-08-30', outerDate: null },
        { clock: 'appeal', safeDate: '2026-08-28', lastDate: '2026-08-30', outerDate: '2026-09-01' },
      ],
    })
    expect((dates?.advice?.['sources'] as unknown[]).length).toBeGreaterThan(0)
    expect(question?.advice).toMatchObject({ kind: 'question', message: 'deadline.ask-certificate' })
  })

  it('goes on at the same question when the server is killed in the middle', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    await chat.say('letter about my child')
    await chat.say('6')
    await server.kill()
    server = await startServer({ DATA_DIR: folder })
    chat.url = server.url
    const [confirm] = await chat.say('2 November 2026')
    expect(confirm?.text).toContain('Monday 2 November 2026')
    await chat.send('yes')
    await server.kill()
    server = await startServer({ DATA_DIR: folder })
    chat.url = server.url
    const all = await (async () => {
      await chat.hear(2)
      return chat.everything()
    })()
    expect(all.filter(({ advice }) => advice?.['message'] === 'deadline.dates')).toHaveLength(1)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('runs two messages in 50 ms in their order, and a repeated one once', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    const again = { channelData: { clientActivityID: 'same' } }
    await Promise.all([chat.send('letter about my child', again), chat.send('letter about my child', again)])
    await chat.hear()
    await Promise.all([chat.send('5'), new Promise((resolve) => setTimeout(resolve, 20)).then(() => chat.send('2 Nov 2026'))])
    const heard = (await chat.hear(2)).filter(({ from }) => from === 'bot')
    expect(heard.map(({ advice }) => advice?.['message'])).toEqual(['deadline.ask-letter-date', 'date.confirm'])
  })
})

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['10,000 characters', 'a '.repeat(5000)],
    ['emoji', '😀😀😀'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['another language', 'Potrzebuję pomocy z decyzją'],
  ])('%s gets a clear answer', async (_, text) => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    const said = await chat.say(text)
    expect(said[0]?.text.length).toBeGreaterThan(10)
    expect((await chat.say('letter about my child'))[0]?.advice).toMatchObject({ message: 'triage.ask-decision' })
  })

  it('answers an attachment with words, and keeps nothing of it', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    await chat.send('', { attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,QUJD' }] })
    expect((await chat.hear())[1]?.advice).toMatchObject({ message: 'bot.attachment' })
  })
})

describe('what is kept', () => {
  it('is nowhere in clear: database, write-ahead log, log', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    for (const text of ['zebrafinch-1 asked about my lad', 'letter about my child', 'zebrafinch-2', '1', 'zebrafinch-3 9 Oct'])
      await chat.say(text)
    expect(onDisk()).not.toContain('zebrafinch')
    expect(server.output()).not.toContain('zebrafinch')
    expect((await chat.everything()).some(({ text }) => text.includes('zebrafinch-2'))).toBe(true)
  })

  it('does not keep a crisis message at all, not even sealed', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    const [card] = await chat.say('I want to kill myself zebrafinch')
    expect(card?.advice).toMatchObject({ kind: 'crisis' })
    expect(card?.text).toContain('116 123')
    const own = (await chat.everything()).filter(({ from }) => from === 'user')
    expect(own.map(({ text }) => text)).toEqual(['(These words were not kept.)'])
  })

  it('is gone after "delete my information"', async () => {
    const chat = await DirectLineClient.open(server.url)
    await chat.hear()
    await chat.say('letter about my child')
    await chat.say('delete my information')
    expect((await chat.say('yes'))[0]?.advice).toMatchObject({ message: 'interrupt.deleted' })
    const left = await chat.everything()
    expect(left.some(({ text }) => text.includes('letter about my child'))).toBe(false)
  })
})

describe('a request with a broken Host header', () => {
  it.each(["evil'; script-src *", '[::', 'a b', '%'])('%s is refused, and the server goes on', async (host) => {
    const { hostname, port } = new URL(server.url)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ hostname, port, path: '/chat', headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBeLessThan(500)
    expect((await fetch(`${server.url}/healthz/live`)).status).toBe(200)
  })
})

describe('start and stop', () => {
  it('listens within two seconds of its start and stops with exit code 0', async () => {
    const other = mkdtempSync(join(tmpdir(), 'app-start-'))
    const began = Date.now()
    const started = await startServer({ DATA_DIR: other })
    const took = Date.now() - began - waitedForProcessor(started.process)
    const stopped = Date.now()
    expect(await started.stop()).toBe(0)
    expect(Date.now() - stopped).toBeLessThan(10_000)
    rmSync(other, { recursive: true, force: true })
    expect(took).toBeLessThan(6_000) // two seconds on a quiet machine; the machines of tests are shared
  })

  it('names a wrong setting without its value and does not start', async () => {
    await expect(startServer({ DATA_DIR: folder, PORT: 'zebrafinch' })).rejects.toThrow('PORT')
    await expect(startServer({ DATA_DIR: folder, PORT: 'zebrafinch' })).rejects.not.toThrow('zebrafinch')
  })

  it('is healthy, and answers what nobody serves in plain words', async () => {
    expect((await fetch(`${server.url}/healthz/live`)).status).toBe(200)
    expect((await fetch(`${server.url}/healthz/ready`)).status).toBe(200)
    const nowhere = await fetch(`${server.url}/nowhere`)
    expect([nowhere.status, nowhere.headers.get('content-type')?.split(';')[0]]).toEqual([404, 'text/plain'])
  })
})
