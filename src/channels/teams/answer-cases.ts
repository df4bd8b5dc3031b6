// Commands about cases: the queue, a reference that a caller reads out, and the case that somebody holds.
import type { Handoff } from '../../rules/handoff/handoff-types'
import { inThrees } from '../../rules/handoff/reference'
import { aboutLine, councilName, riskLine, waitingLine } from '../../desk/handoff-lines'
import { caseLink } from './queue-card'
import { refusalWords } from './press-card'
import type { Asker, StaffParts } from './staff-parts'

const LINES = 10

export async function answerQueue({ handoffs, words }: StaffParts, { staff }: Asker): Promise<string> {
  const { say, tell } = words
  const queue = await handoffs.queueOf(staff)
  if (queue.length === 0) return say('queue-none')
  const lines = queue.slice(0, LINES).map((handoff) => `- ${queueLine(words, handoff)}`)
  const more = queue.length - lines.length
  return [...lines, ...(more > 0 ? [`- ${tell('queue-more', { n: String(more) })}`] : [])].join('\n')
}

function queueLine(words: StaffParts['words'], handoff: Handoff): string {
  const { say, tell } = words
  const holder = handoff.acceptedBy ? say('held-by', { name: handoff.acceptedBy.name }) : say('state-queued')
  return tell('queue-line', {
    risk: riskLine(words, handoff),
    about: aboutLine(words, handoff),
    council: councilName(words, handoff.council),
    waiting: waitingLine(words, handoff),
    holder,
  })
}

/** Through the service, which counts the look-ups and writes each down. */
export async function answerFind({ handoffs, words }: StaffParts, { staff }: Asker, rest: string): Promise<string> {
  const { say, tell, publicUrl } = words
  if (!/\d/.test(rest)) return tell('find-no-reference')
  const found = await handoffs.find(staff, rest)
  switch (found.kind) {
    case 'wrong-check-digit':
      return say('find-wrong')
    case 'too-many':
      return say('find-too-many')
    case 'none':
      return say('find-none')
    case 'found': {
      const handoff = await handoffs.statusOf(found.id)
      if (handoff?.organisation !== staff.organisation) return say('find-none')
      const [state, risk] = [say(`state-${handoff.state}`), riskLine(words, handoff)]
      return tell('found', { state, risk, link: caseLink(publicUrl(), found.id) })
    }
  }
}

/** `/end`, `/putback` and `/code`: about the one case that they hold. */
export async function answerHeld(parts: StaffParts, asker: Asker, kind: 'end' | 'put-back' | 'code'): Promise<string> {
  const { handoffs, words } = parts
  const { say, tell } = words
  const { staff } = asker
  if (kind === 'code' && asker.isInTeam) return tell('code-private')
  const [held, ...others] = (await handoffs.queueOf(staff)).filter(({ acceptedBy }) => acceptedBy?.id === staff.id)
  if (!held) return tell('hold-none')
  if (others.length > 0) return tell('hold-several', { n: String(others.length + 1) })
  if (kind === 'code') {
    const reference = (await handoffs.open(staff, held.id))?.reference
    return reference ? tell('code', { reference: inThrees(reference) }) : tell('code-gone')
  }
  const came = kind === 'end' ? await handoffs.end(staff, held.id, 'adviser-ended') : await handoffs.putBack(staff, held.id)
  if (came.kind === 'refused') return refusalWords(parts, came)
  return kind === 'end' ? tell('done-ended') : say('was-put-back')
}
