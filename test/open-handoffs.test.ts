// The handoff service as a deployment has it: what those who run it are told.
import { loadConfig } from '../src/config'
import { loadPack } from '../src/content/load'
import { MESSAGE_KINDS } from '../src/content/schema/message'
import { createLog } from '../src/log'
import { createMetrics } from '../src/metrics'
import { openHandoffs } from '../src/open-handoffs'
import { contentDir } from '../src/project-root'
import { withCheckDigit } from '../src/rules/handoff/reference'
import { USUAL } from '../src/rules/retention'
import { openStore } from '../src/store/open-store'

const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`

test('a look-up too many stands in the log under hashed ids, and in the figures', async () => {
  const lines: string[] = []
  const metrics = createMetrics(createLog({ write: (line) => void lines.push(line) }), MESSAGE_KINDS)
  const store = openStore(':memory:')
  const service = openHandoffs({
    config: loadConfig({ SEND_KEYS: KEYS }),
    pack: loadPack(contentDir),
    store,
    log: metrics.log,
    directLine: () => ({ tell: async () => false }),
    publicUrl: () => 'https://advice.example',
    cards: null,
    retention: USUAL,
  })
  const staff = { id: 'priya@mediation.example', name: 'Priya', organisation: 'demo-mediation' }
  const reference = withCheckDigit('12345678')
  for (let times = 0; times < 10; times += 1) await service.handoffs.find(staff, reference)
  expect(lines).toEqual([])
  expect(await metrics.text()).toMatch(/^send_look_ups_refused_total 0$/m)
  expect(await service.handoffs.find(staff, reference)).toEqual({ kind: 'too-many' })
  const [line, ...more] = lines
  const { log } = metrics
  const said = { event: 'look-up-refused', staff: log.hashed(staff.id), organisation: log.hashed(staff.organisation) }
  expect(JSON.parse(line ?? '{}')).toEqual({ level: 30, time: expect.any(String) as unknown, ...said })
  expect(more).toEqual([])
  for (const word of ['priya', 'Priya', 'demo-mediation', reference]) expect(line).not.toContain(word)
  expect(await metrics.text()).toMatch(/^send_look_ups_refused_total 1$/m)
  await service.stop()
  await store.close()
})
