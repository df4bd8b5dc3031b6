// `ask`: what the service answers to a question in free words, with its topic, its facts and its sources.
import { z } from 'zod'
import { londonNow } from '../clock'
import { checkedLine } from '../content/checked-line'
import { inForce } from '../content/in-force'
import type { Pack } from '../content/pack'
import { answerOf, sourceLines, words, type SourceLine } from '../content/wording'
import { openMatcher, type Matcher } from '../matcher/open-matcher'
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'
import { findCrisis } from '../rules/crisis/find-crisis'
import { buildPackModel, doorWords, modeFor } from '../topic-finder'
import type { Command } from './command'
import { loadLivePack } from './live-pack'
import { readCase } from './read-case'

const date = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
  'must be a day that exists, written YYYY-MM-DD',
)
const caseSchema = z.object({ text: z.string().max(20_000), council: z.string().nullish(), today: date.nullish() })

type Kind = 'answer' | 'clarify' | 'signpost' | 'smalltalk' | 'not-sure' | 'crisis'
type Safety = 'stop' | 'strip' | 'none'

interface Candidate {
  readonly topic: string
  readonly partOf?: string
  readonly title: string
  readonly score: number
}

interface Answer {
  readonly kind: Kind
  readonly safety: Safety
  readonly topic?: string
  readonly partOf?: string
  readonly candidates: readonly Candidate[]
  readonly facts: readonly string[]
  readonly text: string
  readonly sources: readonly SourceLine[]
}

export function createAskCommand(): Command {
  const pack = loadLivePack()
  const opened = buildPackModel().then((model) => openMatcher(pack, model, modeFor(process.env['EMBEDDINGS'])))
  return {
    usage: 'ask "your question" [--today YYYY-MM-DD] | --jsonl',
    options: { text: { type: 'string' }, council: { type: 'string' }, today: { type: 'string' } },
    fromFlags: ({ text, council, today }, typed) => ({ text: text ?? (typed.length > 0 ? typed.join(' ') : undefined), council, today }),
    answer: async (input) => {
      const { text, today } = readCase(caseSchema, input)
      return answerTo(text, { pack, today: today ?? londonNow().today }, await opened)
    },
    inWords: (answer) => (answer as Answer).text,
    close: async () => (await opened).close(),
  }
}

/** The pack and the day on which it is asked. */
export interface Asking {
  readonly pack: Pack
  readonly today: CalendarDate
}

async function answerTo(text: string, asking: Asking, matcher: Matcher): Promise<Answer> {
  const { pack } = asking
  const safety = await matcher.senseCrisis(text, findCrisis(text, pack.safeguarding.lists).level)
  const { stop, strip } = pack.safeguarding.cards
  const card = (words: string): string =>
    [words.trim(), checkedLine(pack, 'crisis', asking.today)].filter((line) => line !== '').join('\n\n')
  if (safety === 'stop') return { kind: 'crisis', safety: 'stop', candidates: [], facts: [], text: card(stop), sources: [] }
  const answer = { safety, ...tellFound(await matcher.findTopic(text), asking) }
  return safety === 'strip' ? { ...answer, text: `${card(strip)}\n\n${answer.text}` } : answer
}

type Found = Awaited<ReturnType<Matcher['findTopic']>>

/** What was found, as it may be said on the day: a topic past its review leads to people instead. */
export function tellFound(found: Found, asking: Asking): Omit<Answer, 'safety'> {
  const { pack } = asking
  const candidates = found.candidates.map(({ id, score }) => candidateOf(pack, id, score))
  const base = { kind: found.kind, candidates, facts: [], sources: [] }
  switch (found.kind) {
    case 'answer':
      return { ...base, ...topicsSaid(asking, [found.candidates[0]?.id ?? '', ...found.also]) }
    case 'clarify':
      return { ...base, text: [phrase(pack, 'question.clarify'), ...candidates.map(({ title }) => `- ${title}`)].join('\n') }
    case 'signpost':
      return { ...base, text: doorWords(pack, found.door), sources: sourceLines(pack, pack.doors.get(found.door)?.sources ?? []) }
    case 'smalltalk':
      return { ...base, text: found.reply }
    case 'not-sure':
      return { ...base, text: phrase(pack, 'question.not-sure', { safety: pack.safeguarding.cards.signpost }) }
  }
}

type Said = Pick<Answer, 'topic' | 'partOf' | 'facts' | 'text' | 'sources'> & { readonly kind?: Kind }

function topicsSaid({ pack, today }: Asking, ids: readonly string[]): Said {
  const topics = ids.flatMap((id) => pack.topics.get(id) ?? [])
  const inTime = topics.filter((topic) => inForce(topic, today) && !pack.withdrawn.has(topic.id))
  const [first] = inTime
  const texts = topics.map((topic) =>
    inTime.includes(topic)
      ? answerOf(topic, 'parent', today)
      : phrase(pack, pack.withdrawn.has(topic.id) ? 'question.withdrawn' : 'question.expired', { title: topic.title }),
  )
  return {
    ...(first ? { topic: first.id } : { kind: 'not-sure' }),
    ...(first?.partOf ? { partOf: first.partOf } : {}),
    facts: [...new Set(inTime.flatMap(({ facts }) => facts))],
    text: texts.join('\n\n'),
    sources: sourceLines(
      pack,
      inTime.flatMap(({ sources }) => sources),
    ),
  }
}

function candidateOf(pack: Pack, id: string, score: number): Candidate {
  const topic = pack.topics.get(id)
  return { topic: id, ...(topic?.partOf ? { partOf: topic.partOf } : {}), title: topic?.title ?? id, score }
}

function phrase(pack: Pack, id: string, vars: Readonly<Record<string, string>> = {}): string {
  return words(pack, id, { voice: 'parent', vars }).text.trim()
}
