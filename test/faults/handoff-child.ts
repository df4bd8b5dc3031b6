// One process of the handoff faults: the service that families and advisers use, or a worker that delivers and now and then dies.
import { createHandoffs, type HandoffService } from '../../src/handoff/create-handoffs'
import type { Staff } from '../../src/handoff/handoffs'
import type { Place } from '../../src/handoff/places'
import { readReceivers } from '../../src/handoff/receivers'
import { parseKeys } from '../../src/store/key-ring'
import { SHOWN, SUMMARY } from '../handoff/sample-summary'
import { openFaultDatabase, type FaultDatabase } from './fault-database'
import { FAULT_SECRET, type ChildSettings } from './fault-settings'

const settings = JSON.parse(process.argv[2] ?? '{}') as ChildSettings
const { role, folder, database: address, url, count, clock, killShare } = settings

const place = (organisation: string): Place => ({
  organisation,
  name: organisation,
  isToMediation: true,
  isCouncil: false,
  routes: ['live', 'callback'],
  phone: null,
  email: null,
  hours: () => ({ isOpen: true, closesAt: null, opensAt: null }),
  escalates: () => ({ againAt: null, leadAt: null, leadAgainAt: null }),
})
const places = [place('good'), place('gone')]

/** Dies behind a delivery that went through, before it is marked. */
function perhapsDie(): void {
  if (role === 'worker' && Math.random() < killShare) process.kill(process.pid, 'SIGKILL')
}

function create({ handoffs: store, outbox, others }: FaultDatabase): HandoffService {
  return createHandoffs({
    store,
    others,
    outbox: {
      ...outbox,
      done: async (id, owner, now) => {
        perhapsDie()
        return outbox.done(id, owner, now)
      },
    },
    scrub: async () => undefined,
    ring: parseKeys(`k1:${Buffer.alloc(32, 3).toString('base64')}`),
    places: { of: () => places, find: (id) => places.find(({ organisation }) => organisation === id) ?? null },
    receivers: readReceivers(
      {
        receivers: {
          good: { webhook: { url: `${url}/good`, secrets: [FAULT_SECRET] } },
          gone: { webhook: { url: `${url}/gone`, secrets: [FAULT_SECRET] } },
        },
      },
      'local',
    ),
    tellFamily: async (conversation, _key, deliveryId, messageId) => {
      const answer = await fetch(`${url}/family`, { method: 'POST', body: JSON.stringify({ conversation, deliveryId, messageId }) })
      if (!answer.ok) throw new Error('not told')
    },
    mailer: null,
    noticeWords: () => null,
    cards: null,
    publicUrl: 'https://advice.example',
    loopback: 'allowed',
    now: () => clock.base + (Date.now() - clock.start) * clock.speed,
    report: () => undefined,
  })
}

/** Every family in turn, from where the process before this one was killed. */
async function serve({ handoffs }: HandoffService, { all, outbox }: FaultDatabase): Promise<void> {
  handoffs.present('good')
  process.send?.('ready')
  const rows = await all('SELECT id, conversation FROM handoffs')
  const known = new Map(rows.map((row) => [String(row['conversation']), String(row['id'])]))
  for (let index = Math.max(0, known.size - 5); index < count; index += 1) {
    while ((await outbox.pending()) > 2000) await wait(100)
    const conversation = `chat-${index}`
    const organisation = index % 50 === 0 ? 'gone' : 'good'
    const staff: Staff = { id: `s${index % 8}`, name: 'Ann, adviser', organisation }
    const route = organisation === 'gone' ? 'callback' : 'live'
    const id =
      known.get(conversation) ?? (await handoffs.begin({ council: 'demo', organisation, route, conversation, packVersion: '2026.11.1' }))
    await handoffs.share({ id, summary: SUMMARY, shown: SHOWN, contact: null, conversationKey: Buffer.alloc(32, 1) })
    if (organisation === 'good') await talk({ handoffs }, staff, id)
  }
  process.exit(0)
}

async function talk({ handoffs }: Pick<HandoffService, 'handoffs'>, staff: Staff, id: string): Promise<void> {
  for (;;) {
    const handoff = await handoffs.statusOf(id)
    if (!handoff || ['ended', 'expired', 'failed'].includes(handoff.state)) return
    if (handoff.state === 'queued') await handoffs.accept(staff, id, handoff.version)
    await handoffs.tell(staff, id, { source: 'one', text: 'Hello' })
    await handoffs.hearFamily(id, { source: 'one', text: 'Hello' })
    await handoffs.end(staff, id, 'adviser-ended')
  }
}

async function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

// Nobody is left behind when the run itself ends.
process.on('disconnect', () => process.exit(1))

async function main(): Promise<void> {
  const database = await openFaultDatabase(folder, address)
  const service = create(database)
  if (role === 'worker') service.worker.start()
  else await serve(service, database)
}

void main()
