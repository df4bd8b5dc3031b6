// A second host: the successor SDK carries the messages, the same core talks. Shows how far the way out of the archived SDK goes.
import { CloudAdapter, type TurnContext as SuccessorContext } from '@microsoft/agents-hosting'
import { TurnContext } from 'botbuilder-core'
import type { Activity } from 'botframework-schema'
import { createServer, plugins } from 'restify'
import type { BotLogic } from '../../src/bot/run-turn'
import { TURN, type Turn } from '../../src/bot/state-port'
import { Stage } from '../stage-adapter'

export interface SecondHost {
  readonly url: string
  /** Whom the next messages reach, and what is remembered of the conversation. */
  serve(bot: BotLogic, turn: Turn): void
  close(): Promise<void>
}

/** Listens on loopback. */
export async function openSecondHost(): Promise<SecondHost> {
  let core: { readonly bot: BotLogic; readonly turn: Turn } | null = null
  const adapter = new CloudAdapter()
  const server = createServer()
  server.use(plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response as never, async (context) => {
      if (core) await talk(context, core.bot, core.turn)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: server.url.replace('[::]', '127.0.0.1'),
    serve: (bot, turn) => void (core = { bot, turn }),
    close: async () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The one bridge: their context in, ours through the core, what it says back into theirs. */
async function talk(theirs: SuccessorContext, bot: BotLogic, turn: Turn): Promise<void> {
  const stage = new Stage()
  // Their activity keeps its channel behind a getter; how replies travel is their affair, and ours would hold them back for it.
  const activity = { ...theirs.activity, channelId: theirs.activity.channelId, deliveryMode: undefined }
  const ours = new TurnContext(stage, activity as unknown as Activity)
  ours.turnState.set(TURN, turn)
  await bot(ours)
  for (const said of stage.sent) await theirs.sendActivity(said as never)
}

/** One activity over HTTP; gives what was said, as it comes back in the response. */
export async function tell(host: SecondHost, activity: Activity): Promise<readonly Partial<Activity>[]> {
  const whole = { ...activity, serviceUrl: 'http://127.0.0.1:9/', deliveryMode: 'expectReplies' }
  // The successor refuses an empty name, which the first SDK sends itself.
  const body = JSON.stringify(whole, (key, value: unknown) => (key === 'name' && value === '' ? undefined : value))
  const answer = await fetch(`${host.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!answer.ok) throw new Error(`The second host answered ${answer.status}`)
  return ((await answer.json()) as { activities?: readonly Partial<Activity>[] }).activities ?? []
}
