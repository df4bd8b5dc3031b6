// The page behind the link: looking deletes nothing, pressing deletes, again is no failure, and a link that is none is 404.
import { createServer, type Server } from 'restify'
import { loadConfig } from '../../src/config'
import { loadPack } from '../../src/content/load'
import { createLog } from '../../src/log'
import { openMyInformation } from '../../src/open-my-information'
import { contentDir } from '../../src/project-root'
import { PRIYA, queued, setStage, type Stage } from '../handoff/stage'
import { close, listen } from '../listen'

const pack = loadPack(contentDir)
const logged: string[] = []
let stage: Stage
let server: Server
let url: string
let link: (id: string) => string

async function serve(handoffs: Parameters<typeof openMyInformation>[0]['handoffs']): Promise<void> {
  const config = loadConfig({ TOKEN_SECRET: 't'.repeat(32) })
  const log = createLog({ write: (line) => void logged.push(line) })
  const mine = openMyInformation({ config, pack, handoffs, log, publicUrl: () => url })
  server = createServer({ name: '' })
  mine.mount(server)
  url = await listen(server)
  link = mine.linkFor
}

beforeEach(async () => {
  stage = setStage()
  logged.length = 0
  await serve(stage.handoffs)
})
afterEach(async () => {
  await close(server)
  await stage.store.close()
})

const isThere = async (id: string): Promise<boolean> => (await stage.store.handoffs.secret(id, 'summary')) !== null

test('looking deletes nothing and shows nothing; pressing deletes; again is no failure', async () => {
  const id = await queued(stage, 'callback')
  const looked = await fetch(link(id))
  const html = await looked.text()
  expect(looked.status).toBe(200)
  expect(html).toContain('On Monday 23 November 2026 you shared a summary with calm-water.')
  for (const word of ['MARKED', '07700', 'Sam', '2 November']) expect(html).not.toContain(word)
  expect(await isThere(id)).toBe(true)
  expect((await fetch(link(id), { method: 'HEAD' })).status).not.toBe(200)
  for (const time of ['once', 'again']) {
    const pressed = await fetch(link(id), { method: 'POST', body: new URLSearchParams() })
    expect([time, pressed.status, (await pressed.text()).includes('has been deleted')]).toEqual([time, 200, true])
    expect(await isThere(id)).toBe(false)
  }
  expect(await (await fetch(link(id))).text()).toContain('Nothing is held here')
  expect((await stage.handoffs.open(PRIYA, id))?.shown).toBeNull()
})

test('nobody keeps the page, frames it or learns where it was', async () => {
  const { headers } = await fetch(link(await queued(stage)))
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).toContain("form-action 'self'")
})

test.each(['x', 'A'.repeat(44), '%00', '..%2F..%2Fdesk', '%3Cscript%3E', 'A'.repeat(3000)])(
  '%j is no link, by GET and POST',
  async (token) => {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${url}/my-information/${token}`, { method })
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('<script>')
    }
  },
)

test('a failure of ours is said with its number, never as done', async () => {
  const id = await queued(stage)
  const good = link(id)
  const path = good.slice(url.length)
  await close(server)
  await serve({
    statusOf: stage.handoffs.statusOf,
    withdraw: async () => {
      throw new Error('MARKED-WORDS')
    },
  })
  const answer = await fetch(url + path, { method: 'POST' })
  const html = await answer.text()
  expect(answer.status).toBe(500)
  expect(html).toContain('it may not be deleted yet')
  expect(html).not.toContain('MARKED')
  expect(logged.join()).not.toContain('MARKED')
  expect(logged).toHaveLength(1)
})
