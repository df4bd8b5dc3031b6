// What a press on a card does: the service decides, by the version that the card was drawn from.
import type { TurnContext } from 'botbuilder-core'
import { z } from 'zod'
import type { Escalated } from '../../rules/handoff/escalation'
import type { Done, Staff } from '../../handoff/handoffs'
import type { Handoff } from '../../rules/handoff/handoff-types'
import { caseLink, type CardVerb } from './queue-card'
import type { TeamsChat } from '../../store/teams-port'
import { isChosen } from './relay-parts'
import type { Asker, StaffParts } from './staff-parts'

const pressed = z.looseObject({
  verb: z.enum(['accept', 'put-back', 'not-for-us']),
  handoff: z.string().regex(/^[\w-]{22}$/),
  version: z.number().int().min(1),
})

/** What was pressed, as the card carries it. */
export type Pressed = z.output<typeof pressed>

/** Null for anything that none of our cards carries. */
export function readPressed(data: unknown): Pressed | null {
  return pressed.safeParse(data).data ?? null
}

/** `handoff`: to be drawn anew for who pressed; null where it is not theirs to see. `text`: what is said instead where no card is drawn. */
export interface PressOutcome {
  readonly handoff: Handoff | null
  readonly isDone: boolean
  /** How far it went that nobody took it. */
  readonly escalated?: Escalated
  readonly text: string
}

/** Where it was pressed, and by whom. */
export interface Presser extends Asker {
  readonly context: Pick<TurnContext, 'activity'>
}

export async function pressCard(parts: StaffParts, presser: Presser, { verb, handoff: id, version }: Pressed): Promise<PressOutcome> {
  const { staff } = presser
  const prepared = verb === 'accept' ? await prepareChat(parts, presser, id) : null
  const came = await does[verb](parts, staff, id, version)
  if (came.kind === 'refused' && prepared) await parts.store.dropChat(prepared)
  if (came.kind === 'done') return { handoff: came.handoff, isDone: true, text: doneWords(parts, verb, id) }
  const isStale = came.why === 'other-version' || came.why === 'wrong-state'
  const now = isStale ? await parts.handoffs.statusOf(id) : null
  const escalated = isStale ? (await parts.handoffs.escalatedOf(staff)).get(id) : undefined
  const text = refusalWords(parts, came)
  return { handoff: now?.organisation === staff.organisation ? now : null, isDone: false, text, ...(escalated ? { escalated } : {}) }
}

/** Before it is theirs, so that what follows from that finds where to go. What is there already stays. */
async function prepareChat({ store, pack, now }: StaffParts, presser: Presser, handoff: string): Promise<TeamsChat | null> {
  const { binding, person, isInTeam, conversation, context } = presser
  const { tenant, organisation, bot, serviceUrl } = binding
  if (!isChosen(pack, organisation)) return null
  if ((await store.chats(handoff)).some((one) => one.tenant === tenant && one.person === person)) return null
  const { id: user } = context.activity.from
  const known = { conversation: isInTeam ? null : conversation, summary: null, lastSeq: -1, sending: null }
  const chat = { handoff, tenant, person, user, bot, serviceUrl, ...known, at: now() }
  await store.putChat(chat)
  return chat
}

const does: Readonly<Record<CardVerb, (parts: StaffParts, staff: Staff, id: string, version: number) => Promise<Done>>> = {
  accept: async ({ handoffs }, staff, id, version) => handoffs.accept(staff, id, version),
  'put-back': async ({ handoffs }, staff, id) => handoffs.putBack(staff, id),
  'not-for-us': async ({ handoffs }, staff, id) => handoffs.end(staff, id, 'adviser-ended'),
}

function doneWords({ words: { say, tell, publicUrl } }: StaffParts, verb: CardVerb, id: string): string {
  if (verb === 'accept') return tell('done-accept', { link: caseLink(publicUrl(), id) })
  return say(verb === 'put-back' ? 'was-put-back' : 'was-not-for-us')
}

/** As the desk says it. */
export function refusalWords({ words: { say, tell } }: Pick<StaffParts, 'words'>, { why, by }: Extract<Done, { kind: 'refused' }>): string {
  switch (why) {
    case 'taken':
      return say('no-taken', { name: by ?? say('no-unknown') })
    case 'not-yours':
      return say('no-not-yours', { name: by ?? say('no-unknown') })
    case 'other-version':
      return tell('card-press-again')
    case 'busy':
      return say('no-busy')
    case 'unknown':
      return say('find-none')
    case 'wrong-state':
    case 'wrong-summary':
      return say('no-wrong-state')
  }
}
