// Find by reference, what could not be delivered, and how often things had to be asked again.
import type { DeadLetter } from '../handoff/handoffs'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { part } from './desk-page'
import { form, hidden, type View } from './staff-frame'
import { momentLine, type Told } from './handoff-lines'
import { lookAgain } from './queue-page'
import type { Notice, Session } from './sessions'

/** The reference is typed into a form that is posted: it never stands in an address. */
export function findPage({ say }: Told, session: Session, problem: Notice | null): View {
  return {
    title: say('find-title'),
    main: [
      form(
        session,
        '/desk/find',
        { autocomplete: 'off', class: 'find' },
        element('label', { for: 'reference' }, say('find-label')),
        element('p', { class: 'quiet', id: 'reference-hint' }, say('find-hint')),
        ...(problem ? [element('p', { class: 'alarm', id: 'reference-problem' }, problem.text)] : []),
        element('input', {
          type: 'text',
          id: 'reference',
          name: 'reference',
          inputmode: 'numeric',
          maxlength: '40',
          required: '',
          spellcheck: 'false',
          'aria-describedby': problem ? 'reference-hint reference-problem' : 'reference-hint',
          'aria-invalid': problem ? 'true' : undefined,
        }),
        element('button', { type: 'submit', class: 'main' }, say('find-button')),
      ),
      element('p', { class: 'quiet' }, say('find-limit')),
    ],
  }
}

export function undeliveredPage(told: Told, session: Session, letters: readonly DeadLetter[]): View {
  const { say, london } = told
  const row = ({ id, handoff, receiver, kind, attempts, lastError, at }: DeadLetter): Markup =>
    element(
      'li',
      {},
      element('p', {}, say('undelivered-row', { receiver, kind })),
      element('p', { class: 'quiet' }, say('undelivered-tries', { n: String(attempts), when: momentLine(london(at)), error: lastError })),
      element('p', {}, element('a', { href: `/desk/case/${handoff}` }, say('undelivered-open', { receiver, kind }))),
      form(
        session,
        '/desk/undelivered',
        { class: 'single' },
        hidden('letter', id),
        element(
          'button',
          { type: 'submit', 'aria-label': `${say('undelivered-retry')}: ${say('undelivered-row', { receiver, kind })}` },
          say('undelivered-retry'),
        ),
      ),
    )
  const none = element('p', {}, say('undelivered-none'))
  return {
    title: say('undelivered-title'),
    main: [
      element('p', { class: 'quiet' }, say('undelivered-how')),
      part('undelivered', undefined, letters.length === 0 ? none : element('ol', { class: 'queue' }, ...letters.map(row))),
      lookAgain(told, '/desk/undelivered'),
    ],
  }
}

export function askedPage(
  { say }: Told,
  counts: Readonly<Record<string, number>>,
  fields: readonly { readonly field: string; readonly label: string }[],
): View {
  const label = (field: string): string => fields.find((one) => one.field === field)?.label ?? field
  const rows = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
  const table = element(
    'table',
    {},
    element(
      'thead',
      {},
      element('tr', {}, element('th', { scope: 'col' }, say('asked-row')), element('th', { scope: 'col' }, say('asked-count'))),
    ),
    element(
      'tbody',
      {},
      ...rows.map(([field, count]) => element('tr', {}, element('th', { scope: 'row' }, label(field)), element('td', {}, String(count)))),
    ),
  )
  return {
    title: say('asked-title'),
    main: [element('p', { class: 'quiet' }, say('asked-how')), rows.length === 0 ? element('p', {}, say('asked-none')) : table],
  }
}
