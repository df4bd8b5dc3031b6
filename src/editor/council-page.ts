// The form for one council's local facts: each with where it stands, the day it was checked and the day to check it again.
import type { PackFault } from '../content/faults'
import { form, type View } from '../desk/staff-frame'
import type { Session } from '../desk/sessions'
import { element } from '../web/view/element'
import type { Markup } from '../web/view/element'
import { KINDS, PARTS, type PartName } from './council-form'
import { button, field, section, select, tick } from './editor-page'
import type { EditorSay, EditorWord } from './editor-words'
import type { Editor } from './visit'

type Values = Readonly<Record<string, unknown>>

/** What the form shows: the values of a file, and what is wrong with them. */
export interface Shown {
  readonly id: string
  readonly values: Values
  readonly faults: readonly PackFault[]
  readonly reason: string
}

export function councilPage({ say, deps }: Editor, session: Session, { id, values, faults, reason }: Shown): View {
  const at = fieldsOf(say, values, faults)
  const providers = [...deps.base.organisations].filter(([, { role }]) => role === 'mediation')
  const providerOptions = [['', say('provider-none')] as const, ...providers.map(([key, { name }]) => [key, name] as const)]
  const before: Readonly<Record<PartName, readonly Markup[]>> = {
    mediation: [
      select('mediation.provider', say('provider'), at.value('mediation.provider'), providerOptions),
      at.line('mediation.named.url', 'url'),
      at.line('mediation.named.title', 'page'),
      at.line('mediation.named.sentence', 'sentence'),
    ],
    sendiass: [at.line('sendiass.name', 'name')],
    localOffer: [],
  }
  return {
    title: say('council-title', { council: String(values['name']) }),
    status: faults.length > 0 ? 422 : 200,
    main: [
      ...(faults.length > 0 ? [faultList(say, faults)] : []),
      say('council-how'),
      element('p', { class: 'quiet' }, say('locked')),
      form(
        session,
        `/editor/council/${id}`,
        { novalidate: '' },
        ...PARTS.map((part) =>
          section(`part-${part}`, say(partWord(part)), ...before[part], at.text(`${part}.say`, 'say', 'say-hint', 3), ...at.contacts(part)),
        ),
        section(
          'part-words',
          say('part-words'),
          at.text('notes', 'notes', 'notes-hint', 4),
          at.line('reviewBy', 'words-review', 'day-hint'),
        ),
        section(
          'part-why',
          say('part-why'),
          field('reason', say('reason'), reason, { hint: say('reason-hint'), fault: at.fault('reason'), rows: 2 }),
          tick('recall', say('recall')),
          button(say('save'), 'main'),
        ),
      ),
    ],
  }
}

export function partWord(part: PartName): 'part-mediation' | 'part-sendiass' | 'part-local-offer' {
  return part === 'localOffer' ? 'part-local-offer' : `part-${part}`
}

/** Each fault in plain words, with a link to its field. */
function faultList(say: EditorSay, faults: readonly PackFault[]): Markup {
  const items = faults.map(({ path, message }) =>
    element('li', {}, element('a', { href: `#${path}` }, say('fault', { where: placeOf(say, path), what: message }))),
  )
  return element('div', { class: 'notice problem', role: 'alert' }, element('p', {}, say('faults')), element('ul', {}, ...items))
}

const LABELS: Readonly<Record<string, EditorWord>> = {
  kind: 'kind',
  value: 'value',
  note: 'note',
  hours: 'hours',
  closures: 'closures',
  sourceDate: 'source-date',
  checkedOn: 'checked-on',
  reviewBy: 'review-by',
  standing: 'standing',
  url: 'url',
  title: 'page',
  sentence: 'sentence',
  provider: 'provider',
  say: 'say',
  name: 'name',
  notes: 'notes',
  reason: 'reason',
}

/** `mediation.contacts.0.value`: "Mediation, Contact 1, Number or address". */
function placeOf(say: EditorSay, path: string): string {
  const parts = path.split('.')
  const part = PARTS.find((name) => name === parts[0])
  const number = parts[1] === 'contacts' ? [say('contact', { n: String(Number(parts[2]) + 1) })] : []
  const label = LABELS[parts.at(-1) ?? '']
  return [...(part ? [say(partWord(part))] : []), ...number, ...(label ? [say(label)] : [])].join(', ') || path
}

/** The fields of a form over these values. */
function fieldsOf(say: EditorSay, values: Values, faults: readonly PackFault[]) {
  const value = (path: string): string => textAt(values, path)
  const fault = (path: string): string | undefined => faults.find((one) => one.path === path)?.message
  const line = (path: string, label: EditorWord, hint?: EditorWord): Markup =>
    field(path, say(label), value(path), { ...(hint ? { hint: say(hint) } : {}), fault: fault(path) })
  const text = (path: string, label: EditorWord, hint: EditorWord, rows: number): Markup =>
    field(path, say(label), value(path), { hint: say(hint), fault: fault(path), rows })
  const contacts = (part: PartName): readonly Markup[] => {
    const count = ((values[part] as { contacts?: readonly unknown[] } | undefined)?.contacts ?? []).length
    return Array.from({ length: count + 1 }, (_, at) => {
      const path = `${part}.contacts.${at}`
      const isNew = at === count
      const kinds = KINDS.map((kind) => [kind, say(`kind-${kind}`)] as const)
      const standings = (['current', 'dated'] as const).map((standing) => [standing, say(`standing-${standing}`)] as const)
      return element(
        'fieldset',
        {},
        element('legend', {}, isNew ? say('contact-new') : say('contact', { n: String(at + 1) })),
        select(`${path}.kind`, say('kind'), value(`${path}.kind`), kinds),
        line(`${path}.value`, 'value', 'value-hint'),
        line(`${path}.hours`, 'hours', 'hours-hint'),
        line(`${path}.closures`, 'closures', 'closures-hint'),
        line(`${path}.note`, 'note'),
        line(`${path}.evidence.url`, 'url'),
        line(`${path}.evidence.title`, 'page'),
        line(`${path}.evidence.sentence`, 'sentence', 'sentence-hint'),
        line(`${path}.sourceDate`, 'source-date', 'day-hint'),
        line(`${path}.checkedOn`, 'checked-on'),
        line(`${path}.reviewBy`, 'review-by'),
        select(`${path}.standing`, say('standing'), value(`${path}.standing`), standings),
        ...(isNew ? [] : [tick(`${path}.remove`, say('remove'))]),
      )
    })
  }
  return { value, fault, line, text, contacts }
}

/** What stands at a place of the file, as it is typed. */
function textAt(values: Values, path: string): string {
  const found = path.split('.').reduce<unknown>((at, key) => (at as Values | null | undefined)?.[key], values)
  if (Array.isArray(found)) return found.map(String).join('\n')
  return typeof found === 'string' ? found : ''
}
