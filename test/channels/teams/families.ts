// Families who wait for a chat with a desk whose staff may talk from Teams, and a pack that has such a desk.
import type { Pack } from '../../../src/content/pack'
import { words } from '../../../src/content/wording'
import { SHOWN, SUMMARY } from '../../handoff/sample-summary'
import { pack, type TeamsStage } from './teams-stage'

export const EMPLOYER = 'Northshire Charity'
const sendiass = pack.desks.get('demo-sendiass')
if (!sendiass) throw new Error('no demonstration desk')

export const TALKING_PACK: Pack = {
  ...pack,
  desks: new Map(pack.desks).set('demo-sendiass', { ...sendiass, teamsChat: { employer: EMPLOYER, isCouncil: false } }),
}

/** What the permission says where staff talk from Teams. */
export const AGREED = words(pack, 'handoff.teams-told', { voice: 'parent', vars: { employer: EMPLOYER } }).text.trim()

export interface Family {
  readonly id: string
  readonly reference: string
  says(text: string): Promise<'relayed' | 'not-live'>
}

/** One that waits for a chat; its card is in the channel. `shown` as it said yes to it. */
export async function familyWaits(stage: TeamsStage, number = 1, shown = `${SHOWN} ${number}\n${AGREED}`): Promise<Family> {
  const { handoffs } = stage.service
  const leave = handoffs.present('demo-sendiass')
  const id = await handoffs.begin({
    council: 'demo',
    organisation: 'demo-sendiass',
    route: 'live',
    conversation: `chat-${number}`,
    packVersion: '2026.11.1',
  })
  const shared = await handoffs.share({ id, summary: SUMMARY, shown, contact: null, conversationKey: Buffer.alloc(32, number) })
  leave()
  if (shared.kind !== 'shared') throw new Error(`not shared: ${shared.why}`)
  await stage.settle()
  let count = 0
  const says = async (text: string): Promise<'relayed' | 'not-live'> => {
    count += 1
    return handoffs.hearFamily(id, { source: `f${count}`, text })
  }
  return { id, reference: shared.reference, says }
}
