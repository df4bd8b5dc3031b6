import { BotAdapter, TurnContext } from 'botbuilder-core'
import type { Activity, ResourceResponse } from 'botframework-schema'
import { createTalk, type Talk } from '../../dialogs/talk'
import { createBot, fingerprintOf, MemoryConflict } from '../../src/bot/run-turn'
import { TURN } from '../../src/bot/state-port'
import { turnInMemory } from '../../src/bot/turn-in-memory'
import { loadPack } from '../../src/content/load'
import { contentDir } from '../../src/project-root'
import { createTalkTools } from '../../src/talk-tools'
import { day } from '../holidays'

class Stage extends BotAdapter {
  said: string[] = []
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.said.push(...activities.map(({ channelData }) => (channelData as { advice: { message: string } }).advice.message))
    return []
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

const pack = loadPack(contentDir)
const talk = createTalk(
  createTalkTools({
    pack,
    now: () => ({ today: day('2026-11-20'), time: null }),
    findTopic: async () => ({ kind: 'not-sure', topics: [], others: [], words: '' }),
  }),
)

function conversation(talking: Talk = talk) {
  const bot = createBot(talking)
  const turn = turnInMemory({ council: null, sealed: true })
  const hear = async (activity: Partial<Activity>, states = turn.states): Promise<readonly string[]> => {
    const stage = new Stage()
    const context = new TurnContext(stage, {
      channelId: 'directline',
      conversation: { id: 'c' },
      from: { id: 'u' },
      recipient: { id: 'b' },
      ...activity,
    } as Activity)
    context.turnState.set(TURN, { ...turn, states })
    await bot(context)
    return stage.said
  }
  return {
    hear,
    say: (text: string) => hear({ type: 'message', text }),
    saved: turn.saved,
    put: (value: string) => turn.put({ value, version: 7 }),
  }
}

describe('a turn', () => {
  it('greets who joins once, and nobody for the bot itself', async () => {
    const { hear } = conversation()
    expect(await hear({ type: 'conversationUpdate', membersAdded: [{ id: 'b', name: '' }] })).toEqual([])
    expect(await hear({ type: 'conversationUpdate', membersAdded: [{ id: 'u', name: '' }] })).toEqual(['greeting.hello'])
    expect(await hear({ type: 'conversationUpdate', membersAdded: [{ id: 'u', name: '' }] })).toEqual([])
    expect(await hear({ type: 'typing' })).toEqual([])
  })

  it('greets first where nobody joined before the first message', async () => {
    const { say } = conversation()
    expect(await say('hello')).toEqual(['greeting.hello'])
    expect(await say('letter about my child')).toEqual(['triage.ask-decision'])
  })

  it('answers a file with words, alone and beside words', async () => {
    const { say, hear } = conversation()
    await say('hello')
    const attachments = [{ contentType: 'image/png', contentUrl: 'x' }]
    expect(await hear({ type: 'message', text: '', attachments })).toEqual(['bot.attachment', 'greeting.hello-back'])
    expect(await hear({ type: 'message', text: 'letter about my child', attachments })).toEqual(['bot.attachment', 'triage.ask-decision'])
  })

  it('begins again politely, with the dates kept, when a release has other steps', async () => {
    const { say, saved, put } = conversation()
    await say('hello')
    for (const text of ['letter about my child', '1', '9 Oct', 'yes']) await say(text)
    const memory = JSON.parse(saved()!.value) as { steps: string; facts: object }
    put(JSON.stringify({ ...memory, steps: 'of another release' }))
    expect(await say('no')).toEqual(['greeting.begun-again', 'greeting.hello'])
    expect(JSON.parse(saved()!.value)).toMatchObject({ steps: fingerprintOf(talk.steps), facts: memory.facts })
    expect(memory.facts).toMatchObject({ letterDate: '2026-10-09', decision: 'refuse-assess' })
  })

  it('keeps choices and dates, never typed words', async () => {
    const { say, saved } = conversation()
    await say('zebrafinch hello')
    for (const text of ['zebrafinch', 'letter about my child', 'zebrafinch 1', '1', 'zebrafinch 9 Oct', 'yes', 'zebrafinch?'])
      await say(text)
    expect(saved()!.value).not.toContain('zebrafinch')
  })

  it('does not overwrite what another turn saved meanwhile', async () => {
    const { hear } = conversation()
    const lost = { read: async () => null, write: async () => false, remove: async () => undefined }
    await expect(hear({ type: 'message', text: 'hello' }, lost)).rejects.toBeInstanceOf(MemoryConflict)
  })

  it('deletes and writes anew in one turn', async () => {
    const { say, saved } = conversation()
    await say('hello')
    for (const text of ['letter about my child', '1', '9 Oct', 'yes', 'delete my information', 'yes']) await say(text)
    expect(JSON.parse(saved()!.value)).toMatchObject({ facts: {}, greeted: true })
    expect(saved()!.version).toBe(1)
  })
})
