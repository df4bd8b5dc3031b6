// Whom to ring: the people for a council where the pack knows them, and what works everywhere where it does not.
import { WaterfallDialog, type DialogTurnResult, type WaterfallStepContext } from 'botbuilder-dialogs'
import { councilContacts, everywhereContacts } from '../src/content/contacts'
import { ASK, type Question } from './ask'
import type { Answer } from './readers'
import { say } from './say'
import { remember, visitOf } from './visit'

export const CONTACT = 'contact'

async function askCouncil(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const known = visit.memory.facts.council ?? visit.council
  if (known !== null && visit.pack.councils.has(known)) return step.next({ kind: 'council', id: known } satisfies Answer)
  return step.beginDialog(ASK, { id: 'contact.ask-council', reader: 'council' } satisfies Question)
}

async function giveContacts(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const visit = visitOf(step)
  const answer = step.result as Answer
  const council = answer.kind === 'council' ? visit.pack.councils.get(answer.id) : undefined
  if (council) {
    remember(visit, { council: council.id })
    const { text, sources } = councilContacts(visit.pack, council, visit.when.today)
    await say(step, 'contact.council', { council: council.name, contacts: text }, { sources })
  } else {
    await say(step, 'contact.not-listed', { contacts: everywhereContacts(visit.pack, visit.when.today) })
  }
  return step.endDialog()
}

export const contactSteps = [askCouncil, giveContacts]

export function contactDialog(): WaterfallDialog {
  return new WaterfallDialog(CONTACT, contactSteps)
}
