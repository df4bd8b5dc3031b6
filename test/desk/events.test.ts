// The stream of news: only of one's own organisation, nothing missed while away, nothing personal in it, and it ends with the session.
import { DeskSite } from './desk-site'
import type { Visitor } from './visitor'

let site: DeskSite
beforeEach(async () => {
  site = await new DeskSite().start()
})
afterEach(() => site.stop())

interface Heard {
  readonly id: string
  readonly event: string
  readonly data: string
}

class Stream {
  readonly heard: Heard[] = []
  isOver = false
  private readonly stopper = new AbortController()
  private constructor(readonly response: Response) {}

  static async open(visitor: Visitor, lastEventId?: string, query = ''): Promise<Stream> {
    const stopper = new AbortController()
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
    const response = await visitor.fetch(`/desk/events${query}`, { headers, signal: stopper.signal })
    const stream = new Stream(response)
    stream.stopper.signal.addEventListener('abort', () => stopper.abort())
    void stream.read()
    return stream
  }

  close(): void {
    this.stopper.abort()
  }

  async until(count: number): Promise<readonly Heard[]> {
    await waitFor(() => this.heard.length >= count)
    return this.heard
  }

  private async read(): Promise<void> {
    let text = ''
    try {
      for await (const chunk of this.response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString()
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
          if (field('event') !== '') this.heard.push({ id: field('id'), event: field('event'), data: field('data') })
        }
      }
    } catch {
      // it was closed
    }
    this.isOver = true
  }
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 200 && !isSo(); n += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  if (!isSo()) throw new Error('It did not happen within two seconds')
}

it('tells which handoff changed, and nothing else of it', async () => {
  const stream = await Stream.open(await site.adviser())
  const id = site.handoffs.add(1, { shown: 'private words' })
  site.handoffs.family(id, 'private words')
  const heard = await stream.until(2)
  expect(heard.map(({ event, data }) => [event, data])).toEqual([
    ['change', JSON.stringify({ handoff: id })],
    ['change', JSON.stringify({ handoff: id })],
  ])
  expect(stream.response.headers.get('cache-control')).toBe('no-store')
})

it('tells nothing of another organisation', async () => {
  const stream = await Stream.open(await site.adviser('mediation'))
  site.handoffs.add(1, { organisation: 'sendiass' })
  const own = site.handoffs.add(2)
  expect((await stream.until(1)).map(({ data }) => data)).toEqual([JSON.stringify({ handoff: own })])
})

it('after a break, tells what was missed, in order and once', async () => {
  const adviser = await site.adviser()
  const first = await Stream.open(adviser)
  site.handoffs.add(1)
  const last = (await first.until(1))[0]?.id ?? ''
  first.close()
  const missed = [2, 3, 4].map((number) => site.handoffs.add(number))
  const second = await Stream.open(adviser, last)
  const now = site.handoffs.add(5)
  expect((await second.until(4)).map(({ data }) => (JSON.parse(data) as { handoff: string }).handoff)).toEqual([...missed, now])
})

it('a page hears what happened between its reading and its first listening', async () => {
  const adviser = await site.adviser()
  await adviser.get('/desk')
  const since = /"since":"([^"]+)"/.exec(adviser.page.html)?.[1] ?? ''
  const id = site.handoffs.add(1)
  const stream = await Stream.open(adviser, undefined, `?since=${since}`)
  expect((await stream.until(1)).map(({ data }) => data)).toEqual([JSON.stringify({ handoff: id })])
})

it.each(['of-another-process-7', '999', '<script>', '-1'])(
  'after a break that is not known any more (%j), says to read everything',
  async (id) => {
    const stream = await Stream.open(await site.adviser(), id)
    expect((await stream.until(1))[0]?.event).toBe('all')
  },
)

it('after more than is kept, says to read everything', async () => {
  const adviser = await site.adviser()
  const first = await Stream.open(adviser)
  const id = site.handoffs.add(1)
  const last = (await first.until(1))[0]?.id ?? ''
  first.close()
  for (let n = 0; n < 201; n += 1) site.handoffs.family(id, `word ${n}`)
  expect((await (await Stream.open(adviser, last)).until(1))[0]?.event).toBe('all')
})

it('says that a desk is open as long as it is', async () => {
  const adviser = await site.adviser()
  const streams = [await Stream.open(adviser), await Stream.open(adviser)]
  expect(site.handoffs.open_desks.get('mediation')).toBe(2)
  for (const stream of streams) stream.close()
  await waitFor(() => site.handoffs.open_desks.get('mediation') === 0)
})

it('of more than twelve at once in one session the oldest ends', async () => {
  const adviser = await site.adviser()
  const streams: Stream[] = []
  for (let n = 0; n < 13; n += 1) streams.push(await Stream.open(adviser))
  await waitFor(() => streams[0]?.isOver === true)
  expect(streams.slice(1).every(({ isOver }) => !isOver)).toBe(true)
})

it('ends when the server stops', async () => {
  const stream = await Stream.open(await site.adviser())
  await site.stop()
  await waitFor(() => stream.isOver)
})

describe('the beat of every fifteen seconds', () => {
  const MINUTE = 60_000
  const realTime = [
    'setTimeout',
    'clearTimeout',
    'setImmediate',
    'clearImmediate',
    'nextTick',
    'queueMicrotask',
    'performance',
    'Date',
    'hrtime',
  ] as const
  beforeEach(() => void jest.useFakeTimers({ doNotFake: [...realTime] }))
  afterEach(() => void jest.useRealTimers())

  it('says two minutes before that the session is about to end, then that it has, and stops', async () => {
    const adviser = await site.adviser()
    const stream = await Stream.open(adviser)
    site.at += 28 * MINUTE - 1
    jest.advanceTimersByTime(15_000)
    site.at += 1
    jest.advanceTimersByTime(15_000)
    expect((await stream.until(1)).map(({ event }) => event)).toEqual(['ending'])
    site.at += 2 * MINUTE
    jest.advanceTimersByTime(15_000)
    expect((await stream.until(2)).map(({ event }) => event)).toEqual(['ending', 'ended'])
    await waitFor(() => stream.isOver)
    await waitFor(() => site.handoffs.open_desks.get('mediation') === 0)
  })

  it('stops for a session that was signed out', async () => {
    const adviser = await site.adviser()
    const stream = await Stream.open(adviser)
    await adviser.press('/desk/sign-out')
    jest.advanceTimersByTime(15_000)
    await waitFor(() => stream.isOver)
  })
})
