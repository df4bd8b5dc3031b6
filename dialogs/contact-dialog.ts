// Whom to ring: the people for a council where the pack knows them, and what works everywhere where it does not.
import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'
import { councilContacts } from '../src/content/contacts'
import type { CouncilAnswer } from './council-dialog'
import { say } from './say'
import { remember, visitOf } from './visit'
import { CONTACT, COUNCIL, HANDOFF } from './dialog-names'
import { Waterfall } from './waterfall'

/** The entry that says what works for a council that the pack does not have. */
const NOT_LISTED = 'not-listed'

async function askCouncil(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const known = visit.memory.facts.council ?? visit.council
  if (known !== null && visit.pack.councils.has(known)) return step.next({ kind: 'council', id: known } satisfies CouncilAnswer)
  return step.beginDialog(COUNCIL)
}

async function giveContacts(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as CouncilAnswer
  if (answer.kind === 'elsewhere') return step.endDialog()
  const id = answer.kind === 'council' ? answer.id : NOT_LISTED
  const council = visit.pack.councils.get(id)
  if (!council) throw new Error('The content pack has no such council')
  if (id !== NOT_LISTED) remember(visit, { council: id })
  const { text, sources } = councilContacts(visit.pack, council, visit.when.today)
  if (id === NOT_LISTED) await say(step, 'contact.not-listed', { contacts: text }, { sources })
  else await say(step, 'contact.council', { council: council.name, contacts: text }, { sources })
  return step.replaceDialog(HANDOFF)
}

export const contactSteps = [askCouncil, giveContacts]

export function contactDialog(): Waterfall {
  return new Waterfall(CONTACT, contactSteps)
}
