// The desk on the real service and SQLite: what is pressed is kept, told to the family, and written down.
import { createServer, type Server } from 'restify'
import { londonMoment, londonNow } from '../../src/clock'
import { loadPack } from '../../src/content/load'
import { mountDesk } from '../../src/desk/mount-desk'
import { createOneTimeLinks } from '../../src/desk/one-time-links'
import { createLog } from '../../src/log'
import { contentDir } from '../../src/project-root'
import { messagesOf, queued, setStage, type Stage } from '../handoff/stage'
import { Visitor } from './visitor'
import { builtClient } from '../built-client'
import { close, listen } from '../listen'

let stage: Stage
let server: Server
let adviser: Visitor

beforeEach(async () => {
  stage = setStage()
  server = createServer({ name: 'desk' })
  const links = createOneTimeLinks(
    () => stage.clock.now,
    () => undefined,
  )
  mountDesk(server, {
    root: builtClient(),
    handoffs: stage.handoffs,
    pack: loadPack(contentDir),
    log: createLog({ write: () => undefined }),
    now: () => stage.clock.now,
    london: (moment) => londonNow(new Date(moment)),
    moment: londonMoment,
    publicUrl: undefined,
    organisations: [
      { id: 'calm-water', name: 'Calm Water', hours: null },
      { id: 'demo-council', name: 'Northshire Council', hours: null },
    ],
    signIn: { kind: 'local', links },
  })
  const url = await listen(server)
  adviser = new Visitor(url)
  await adviser.get(links.make(url).slice(url.length))
  await adviser.press('/desk/sign-in', { organisation: 'calm-water' })
})
afterEach(async () => {
  await close(server)
})

it('accepts, talks and closes; the family hears it and the words stand once', async () => {
  const id = await queued(stage)
  expect((await adviser.get('/desk')).html).toContain(`/desk/case/${id}`)
  await adviser.get(`/desk/case/${id}`)
  expect(adviser.page.text).toContain('This is not contact yet.')
  expect(adviser.page.text).toContain('MARKED-OWN-WORDS about school')
  expect(adviser.page.text).toContain('07700 900123')
  await adviser.press(`/desk/case/${id}/accept`)
  await adviser.press(`/desk/case/${id}/tell`, { text: 'Hello, I am here.' })
  expect(adviser.page.text).toContain('Hello, I am here.')
  expect(await stage.handoffs.hearFamily(id, { source: 'm1', text: 'Good.' })).toBe('relayed')
  await adviser.get(`/desk/case/${id}`)
  expect(adviser.page.text).toMatch(/Hello, I am here\.[\s\S]*Good\./)
  await adviser.press(`/desk/case/${id}/contact`, { on: '2026-11-23' })
  expect(adviser.page.text).toContain('Contact with the mediation adviser was made on Monday 23 November 2026.')
  await adviser.press(`/desk/case/${id}/close`, { asked: ['letterDate'] })
  expect(await stage.handoffs.statusOf(id)).toMatchObject({ state: 'ended', endReason: 'done', contactMadeOn: '2026-11-23' })
  expect((await adviser.get('/desk/asked')).text).toContain('Date on the letter\n1')
  await stage.pass(1_000)
  expect(messagesOf(stage)).toContain('told-joined')
  expect(stage.failures).toEqual([])
})

it('finds by the reference that the family was given, ten times a minute at most', async () => {
  const id = await queued(stage, 'callback')
  const reference = (await stage.handoffs.open({ id: 'x', name: 'x', organisation: 'calm-water' }, id))?.reference ?? ''
  expect(reference).toMatch(/^\d{9}$/)
  await adviser.get('/desk/find')
  await adviser.press('/desk/find', { reference })
  expect(adviser.page.path).toBe(`/desk/case/${id}`)
  await adviser.get('/desk/find')
  for (let n = 0; n < 10; n += 1) {
    await adviser.post('/desk/find', { csrf: adviser.csrf, reference })
    await adviser.get('/desk/find')
  }
  await adviser.press('/desk/find', { reference })
  expect(adviser.page.text).toContain('Wait a minute, then try again.')
})

it("the family's number is gone once somebody was reached", async () => {
  const id = await queued(stage, 'callback')
  expect((await adviser.get('/desk/callbacks')).html).toContain(`/desk/case/${id}`)
  await adviser.get(`/desk/case/${id}`)
  await adviser.press(`/desk/case/${id}/outcome`, { outcome: 'spoke' })
  expect(adviser.page.text).not.toContain('07700 900123')
  expect(adviser.page.text).toContain('Nothing is kept.')
})

it('what the family deleted is not there for anybody', async () => {
  const id = await queued(stage)
  await stage.handoffs.withdraw(id, 'erased')
  const { text } = await adviser.get(`/desk/case/${id}`)
  expect(text).not.toContain('MARKED-OWN-WORDS')
  expect(text).not.toContain('07700 900123')
  expect((await adviser.get('/desk')).html).not.toContain(id)
})
