// What a family is told without having spoken: news of a handoff, and what an adviser types.
import type { Activity } from 'botframework-schema'
import type { Pack } from '../content/pack'
import { PACK_LANGUAGE, words } from '../content/wording'

const ADVISER_LINE = 'handoff.adviser-line'
/** SEND Regs 2014 reg 33: until an adviser has recorded contact, every message of a handoff to a mediation line says so. */
const NOT_CONTACT = 'handoff.not-contact-no-date'

/** As a message of the chat. What an adviser types is plain text under their name, never read as Markdown. */
export function toldActivity(pack: Pack, id: string, vars: Readonly<Record<string, string>>): Partial<Activity> {
  const { phone = '', notContact, ...others } = vars
  const say = (message: string, values: Record<string, string>): string =>
    words(pack, message, { voice: 'parent', vars: values }).text.trim()
  const phoneLine = phone === '' ? say('handoff.phone-in-letter', {}) : say('handoff.phone', { phone })
  const isAdviser = id === ADVISER_LINE
  return {
    type: 'message',
    text: [say(id, needed(pack, id, { ...others, phone: phoneLine })), ...(notContact ? [say(NOT_CONTACT, {})] : [])].join('\n\n'),
    textFormat: isAdviser ? 'plain' : 'markdown',
    locale: PACK_LANGUAGE,
    ...(isAdviser ? { from: { id: 'bot', name: others['name'] ?? '' } } : {}),
    inputHint: 'acceptingInput',
    channelData: { advice: { v: 1, kind: 'handoff', message: id, pack: { id: pack.id, version: pack.version } } },
  }
}

function needed(pack: Pack, id: string, vars: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries((pack.messages.get(id)?.vars ?? []).map((name) => [name, vars[name] ?? '']))
}
