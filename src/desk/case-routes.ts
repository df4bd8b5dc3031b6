// What the forms of a case do: each asks the service, which alone decides, and says what it came to.
import { parseCalendarDate } from '../rules/calendar-date'
import type { Done } from '../handoff/handoffs'
import type { DeskWord, Say } from './desk-words'
import { TALK_CAP } from './talk-view'
import { done, NOT_FOUND, problem, type Answer, type Desk, type DeskRoute, type Visit } from './visit'

const OUTCOMES = { spoke: 'spoke-saved', 'no-answer': 'no-answer-saved', 'certificate-issued': 'certificate-saved' } as const
type OutcomeName = keyof typeof OUTCOMES

export function caseRoutes(desk: Desk): readonly DeskRoute[] {
  const { deps, say } = desk
  const { handoffs } = deps
  const act = (action: string, answer: (visit: Visit) => Promise<Answer>): DeskRoute => ({
    method: 'post',
    path: `/desk/case/:id/${action}`,
    answer: async (visit) => (visit.id === '' ? NOT_FOUND : answer(visit)),
  })
  return [
    act('accept', async (visit) =>
      told(say, visit, await handoffs.accept(visit.session.staff, visit.id, Number(visit.form.get('version'))), 'accepted'),
    ),
    act('put-back', async (visit) => told(say, visit, await handoffs.putBack(visit.session.staff, visit.id), 'was-put-back')),
    act('not-for-us', async (visit) =>
      told(say, visit, await handoffs.end(visit.session.staff, visit.id, 'adviser-ended'), 'was-not-for-us'),
    ),
    act('outcome', (visit) => outcome(desk, visit)),
    act('contact', (visit) => contactMade(desk, visit)),
    act('tell', (visit) => tell(desk, visit)),
    act('close', async (visit) => {
      const ended = await handoffs.end(visit.session.staff, visit.id, 'done')
      if (ended.kind === 'done') await askedAgain(desk, visit)
      return told(say, visit, ended, 'closed')
    }),
    act('asked', async (visit) => ((await askedAgain(desk, visit)) ? done(caseOf(visit), say('asked-saved')) : NOT_FOUND)),
  ]
}

function caseOf({ id }: Visit): string {
  return `/desk/case/${id}`
}

function told(say: Say, visit: Visit, came: Done, word: DeskWord): Answer {
  if (came.kind === 'done') return done(caseOf(visit), say(word))
  switch (came.why) {
    case 'unknown':
      return NOT_FOUND
    case 'taken':
      return problem(caseOf(visit), say('no-taken', { name: came.by ?? say('no-unknown') }))
    case 'not-yours':
      return problem(caseOf(visit), say('no-not-yours', { name: came.by ?? say('no-unknown') }))
    case 'other-version':
      return problem(caseOf(visit), say('no-other-version'))
    case 'busy':
      return problem(caseOf(visit), say('no-busy'))
    case 'wrong-state':
    case 'wrong-summary':
      return problem(caseOf(visit), say('no-wrong-state'))
  }
}

async function outcome({ deps, say }: Desk, visit: Visit): Promise<Answer> {
  const name = visit.form.get('outcome') ?? ''
  if (!isOutcome(name)) return problem(caseOf(visit), say('problem'))
  return told(say, visit, await deps.handoffs.outcome(visit.session.staff, visit.id, name), OUTCOMES[name])
}

function isOutcome(name: string): name is OutcomeName {
  return Object.hasOwn(OUTCOMES, name)
}

/** Any day up to today. */
async function contactMade({ deps, say, london, now }: Desk, visit: Visit): Promise<Answer> {
  const on = parseCalendarDate((visit.form.get('on') ?? '').trim())
  const { today } = london(now())
  if (on === null || on > today) return problem(caseOf(visit), say('contact-wrong'))
  return told(say, visit, await deps.handoffs.contactMade(visit.session.staff, visit.id, on), 'contact-saved')
}

async function tell({ deps, say }: Desk, visit: Visit): Promise<Answer> {
  const text = (visit.form.get('text') ?? '').trim().slice(0, TALK_CAP)
  const source = visit.form.get('source') ?? ''
  if (text === '' || !/^[\w-]{8,100}$/.test(source)) return problem(caseOf(visit), say('talk-empty'))
  return told(say, visit, await deps.handoffs.tell(visit.session.staff, visit.id, { source, text }), 'talk-sent')
}

async function askedAgain({ deps, fields }: Desk, { session, id, form }: Visit): Promise<boolean> {
  const known = new Set(fields.map(({ field }) => field))
  return deps.handoffs.askedAgain(
    session.staff,
    id,
    [...new Set(form.getAll('asked'))].filter((field) => known.has(field)),
  )
}
