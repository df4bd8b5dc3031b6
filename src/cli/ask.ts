// `ask`: what the service answers to a question in free words, with its topic, its facts and its sources.
import { z } from 'zod'
import type { Pack } from '../content/pack'
import { answerOf, sourceLines, words, type SourceLine } from '../content/wording'
import { openMatcher, type Matcher } from '../matcher/open-matcher'
import { findCrisis } from '../rules/crisis/find-crisis'
import { buildPackModel, doorWords, modeFor } from '../topic-finder'
import type { Command } from './command'
import { loadLivePack } from './live-pack'
import { readCase } from './read-case'

const caseSchema = z.object({ text: z.string().max(20_000), council: z.string().nullish() })

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
    usage: 'ask "your question" | --jsonl',
    options: { text: { type: 'string' }, council: { type: 'string' } },
    fromFlags: ({ text, council }, typed) => ({ text: text ?? (typed.length > 0 ? typed.join(' ') : undefined), council }),
    answer: async (input) => answerTo(readCase(caseSchema, input).text, pack, await opened),
    inWords: (answer) => (answer as Answer).text,
    close: async () => (await opened).close(),
  }
}

async function answerTo(text: string, pack: Pack, matcher: Matcher): Promise<Answer> {
  const safety = await matcher.senseCrisis(text, findCrisis(text, pack.safeguarding.lists).level)
  const { stop, strip } = pack.safeguarding.cards
  if (safety === 'stop') return { kind: 'crisis', safety: 'stop', candidates: [], facts: [], text: stop, sources: [] }
  const found = await matcher.findTopic(text)
  const answer = { safety, ...told(found, pack) }
  return safety === 'strip' ? { ...answer, text: `${strip}\n\n${answer.text}` } : answer
}

function told(found: Awaited<ReturnType<Matcher['findTopic']>>, pack: Pack): Omit<Answer, 'safety'> {
  const candidates = found.candidates.map(({ id, score }) => candidateOf(pack, id, score))
  const base = { kind: found.kind, candidates, facts: [], sources: [] }
  switch (found.kind) {
    case 'answer':
      return { ...base, ...topicsSaid(pack, [found.candidates[0]?.id ?? '', ...found.also]) }
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

function topicsSaid(pack: Pack, ids: readonly string[]): Pick<Answer, 'topic' | 'partOf' | 'facts' | 'text' | 'sources'> & { readonly kind?: Kind } {
  const asked = ids.flatMap((id) => pack.topics.get(id) ?? [])
  const topics = asked.filter(({ id }) => !pack.withdrawn.has(id))
  const off = asked.filter((topic) => !topics.includes(topic)).map(({ title }) => phrase(pack, 'question.withdrawn', { title }))
  const [first] = topics
  return {
    ...(first ? { topic: first.id } : { kind: 'not-sure' as const }),
    ...(first?.partOf ? { partOf: first.partOf } : {}),
    facts: [...new Set(topics.flatMap(({ facts }) => facts))],
    text: [...topics.map((topic) => answerOf(topic, 'parent')), ...off].join('\n\n'),
    sources: sourceLines(
      pack,
      topics.flatMap(({ sources }) => sources),
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
