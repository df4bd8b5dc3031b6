// A machine's clock that is put forward or back by hours: nothing crashes, nothing waits for hours, nothing is lost; the waits of a case are late, never early.
import { HOUR, messagesOf, MINUTE, PRIYA, queued, SECOND, setStage, versionOf } from './stage'

test.each([1, 5, 23])(
  'put back by %d hours while deliveries wait and while one is under way: they go out all the same, once',
  async (hours) => {
    let isDown = true
    const heard: string[] = []
    const stage = setStage({
      tellFamily: async (_conversation, _key, id, message) => {
        if (isDown) throw new Error('down')
        if (!heard.includes(id)) heard.push(id)
        stage.told.push({ conversation: '', deliveryId: id, messageId: message, vars: {} })
      },
    })
    const id = await queued(stage)
    await stage.handoffs.accept(PRIYA, id, await versionOf(stage, id))
    await stage.handoffs.tell(PRIYA, id, { source: 'one', text: 'hello' })
    await stage.pass(SECOND)
    await stage.store.outbox.claim('a process that is gone', { now: stage.clock.now + MINUTE, leaseMs: MINUTE, limit: 10, lane: 'family' })
    stage.clock.now -= hours * HOUR
    isDown = false
    for (let minute = 0; minute < 3; minute += 1) await stage.pass(MINUTE)
    expect(messagesOf(stage)).toEqual(['told-accepted', 'told-joined', 'adviser-line'])
    expect(heard).toHaveLength(3)
    expect((await stage.handoffs.statusOf(id))?.state).toBe('live')
    expect(await stage.store.outbox.pending()).toBe(0)
  },
)
