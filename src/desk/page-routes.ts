// The desk's pages, and the two forms that belong to no case: find and try again.
import { randomBytes } from 'node:crypto'
import { addDays } from '../rules/calendar-date'
import { casePage } from './case-page'
import { askedPage, findPage, undeliveredPage } from './other-pages'
import { callbacksPage, queuePage } from './queue-page'
import { done, NOT_FOUND, problem, view, type Answer, type Desk, type DeskRoute, type Visit } from './visit'

export function pageRoutes(desk: Desk): readonly DeskRoute[] {
  const { handoffs } = desk.deps
  return [
    {
      method: 'get',
      path: '/desk',
      answer: async ({ session, organisation }) =>
        view(
          queuePage(desk, {
            queue: await handoffs.queueOf(session.staff),
            escalated: await handoffs.escalatedOf(session.staff),
            organisation,
            session,
            hours: await handoffs.hoursOf(organisation.id),
          }),
        ),
    },
    { method: 'post', path: '/desk/hours', answer: async (visit) => setHours(desk, visit) },
    {
      method: 'get',
      path: '/desk/callbacks',
      answer: async ({ session: { staff } }) => view(callbacksPage(desk, await handoffs.queueOf(staff), await handoffs.escalatedOf(staff))),
    },
    { method: 'get', path: '/desk/case/:id', answer: (visit) => openCase(desk, visit) },
    {
      method: 'get',
      path: '/desk/find',
      answer: async ({ session, notice }) => view(findPage(desk, session, notice?.kind === 'problem' ? notice : null)),
    },
    { method: 'post', path: '/desk/find', answer: (visit) => find(desk, visit) },
    {
      method: 'get',
      path: '/desk/undelivered',
      answer: async ({ session }) => view(undeliveredPage(desk, session, await handoffs.deadLetters(session.staff))),
    },
    { method: 'post', path: '/desk/undelivered', answer: (visit) => retry(desk, visit) },
    {
      method: 'get',
      path: '/desk/asked',
      answer: async ({ session: { staff } }) => view(askedPage(desk, await handoffs.askedAgainCounts(staff), desk.fields)),
    },
  ]
}

async function openCase(desk: Desk, { session, id }: Visit): Promise<Answer> {
  const seen = id === '' ? null : await desk.deps.handoffs.open(session.staff, id)
  if (seen === null) return NOT_FOUND
  return view(casePage(desk, { seen, session, fields: desk.fields, source: newSource() }))
}

export function newSource(): string {
  return `desk-${randomBytes(12).toString('base64url')}`
}

async function find({ deps, say }: Desk, { session, form }: Visit): Promise<Answer> {
  const found = await deps.handoffs.find(session.staff, (form.get('reference') ?? '').slice(0, 100))
  switch (found.kind) {
    case 'found':
      return { kind: 'go', to: `/desk/case/${found.id}`, notice: null }
    case 'wrong-check-digit':
      return problem('/desk/find', say('find-wrong'))
    case 'none':
      return problem('/desk/find', say('find-none'))
    case 'too-many':
      return problem('/desk/find', say('find-too-many'))
  }
}

async function retry({ deps, say }: Desk, { session, form }: Visit): Promise<Answer> {
  const isAgain = await deps.handoffs.retry(session.staff, (form.get('letter') ?? '').slice(0, 100))
  return isAgain ? done('/desk/undelivered', say('undelivered-retried')) : NOT_FOUND
}

/** Until midnight in Europe/London. The field is a time of today, later than now. */
async function setHours({ deps, say, london, now }: Desk, { session, form }: Visit): Promise<Answer> {
  const { today, time } = london(now())
  const endsAt = deps.moment(addDays(today, 1), '00:00')
  const until = form.get('until') ?? ''
  switch (form.get('today')) {
    case 'closed':
      await deps.handoffs.setHours(session.staff, { openUntil: null, endsAt })
      return done('/desk', say('hours-saved'))
    case 'open':
      if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(until) || until <= (time ?? '')) return problem('/desk', say('hours-wrong'))
      await deps.handoffs.setHours(session.staff, { openUntil: deps.moment(today, until), endsAt })
      return done('/desk', say('hours-saved'))
    case 'usual':
      await deps.handoffs.setHours(session.staff, null)
      return done('/desk', say('hours-usual-saved'))
    default:
      return problem('/desk', say('problem'))
  }
}
