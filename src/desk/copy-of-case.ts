// Everything that is held of one case, as a file for the person it is about: as JSON for programs, and as text for reading.
import type { Held } from '../handoff/handoffs'
import type { Say } from './desk-words'
import { momentLine, type Told } from './handoff-lines'

/** `copy-of-case/1`: everything in the store but keys, and which chat it came from. */
export function copyAsJson({ handoff, summary, shown, contact, relay, events, at }: Held): string {
  const standing = Object.fromEntries(Object.entries(handoff).filter(([name]) => name !== 'conversation' && name !== 'acceptedBy'))
  const lines = relay.map(({ sender, text, at: when }) => ({ sender, text, at: when }))
  const copy = {
    form: 'copy-of-case/1',
    at,
    case: { ...standing, heldBy: handoff.acceptedBy?.name ?? null },
    summary,
    shown,
    contact,
    lines,
    events,
  }
  return `${JSON.stringify(copy, null, 2)}\n`
}

export function copyAsText({ say, london }: Pick<Told, 'say' | 'london'>, held: Held): string {
  const when = (moment: number): string => momentLine(london(moment))
  const { handoff, shown, contact, relay, events, at } = held
  return [
    say('copy-head', { when: when(at) }),
    part(say, 'copy-shown', shown),
    part(say, 'copy-contact', contact),
    part(
      say,
      'copy-lines',
      relay
        .map(({ sender, text, at: then }) => `${when(then)}, ${say(sender === 'family' ? 'talk-family' : 'talk-adviser')}: ${text}`)
        .join('\n'),
    ),
    part(say, 'copy-state', `${say(`state-${handoff.state}`)} ${say(`route-${handoff.route}`)}`),
    part(say, 'copy-events', events.map(({ kind, actorKind, at: then }) => `${when(then)}: ${kind} (${actorKind})`).join('\n')),
  ].join('\n\n')
}

function part(say: Say, heading: 'copy-shown' | 'copy-contact' | 'copy-lines' | 'copy-state' | 'copy-events', text: string | null): string {
  return `${say(heading)}\n${text === null || text === '' ? say('copy-none') : text}`
}
