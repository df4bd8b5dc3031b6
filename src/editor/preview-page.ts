// What a draft would make of the chat: the card now and then, in both voices, and the questions whose answers would change.
import { councilContacts } from '../content/contacts'
import { readDraft, sealOf } from '../content/overlay/drafts'
import type { Council } from '../content/schema/contact'
import { words, type Voice } from '../content/wording'
import { form, hidden, type View } from '../desk/staff-frame'
import type { Session } from '../desk/sessions'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { prose } from '../web/view/prose'
import { PARTS } from './council-form'
import { button, section } from './editor-page'
import { questionsOf } from './editor-words'
import { councilOf } from './publishing'
import type { Editor } from './visit'

const VOICES = ['parent', 'young-person'] as const

/** Null where nothing waits for the council. */
export function previewPage(editor: Editor, session: Session, id: string): View | null {
  const { say, deps, pack } = editor
  const [draft, now] = [readDraft(deps.dir, id), pack.councils.get(id)]
  const then = draft && councilOf(deps, draft)
  if (!draft || !then || !now) return null
  const isOwn = draft.writers.some((writer) => writer.id === session.staff.id)
  const seal = hidden('seal', sealOf(draft))
  return {
    title: say('preview-title', { council: now.name }),
    main: [
      say('preview-written', { names: draft.writers.map(({ name }) => name).join(', ') }),
      say('preview-why', { reason: draft.reason }),
      ...(draft.recall ? [say('preview-recall')] : []),
      element('p', { class: 'quiet' }, say('preview-how')),
      ...VOICES.flatMap((voice) => [
        section(`now-${voice}`, say('preview-now', { voice: say(`voice-${voice}`) }), card(editor, now, voice)),
        section(`then-${voice}`, say('preview-then', { voice: say(`voice-${voice}`) }), card(editor, then, voice)),
      ]),
      section('changes', say('changes-title'), element('ul', {}, ...changed(editor, now, then).map((one) => element('li', {}, one)))),
      isOwn ? say('publish-own') : form(session, `/editor/council/${id}/publish`, {}, seal, button(say('publish'), 'main')),
      element('p', {}, element('a', { href: `/editor/council/${id}` }, say('change-more'))),
      form(session, `/editor/council/${id}/drop`, {}, button(say('drop'))),
    ],
  }
}

/** The very words of the chat. */
function card({ deps, pack }: Editor, council: Council, voice: Voice): Markup {
  const { text } = councilContacts(pack, council, deps.today())
  const said = words(pack, 'contact.council', { voice, vars: { council: council.name, contacts: text } })
  return element('div', { class: 'shown as-on-phone' }, ...prose(said.text.trim()))
}

function changed({ pack }: Editor, now: Council, then: Council): readonly string[] {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)
  const parts = [
    ...PARTS.filter((part) => differs(now[part], then[part])).map((part) => (part === 'localOffer' ? 'local-offer' : part)),
    ...(differs([now.notes, now.reviewBy], [then.notes, then.reviewBy]) ? ['words'] : []),
  ]
  return [...new Set(parts.flatMap((part) => questionsOf(pack, part)))]
}
