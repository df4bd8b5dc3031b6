// The team of the tests, its people, and what is read off a card.
import type { Card, Person, Said } from './fake-teams'

export const TENANT = '11111111-1111-4111-8111-111111111111'
export const TEAM = '19:team@thread.tacv2'
export const CHANNEL = '19:queue@thread.tacv2'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: `29:${name.toLowerCase()}`,
  aadObjectId: `aad-${name.toLowerCase()}`,
  name: `${name} Example`,
  givenName: name,
  userPrincipalName: `${name.toLowerCase()}@example.org`,
  userRole: 'user',
  tenantId: TENANT,
  ...more,
})

/** Who is in the team; each test may change them. */
export function people(): Record<'priya' | 'tom' | 'guest', Person> {
  const guest = person('Gus', { userPrincipalName: 'gus_other.org#EXT#@example.org', userRole: 'guest' })
  return { priya: person('Priya'), tom: person('Tom'), guest }
}

export function cardOf(said: Said | undefined): Card {
  const content = said?.attachments?.[0]?.content
  if (!content) throw new Error('no card')
  return content
}

export function textOf(card: Card): string {
  return card.body.flatMap(({ inlines, text }) => inlines?.map((run) => run.text) ?? text ?? '').join('\n')
}

export function verbsOf(card: Card): readonly string[] {
  return card.actions.flatMap(({ verb }) => verb ?? [])
}

export interface Place {
  readonly team?: string
  readonly channel?: string
  readonly tenant?: string
  /** A chat of their own. */
  readonly isPersonal?: boolean
  /** The thread of a card. */
  readonly thread?: string
}

/** What Teams puts on everything that somebody sends. */
export function sentFrom(who: Person, place: Place): object {
  const { team = TEAM, channel = CHANNEL, tenant = TENANT, isPersonal = false, thread = `${channel};messageid=1` } = place
  const conversation = isPersonal
    ? { id: `a:${who.id}`, conversationType: 'personal', tenantId: tenant }
    : { id: thread, conversationType: 'channel', isGroup: true, tenantId: tenant }
  const data = isPersonal ? { tenant: { id: tenant } } : { tenant: { id: tenant }, team: { id: team }, channel: { id: channel } }
  const from = { id: who.id, name: who.name, aadObjectId: who.aadObjectId }
  return { channelId: 'msteams', conversation, from, recipient: { id: '28:bot', name: 'Common Ground' }, channelData: data }
}
