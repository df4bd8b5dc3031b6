// The plain record of what was changed, by whom and when; the newest change of each council can be taken back.
import { londonNow } from '../clock'
import { readVersions } from '../content/overlay/read-overlay'
import type { Manifest } from '../content/overlay/shapes'
import { form, hidden, type View } from '../desk/staff-frame'
import type { Session } from '../desk/sessions'
import { inWords } from '../rules/calendar-date'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { button } from './editor-page'
import { newestOf } from './publishing'
import { mayEdit, type Editor } from './visit'

export function recordPage(editor: Editor, session: Session): View {
  const { say, deps } = editor
  const versions = readVersions(deps.dir)
  const row = ({ manifest }: (typeof versions)[number]): Markup => {
    const { number, about } = manifest
    const canTakeBack = mayEdit(editor, session, about) && newestOf(versions, about) === number
    const back = form(session, '/editor/take-back', {}, hidden('number', String(number)), button(say('take-back', { n: String(number) })))
    return element('li', {}, element('p', {}, recordLine(editor, manifest)), ...(canTakeBack ? [back] : []))
  }
  const rows = [...versions].reverse().map(row)
  return {
    title: say('record-title'),
    main: [rows.length > 0 ? element('ol', { class: 'queue' }, ...rows) : say('record-none')],
  }
}

/** One version in one line: what, when, who and why. */
export function recordLine({ say, pack }: Editor, { number, at, what, about, writtenBy, publishedBy, reason }: Manifest): string {
  const { today, time } = londonNow(new Date(at))
  const name = pack.councils.get(about)?.name ?? pack.topics.get(about)?.title ?? about
  const head = say(`record-${what}`, { n: String(number), when: `${inWords(today)}, ${time ?? ''}`, about: name })
  const others = writtenBy.filter(({ id }) => id !== publishedBy.id)
  const writers = others.map((one) => one.name).join(', ')
  const who =
    others.length > 0
      ? say('record-who', { writers, publisher: publishedBy.name, reason })
      : say('record-alone', { publisher: publishedBy.name, reason })
  return `${head}. ${who}`
}
