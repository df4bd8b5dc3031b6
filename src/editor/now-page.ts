// What an editor sees first: what is live, what waits, what expires soon, what could not be answered, what is switched off.
import { reviewDays } from '../content/check/check-topics'
import { readDraft } from '../content/overlay/drafts'
import { readVersions } from '../content/overlay/read-overlay'
import { form, hidden, type View } from '../desk/staff-frame'
import type { Session } from '../desk/sessions'
import { addDays, inWords } from '../rules/calendar-date'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { EVERYTHING } from './editor-deps'
import { button, field, list, section, select } from './editor-page'
import { recordLine } from './record-page'
import { mayEdit, mayWithdraw, type Editor } from './visit'

const ASKED_DAYS = 90
/** In the order of urgency: at most so many days are left. */
const WARNED = [
  ['expires-red', -1],
  ['expires-7', 7],
  ['expires-30', 30],
  ['expires-60', 60],
] as const

export async function nowPage(editor: Editor, session: Session): Promise<View> {
  return {
    title: editor.say('nav-now'),
    main: [live(editor), waiting(editor, session), expiring(editor, session), await asked(editor, session), off(editor, session)],
  }
}

function live(editor: Editor): Markup {
  const { say, pack, deps } = editor
  const last = readVersions(deps.dir).at(-1)
  const change = last ? say('live-since', { what: recordLine(editor, last.manifest) }) : say('live-untouched')
  const words = element('p', {}, say('live-version', { version: pack.version }))
  return section('live', say('live-title'), words, element('p', {}, change))
}

function waiting(editor: Editor, session: Session): Markup {
  const { say, deps, pack } = editor
  const drafts = [...pack.councils.values()].flatMap(({ id, name }) => {
    const draft = mayEdit(editor, session, id) ? readDraft(deps.dir, id) : null
    return draft ? [{ id, name, names: draft.writers.map((writer) => writer.name).join(', ') }] : []
  })
  const rows = drafts.map(({ id, name, names }) => [
    `${say('waiting-row', { council: name, names })} `,
    element('a', { href: `/editor/council/${id}/preview` }, say('look', { council: name })),
  ])
  return section('waiting', say('waiting-title'), list(rows, say('waiting-none')))
}

function expiring({ say, pack, deps }: Editor, { staff: { organisation } }: Session): Markup {
  const mine = reviewDays(pack, deps.today())
    .filter(({ file, daysLeft }) => daysLeft <= 60 && (organisation === EVERYTHING || file === `councils/${organisation}.yaml`))
    .sort((a, b) => a.daysLeft - b.daysLeft)
  const groups = WARNED.map(([word, most], at) => {
    const least = WARNED[at - 1]?.[1] ?? -Infinity
    return { word, rows: mine.filter(({ daysLeft }) => daysLeft <= most && daysLeft > least) }
  }).filter(({ rows }) => rows.length > 0)
  const shown = groups.flatMap(({ word, rows }) => [
    element('h3', { class: word === 'expires-red' ? 'alarm' : undefined }, say(word)),
    list(
      rows.map(({ file, path, reviewBy }) => [say('expires-row', { day: inWords(reviewBy), what: `${file}, ${path}` })]),
      '',
    ),
  ])
  return section('expires', say('expires-title'), ...(shown.length > 0 ? shown : [element('p', {}, say('expires-none'))]))
}

async function asked({ say, deps, pack }: Editor, { staff: { organisation } }: Session): Promise<Markup> {
  const isMine = ({ council }: { readonly council: string | null }): boolean => organisation === EVERYTHING || council === organisation
  const today = deps.today()
  const counts = (await deps.unanswered.counts(addDays(today, -ASKED_DAYS), today)).filter(isMine)
  const kept = (await deps.unanswered.kept()).filter(isMine)
  const rows = kept.map(({ day, council, text }) => {
    const name = council === null || organisation !== EVERYTHING ? undefined : pack.councils.get(council)?.name
    return [name ? say('asked-where', { day: inWords(day), council: name, text }) : say('asked-row', { day: inWords(day), text })]
  })
  const n = String(counts.reduce((sum, { count }) => sum + count, 0))
  return section('asked', say('asked-title'), element('p', {}, say('asked-count', { n })), list(rows, say('asked-none')))
}

function off({ say, pack }: Editor, session: Session): Markup {
  const title = (id: string): string => pack.topics.get(id)?.title ?? id
  const rows = [...pack.withdrawn].map(([id, { reason, on, by }]) => [
    say('off-row', { title: title(id), day: inWords(on), by, reason }),
    ...(mayWithdraw(session)
      ? [form(session, '/editor/restore', {}, hidden('topic', id), button(say('on-button', { title: title(id) })))]
      : []),
  ])
  const topics = [...pack.topics.values()].filter(({ id }) => !pack.withdrawn.has(id)).sort((a, b) => a.title.localeCompare(b.title))
  const withdraw = form(
    session,
    '/editor/withdraw',
    {},
    select(
      'topic',
      say('off-topic'),
      '',
      topics.map((topic) => [topic.id, topic.title] as const),
    ),
    field('reason', say('off-reason'), ''),
    element('p', { class: 'quiet' }, say('off-how')),
    button(say('off-button')),
  )
  return section('off', say('off-title'), list(rows, say('off-none')), ...(mayWithdraw(session) ? [withdraw] : []))
}
