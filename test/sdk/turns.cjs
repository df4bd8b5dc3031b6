// Turns with the SDK that a file in the project would be given: what was said, what failed, and how many bytes a turn leaves behind for the
// collection of the whole heap, which is not made meanwhile.
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { getHeapSpaceStatistics } = require('node:v8')

const sdk = createRequire(join(process.cwd(), process.argv[2]))
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = sdk('botbuilder')
const { DialogSet, TextPrompt, WaterfallDialog } = sdk('botbuilder-dialogs')

const [said, faults] = [[], []]
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
adapter.onTurnError = async (_context, error) => void faults.push(error.message)
const state = new ConversationState(new MemoryStorage())
const dialogs = new DialogSet(state.createProperty('dialogs'))
dialogs.add(new TextPrompt('text'))
dialogs.add(
  new WaterfallDialog('two', [
    (step) => step.prompt('text', 'When?'),
    async (step) => {
      await step.context.sendActivity(`On ${step.result}`)
      return step.endDialog()
    },
  ]),
)

async function hear(context) {
  if (context.activity.text === 'fail') throw new Error('failed')
  const dialog = await dialogs.createContext(context)
  if ((await dialog.continueDialog()).status === 'empty') await dialog.beginDialog('two')
  await state.saveChanges(context)
}

async function say(text) {
  const shared = { channelId: 'emulator', serviceUrl: 'http://127.0.0.1:9', conversation: { id: 'c' } }
  const activity = { ...shared, type: 'message', deliveryMode: 'expectReplies', from: { id: 'u' }, recipient: { id: 'b' }, text }
  const { body } = await adapter.processActivity('', activity, hear)
  said.push(...body.activities.map((reply) => reply.text))
}

/** In turns of the event loop of 50 each, as many as would be collected together. */
async function many(turns) {
  for (let turn = 1; turn <= turns; turn += 1) {
    await say('hello')
    if (turn % 50 === 0) await new Promise(setImmediate)
    if (turn % 50 === 0) globalThis.gc({ type: 'minor' })
  }
  globalThis.gc({ type: 'minor' })
}

const survivors = () => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space').space_used_size

async function main() {
  for (const text of ['hello', '9 October', 'fail', 'again']) await say(text)
  const heard = [...said]
  await many(500)
  globalThis.gc()
  const before = survivors()
  await many(300)
  console.log(JSON.stringify({ said: heard, faults, left: Math.round((survivors() - before) / 300) }))
}

void main()
