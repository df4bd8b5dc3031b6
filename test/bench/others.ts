// What we are compared with, each a process of its own: a bare handler, Microsoft's echo bot and three-step waterfall, the successor SDK's echo.
import { CloudAdapter, ConversationState, MemoryStorage, MessageFactory, type TurnContext } from 'botbuilder'
import { DialogSet, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { createServer, plugins, type Request, type Response } from 'restify'

type Answer = (request: Request, response: Response) => Promise<void>

const echo = (): Answer => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  return async (request, response) =>
    adapter.process(request as never, response as never, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`))
    })
}

/** Name, then a date, then yes or no: the sample of the SDK's documentation, with the memory it comes with. */
const waterfall = (): Answer => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const state = new ConversationState(new MemoryStorage())
  const dialogs = new DialogSet(state.createProperty('dialogs'))
  dialogs.add(new TextPrompt('text'))
  dialogs.add(
    new WaterfallDialog('three', [
      (step) => step.prompt('text', 'What does the letter say?'),
      (step) => step.prompt('text', 'What date is on it?'),
      (step) => step.prompt('text', `${String(step.result)}. Is that right?`),
      async (step) => {
        await step.context.sendActivity('Thank you.')
        return step.endDialog()
      },
    ]),
  )
  const turn = async (context: TurnContext): Promise<void> => {
    const dialog = await dialogs.createContext(context)
    const { status } = await dialog.continueDialog()
    if (status === 'empty') await dialog.beginDialog('three')
    await state.saveChanges(context)
  }
  return async (request, response) => adapter.process(request as never, response as never, turn)
}

const successor = async (): Promise<Answer> => {
  const { ActivityHandler, CloudAdapter: Successor } = await import('@microsoft/agents-hosting')
  const bot = new ActivityHandler()
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text ?? ''}`)
    await next()
  })
  const adapter = new Successor()
  return async (request, response) => adapter.process(request as never, response as never, (context) => bot.run(context))
}

const bare: Answer = async (request, response) => {
  const { text } = request.body as { text: string }
  response.json({ activities: [{ type: 'message', text: `Echo: ${text}` }] })
}

async function main(): Promise<void> {
  const make: Readonly<Record<string, () => Answer | Promise<Answer>>> = { bare: () => bare, echo, waterfall, successor }
  const answer = await make[process.argv[2] ?? '']?.()
  if (!answer) throw new Error('bare, echo, waterfall or successor')
  const server = createServer()
  server.use(plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', answer)
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.url}\n`))
}

void main()
