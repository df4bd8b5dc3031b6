// Every command of staff who may, and what it answers.
import { answerAsk, answerWrong, type LastAsked } from './answer-ask'
import { answerFind, answerHeld, answerQueue } from './answer-cases'
import { answerDeadline } from './answer-deadline'
import { answerDuty, answerHours } from './answer-duty'
import { COUNTED_DECISIONS } from './read-deadline'
import type { StaffCommand } from './read-command'
import type { Asker, StaffParts } from './staff-parts'

/** In Markdown. `link` is answered before it is known who asks. */
export async function answerCommand(
  parts: StaffParts,
  last: LastAsked,
  asker: Asker,
  command: Exclude<StaffCommand, { kind: 'link' }>,
): Promise<string> {
  const { tell } = parts.words
  switch (command.kind) {
    case 'queue':
      return answerQueue(parts, asker)
    case 'find':
      return answerFind(parts, asker, command.rest)
    case 'deadline':
      return answerDeadline(parts, command.rest)
    case 'ask':
      return answerAsk(parts, last, asker, command.rest)
    case 'wrong':
      return answerWrong(parts, last, asker, command.rest)
    case 'hours':
      return answerHours(parts, asker)
    case 'on-duty':
    case 'off-duty':
      return answerDuty(parts, asker, command.kind)
    case 'end':
    case 'put-back':
    case 'code':
      return answerHeld(parts, asker, command.kind)
    case 'help':
      return tell('help', { decisions: COUNTED_DECISIONS.join(', ') })
    case 'unknown':
      return tell('unknown')
  }
}
