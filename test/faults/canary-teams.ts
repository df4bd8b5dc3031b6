// A team's channel is linked, a family's case is announced there, and its people press and type marked words: gives everything that Teams was sent.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { FakeTeams } from '../channels/teams/fake-teams'
import { cardOf, CHANNEL, people, sentFrom, TEAM } from '../channels/teams/team'
import { CanaryFamily } from './canary-family'
import { CANARIES } from './canary-tokens'
import type { TalkScene } from './canary-talk'

const START = join(__dirname, '../../src/start.mjs')

export async function announceInTeams({ service, patience, words }: Pick<TalkScene, 'service' | 'patience' | 'words'>): Promise<string> {
  const teams = await new FakeTeams().start()
  const { priya } = people()
  teams.members.set(TEAM, [priya])
  let count = 0
  const send = async (activity: object, place: object = {}): Promise<void> => {
    count += 1
    const body = JSON.stringify({ ...sentFrom(priya, place), id: `t${count}`, serviceUrl: teams.url, ...activity })
    const answer = await fetch(`${service.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    await answer.text()
  }
  const type = (text: string, place: object = {}): Promise<void> => send({ type: 'message', text: words.note(text) }, place)
  try {
    await type(`<at>Common Ground</at> link ${linkCode(join(service.folder, 'data'))}`)
    const family = await CanaryFamily.open(service.url)
    await family.toASummary({ 'handoff.ask-phone': [CANARIES.sharedPhone] })
    await family.type('Yes, share this')
    for (const text of family.typed) words.note(text)
    const card = await patience.until('the card', async () => Promise.resolve(teams.cards(CHANNEL)[0] ?? null))
    for (const verb of ['accept', 'put-back', 'accept', 'not-for-us']) {
      const data = cardOf(card.activity).actions.find((action) => action.verb === verb)?.data
      const value = { action: { type: 'Action.Execute', verb, data: { ...data, words: words.note(words.sentence()) } } }
      await send({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: card.id }, { thread: card.conversation })
    }
    for (const command of ['find', 'queue', 'deadline', 'ask', '/end', '']) {
      await type(`<at>Common Ground</at> ${command} ${words.sentence()}`)
      await type(`${command} ${words.sentence()}`, { isPersonal: true })
    }
    await patience.pause(2000)
    words.figures.cards += teams.cards(CHANNEL).length
    return JSON.stringify(teams.messages.map(({ activity, first }) => [activity, first]))
  } finally {
    await teams.stop()
  }
}

/** As the operator makes it, beside the running service. */
function linkCode(data: string): string {
  const env = { ...process.env, PROFILE: 'local', DATA_DIR: data }
  const args = [START, 'cg', 'desk', 'link-code', '--organisation', 'demo-sendiass']
  return /link (\d{3} \d{3} \d{3})/.exec(spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout)?.[1] ?? ''
}
