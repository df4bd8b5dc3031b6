// The review pack: one printable document of what is said, from which source, what changed, what is in doubt, with a place to sign.
import { councilContacts } from '../content/contacts'
import type { OpenQuestion } from '../content/open-questions'
import type { Pack } from '../content/pack'
import type { Council } from '../content/schema/contact'
import type { Topic } from '../content/schema/topic'
import { answerOf } from '../content/wording'
import { inWords, type CalendarDate } from '../rules/calendar-date'
import { htmlDocument } from '../web/document'
import { element } from '../web/view/element'
import type { Element, Markup } from '../web/view/element'
import { prose } from '../web/view/prose'
import { changedLines } from './changed-lines'

export interface ReviewParts {
  readonly pack: Pack
  readonly today: CalendarDate
  readonly topics: readonly Topic[]
  readonly councils: readonly Council[]
  /** What the source documents say, by the id of the fact. */
  readonly facts: ReadonlyMap<string, string>
  readonly questions: ReadonlyMap<string, OpenQuestion>
  /** The text of a file of the pack: now, and in the version that it is compared with. Null where there is none. */
  readonly textOf: (file: string, when: 'now' | 'before') => string | null
  /** The version that it is compared with; null where there is none. */
  readonly since: string | null
}

const STYLE = `body{font:11pt/1.45 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16202a}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-top:2px solid #0b4f55;padding-top:.75rem}h3{font-size:1rem}
article{break-before:page}.said{border:1px solid #6b7785;border-radius:6px;padding:.5rem 1rem}ins{background:#e2f3e4}del{background:#fbe3e3}
pre{white-space:pre-wrap;font:9.5pt/1.4 ui-monospace,monospace}.sign{border:1px solid #16202a;padding:.75rem 1rem;break-inside:avoid}.sign p{margin:1.2rem 0 0;border-bottom:1px solid #16202a}`

/** A whole page of HTML that needs nothing beside it. */
export function reviewDocument(parts: ReviewParts): string {
  const { pack, today, topics, councils, questions, since } = parts
  const compared = since === null ? 'It is not compared with an earlier version.' : `It is compared with version ${since}.`
  const about = [
    `Version ${pack.version}, printed on ${inWords(today)}. ${compared}`,
    'Please read each part against its sources. Write what is wrong or unclear beside it, and sign at its end. What nobody has signed stays as it is until its day of review, and is not said after it.',
  ]
  const asked = [...questions].filter(([, { topics: named }]) => topics.some(({ id }) => named.includes(id)))
  return htmlDocument({
    language: 'en-GB',
    title: `Review pack: ${pack.title}, version ${pack.version}`,
    style: STYLE,
    bodyClass: 'review',
    scripts: [],
    body: [
      element(
        'main',
        {},
        element('h1', {}, `Review pack: ${pack.title}`),
        ...about.map((line) => element('p', {}, line)),
        ...(asked.length > 0 ? [openQuestions(parts, asked)] : []),
        ...topics.map((topic) => topicPart(parts, topic)),
        ...councils.map((council) => councilPart(parts, council)),
      ),
    ],
  })
}

function openQuestions({ pack }: ReviewParts, asked: readonly (readonly [string, OpenQuestion])[]): Element {
  const items = asked.map(([, { question, held, topics }]) => {
    const titles = topics.map((id) => pack.topics.get(id)?.title ?? id).join('; ')
    return element(
      'li',
      {},
      element('p', {}, question),
      element('p', {}, `Until it is settled: ${held}`),
      element('p', {}, `It touches: ${titles}`),
    )
  })
  return element('section', {}, element('h2', {}, 'Open questions of law'), element('ol', {}, ...items))
}

function topicPart(parts: ReviewParts, topic: Topic): Element {
  const { facts, pack, today } = parts
  const valid = `In force ${topic.validFrom === null ? 'without a first day' : `from ${inWords(topic.validFrom)}`}${topic.validUntil === null ? '' : ` until ${inWords(topic.validUntil)}`}.`
  const [parent, young] = [answerOf(topic, 'parent', today), answerOf(topic, 'young-person', today)]
  const withdrawn = pack.withdrawn.get(topic.id)
  return element(
    'article',
    {},
    element('h2', {}, topic.title),
    element(
      'p',
      {},
      `Topic ${topic.id}. Owner: ${topic.owner}. Checked on ${inWords(topic.checkedOn)}, to be reviewed by ${inWords(topic.reviewBy)}. ${valid}`,
    ),
    ...(withdrawn ? [element('p', {}, `Withdrawn on ${inWords(withdrawn.on)}: ${withdrawn.reason}`)] : []),
    ...said('What it says to a parent', parent),
    ...(young === parent ? [] : said('What it says to a young person', young)),
    element('h3', {}, 'From these sources'),
    sources(pack, topic.sources),
    ...(topic.facts.length > 0 ? [element('h3', {}, 'Facts of the source documents that it says')] : []),
    element('ul', {}, ...topic.facts.map((id) => element('li', {}, `${id}: ${facts.get(id) ?? ''}`))),
    ...changes(parts, `topics/${topic.id}.md`),
    signature(),
  )
}

function councilPart(parts: ReviewParts, council: Council): Element {
  const { pack, today } = parts
  const contacts = [council.mediation, council.sendiass, council.localOffer].flatMap(({ contacts: facts }) => facts)
  const rows = contacts.map(({ value, source, evidence, checkedOn, reviewBy }) => {
    const read = evidence ? `${evidence.title}, ${evidence.url}: “${evidence.sentence}”` : (pack.sources.get(source ?? '')?.title ?? '')
    return element('li', {}, `${value}. Read in: ${read}. Checked on ${inWords(checkedOn)}, to be checked again by ${inWords(reviewBy)}.`)
  })
  return element(
    'article',
    {},
    element('h2', {}, council.name),
    ...said('What a family is told', councilContacts(pack, council, today).text),
    element('h3', {}, 'Each contact, and where it was read'),
    rows.length > 0 ? element('ul', {}, ...rows) : element('p', {}, 'No contact of its own.'),
    element('h3', {}, 'Other sources'),
    sources(pack, council.sources),
    ...changes(parts, `councils/${council.id}.yaml`),
    signature(),
  )
}

function said(title: string, text: string): readonly Markup[] {
  return [element('h3', {}, title), element('div', { class: 'said' }, ...prose(text.trim()))]
}

function sources(pack: Pack, keys: readonly string[]): Element {
  const lines = keys.flatMap((key) => {
    const found = pack.sources.get(key)
    return found ? [`${key}: ${found.title}${found.url === null ? '' : `, ${found.url}`}. Read on ${inWords(found.checkedOn)}.`] : []
  })
  return lines.length > 0 ? element('ul', {}, ...lines.map((line) => element('li', {}, line))) : element('p', {}, 'None.')
}

function changes({ textOf, since }: ReviewParts, file: string): readonly Markup[] {
  if (since === null) return []
  const [before, now] = [textOf(file, 'before'), textOf(file, 'now') ?? '']
  const heading = element('h3', {}, `Changed since version ${since}`)
  if (before === null) return [heading, element('p', {}, 'It is new.')]
  const lines = changedLines(before, now)
  if (lines.length === 0) return [heading, element('p', {}, 'Nothing.')]
  const shown = lines.map(({ kind, line }) => element(kind === 'in' ? 'ins' : 'del', {}, `${kind === 'in' ? '+' : '−'} ${line}\n`))
  return [heading, element('pre', {}, ...shown)]
}

function signature(): Element {
  const lines = ['Right as it stands: yes / no', 'What to change:', 'Name and role:', 'Day and signature:']
  return element('div', { class: 'sign' }, ...lines.map((line) => element('p', {}, line)))
}
