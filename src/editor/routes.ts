// Every page and form of an editor who is signed in.
import { councilText, councilValues } from '../content/overlay/council-text'
import { dropDraft, readDraft } from '../content/overlay/drafts'
import { readVersions } from '../content/overlay/read-overlay'
import { element } from '../web/view/element'
import { councilPage } from './council-page'
import { nowPage } from './now-page'
import { patchOf } from './patch'
import { previewPage } from './preview-page'
import { publishDraft, switchTopic, takeBack, write } from './publishing'
import { recordPage } from './record-page'
import { done, personOf, mayEdit, mayWithdraw, NOT_FOUND, problem, type Answer, type Editor, type EditorRoute, type Visit } from './visit'

export function editorRoutes(editor: Editor): readonly EditorRoute[] {
  const { deps, say } = editor
  const council = (method: 'get' | 'post', tail: string, answer: (visit: Visit) => Answer): EditorRoute => ({
    method,
    path: `/editor/council/:id${tail}`,
    answer: async (visit) => (mayEdit(editor, visit.session, visit.id) ? answer(visit) : NOT_FOUND),
  })
  return [
    { method: 'get', path: '/editor', answer: async ({ session }) => ({ kind: 'view', view: await nowPage(editor, session) }) },
    { method: 'get', path: '/editor/council', answer: async (visit) => councils(editor, visit) },
    { method: 'get', path: '/editor/record', answer: async ({ session }) => ({ kind: 'view', view: recordPage(editor, session) }) },
    { method: 'get', path: '/editor/export', answer: async () => patch(editor) },
    council('get', '', (visit) => edit(editor, visit)),
    council('post', '', (visit) => save(editor, visit)),
    council('get', '/preview', ({ session, id }) => {
      const view = previewPage(editor, session, id)
      return view ? { kind: 'view', view } : problem('/editor', say('no-draft'))
    }),
    council('post', '/publish', (visit) => publish(editor, visit)),
    council('post', '/drop', ({ id }) => {
      dropDraft(deps.dir, id)
      return done('/editor', say('dropped'))
    }),
    { method: 'post', path: '/editor/take-back', answer: async (visit) => back(editor, visit) },
    { method: 'post', path: '/editor/withdraw', answer: async (visit) => turn(editor, visit, 'withdraw') },
    { method: 'post', path: '/editor/restore', answer: async (visit) => turn(editor, visit, 'restore') },
    { method: 'post', path: '/editor/sign-out', answer: async () => ({ kind: 'signed-out' }) },
  ]
}

function councils(editor: Editor, { session }: Visit): Answer {
  const { say, pack } = editor
  const mine = [...pack.councils.values()].filter(({ id }) => mayEdit(editor, session, id))
  const items = mine.map(({ id, name }) => element('li', {}, element('a', { href: `/editor/council/${id}` }, name)))
  return { kind: 'view', view: { title: say('councils-title'), main: [say('councils-how'), element('ul', {}, ...items)] } }
}

/** The draft goes on where there is one. */
function edit(editor: Editor, { session, id }: Visit): Answer {
  const { contentDir, dir } = editor.deps
  const draft = readDraft(dir, id)
  const values = councilValues(draft?.text ?? councilText(contentDir, dir, id))
  return { kind: 'view', view: councilPage(editor, session, { id, values, faults: [], reason: draft?.reason ?? '' }) }
}

function save(editor: Editor, { session, id, form }: Visit): Answer {
  const came = write(editor.deps, personOf(session), id, form)
  if ('council' in came) return done(`/editor/council/${id}/preview`, editor.say('saved'))
  const shown = { id, values: councilValues(came.text), faults: came.faults, reason: form.get('reason') ?? '' }
  return { kind: 'view', view: councilPage(editor, session, shown) }
}

function publish({ deps, say }: Editor, { session, id, form }: Visit): Answer {
  const came = publishDraft(deps, personOf(session), id, form.get('seal') ?? '')
  switch (came) {
    case 'done':
      return done('/editor', say('published', { version: deps.editions.live.version }))
    case 'own':
    case 'other':
      return problem(`/editor/council/${id}/preview`, say(`no-${came}`))
    case 'none':
      return problem('/editor', say('no-none'))
  }
}

function back(editor: Editor, { session, form }: Visit): Answer {
  const { deps, say } = editor
  const number = Number(form.get('number'))
  const about = readVersions(deps.dir).find(({ manifest }) => manifest.number === number)?.manifest.about ?? ''
  if (!mayEdit(editor, session, about)) return NOT_FOUND
  const isBack = takeBack(deps, personOf(session), number, say('taken-back-why', { n: String(number) }))
  return isBack ? done('/editor', say('taken-back')) : problem('/editor/record', say('not-taken-back'))
}

function turn({ deps, say }: Editor, { session, form }: Visit, how: 'withdraw' | 'restore'): Answer {
  const reason = (form.get('reason') ?? '').trim().slice(0, 500) || (how === 'restore' ? say('restored') : '')
  if (!mayWithdraw(session)) return NOT_FOUND
  if (reason === '') return problem('/editor', say('off-reason'))
  const came = switchTopic(deps, personOf(session), how, { topic: form.get('topic') ?? '', reason })
  if (came === 'unknown') return NOT_FOUND
  return came === 'already' ? problem('/editor', say('already')) : done('/editor', say(how === 'withdraw' ? 'withdrawn' : 'restored'))
}

function patch({ deps }: Editor): Answer {
  const files = readVersions(deps.dir).at(-1)?.files ?? new Map<string, string>()
  return { kind: 'file', name: 'local-facts.patch', body: patchOf(deps.contentDir, files) }
}
