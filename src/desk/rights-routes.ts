// What a family may ask for at the desk: a copy of everything, taken out only after a fresh sign-in, and that it is deleted.
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { copyAsJson, copyAsText } from './copy-of-case'
import { form } from './staff-frame'
import type { Told } from './handoff-lines'
import type { Session } from './sessions'
import { section } from './summary-view'
import { done, NOT_FOUND, problem, view, type Answer, type Desk, type DeskRoute, type Visit } from './visit'

/** A copy leaves the desk: whoever takes it has just shown who they are. Milliseconds. */
const FRESH_MS = 10 * 60_000

export function rightsRoutes(desk: Desk): readonly DeskRoute[] {
  return [
    { method: 'post', path: '/desk/case/:id/copy', answer: async (visit) => copy(desk, visit) },
    { method: 'post', path: '/desk/case/:id/erase', answer: async (visit) => erase(desk, visit) },
  ]
}

/** At the end of a case: rarely needed, and not to be pressed by mistake. */
export function rightsSection({ say }: Told, session: Session, id: string): Markup {
  const kind = (value: string, label: string): Markup =>
    element('button', { type: 'submit', name: 'form', value, id: `do-copy-${value}` }, label)
  return section(
    'rights',
    say('rights-title'),
    element('p', { class: 'quiet' }, say('rights-how')),
    form(session, `/desk/case/${id}/copy`, { class: 'row' }, kind('text', say('copy-text')), kind('json', say('copy-json'))),
    form(
      session,
      `/desk/case/${id}/erase`,
      {},
      element(
        'label',
        { class: 'tick' },
        element('input', { type: 'checkbox', name: 'sure', value: 'yes', id: 'erase-sure', required: '' }),
        element('span', {}, say('erase-sure')),
      ),
      element('button', { type: 'submit', id: 'do-erase' }, say('erase')),
    ),
  )
}

async function copy(desk: Desk, { session, id, form: given }: Visit): Promise<Answer> {
  const { deps, say, now } = desk
  if (now() - session.beganAt > FRESH_MS) return view({ title: say('fresh-title'), main: [say('fresh'), again(desk)], status: 403 })
  const held = id === '' ? null : await deps.handoffs.copyOf(session.staff, id)
  if (held === null) return NOT_FOUND
  const name = `case-${id.slice(0, 6)}`
  return given.get('form') === 'json'
    ? { kind: 'file', name: `${name}.json`, type: 'application/json', body: copyAsJson(held) }
    : { kind: 'file', name: `${name}.txt`, type: 'text/plain', body: copyAsText(desk, held) }
}

function again({ deps, say }: Desk): Markup {
  if (deps.signIn.kind === 'local') return element('p', {}, say('fresh-local'))
  return element('p', {}, element('a', { href: '/desk/sign-in/start?fresh=1', class: 'button main' }, say('sign-in-button')))
}

async function erase({ deps, say }: Desk, { session, id, form: given }: Visit): Promise<Answer> {
  if (given.get('sure') !== 'yes' && id !== '')
    return (await deps.handoffs.open(session.staff, id)) ? problem(`/desk/case/${id}`, say('erase-not-sure')) : NOT_FOUND
  const isErased = id !== '' && (await deps.handoffs.erase(session.staff, id))
  return isErased ? done(`/desk/case/${id}`, say('erased')) : NOT_FOUND
}
