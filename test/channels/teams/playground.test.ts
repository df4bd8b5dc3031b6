// The same way through a client that is not ours: Microsoft's Agents Playground, where it is on this machine. It is for development only and never shipped.
import { familyWaits, TALKING_PACK } from './families'
import { Playground, playgroundPath } from './playground'
import { TeamsStage } from './teams-stage'

const cli = playgroundPath()
const NOTICE =
  'Microsoft’s Agents Playground is not on this machine, so the way through it was not walked. AGENTS_PLAYGROUND may name its cli.js.'

interface CardEvent {
  readonly action: string
  readonly message: {
    readonly messageId: string
    readonly postConversationId: string
    readonly attachments: readonly { readonly content: { readonly actions: readonly { readonly verb?: string }[] } }[]
  }
}

test('install, link, card, accept, relay both ways, end, as the playground shows them', async () => {
  if (cli === null) return void process.stderr.write(`${NOTICE}\n`)
  const stage = new TeamsStage()
  stage.pack = TALKING_PACK
  await stage.start()
  const playground = await new Playground(cli).start(stage.endpoint)
  try {
    await walk(stage, playground)
    expect(stage.failures).toEqual([])
  } finally {
    await playground.stop()
    await stage.stop()
  }
})

async function walk(stage: TeamsStage, playground: Playground): Promise<void> {
  const { currentUser, personalChat, teams } = playground.config
  const channel = teams[0]?.channels[1]?.id ?? ''
  await playground.post(`/_debug/conversation/${channel}/installation`, {})
  await playground.heard('not linked to a desk yet')
  await playground.type(channel, `link ${await stage.code()}`)
  await playground.heard('This channel is now linked to Northshire SENDIASS')
  await playground.type(channel, 'queue')
  await playground.heard('Nobody is waiting.')

  const family = await familyWaits(stage)
  const { message } = JSON.parse(await playground.heard('createMessage', 'AdaptiveCard', 'Wants to talk in the chat now')) as CardEvent
  const action = message.attachments[0]?.content.actions.find(({ verb }) => verb === 'accept')
  const press = {
    name: 'adaptiveCard/action',
    value: { action },
    from: { id: currentUser.id },
    conversation: { id: message.postConversationId },
  }
  const pressed = await playground.post('/_conversation/v1/invoke', { ...press, replyToId: message.messageId })
  expect(pressed).toContain('Taken by')
  await stage.settle()
  await playground.heard('updateMessage', 'Taken by')
  await playground.heard(personalChat.id, 'You have this case: Family')

  await playground.type(personalChat.id, 'Hello, this is a person.')
  await family.says('He is **out** of school')
  for (let tries = 0; tries < 40 && stage.told.at(-1)?.message !== 'adviser-line'; tries += 1) await stage.pass(100)
  expect(stage.told.at(-1)).toMatchObject({ message: 'adviser-line', vars: { text: 'Hello, this is a person.' } })
  await playground.heard(personalChat.id, 'Family: He is **out** of school')
  await playground.type(personalChat.id, '/end')
  await playground.heard(personalChat.id, 'The case is ended.')
  await stage.settle()
  await playground.heard('updateMessage', 'Ended at')
}
