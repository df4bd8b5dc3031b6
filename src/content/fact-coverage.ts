// Which topic says each fact of the source documents, or why none does.
import type { Topic } from './schema/topic'

export interface FactSources {
  /** What each fact says, by id, in the order of the documents. */
  readonly facts: ReadonlyMap<string, string>
  /** The reason for each fact that no topic says on purpose. */
  readonly leftOut: ReadonlyMap<string, string>
  readonly topics: readonly Pick<Topic, 'id' | 'facts'>[]
  /** The title of each document, by its key. */
  readonly titles: ReadonlyMap<string, string>
}

export interface FactRow {
  readonly id: string
  readonly says: string
  readonly topics: readonly string[]
  /** Why no topic says it; null where one does. */
  readonly reason: string | null
}

/** A row for each fact, and every gap in plain words: unsaid without a reason, said and left out, or unknown. */
export function factCoverage({ facts, leftOut, topics }: FactSources): {
  readonly rows: readonly FactRow[]
  readonly faults: readonly string[]
} {
  const rows = [...facts].map(([id, says]) => ({
    id,
    says,
    topics: topics.filter((topic) => topic.facts.includes(id)).map((topic) => topic.id),
    reason: leftOut.get(id) ?? null,
  }))
  const unsaid = rows.filter((row) => row.topics.length === 0 && row.reason === null).map(({ id }) => `${id} is said by no topic`)
  const both = rows.filter((row) => row.topics.length > 0 && row.reason !== null).map(({ id }) => `${id} is said and left out`)
  const named = [...leftOut.keys(), ...topics.flatMap((topic) => topic.facts)]
  const unknown = [...new Set(named)].filter((id) => !facts.has(id)).map((id) => `there is no fact ${id}`)
  return { rows, faults: [...unsaid, ...both, ...unknown] }
}

/** The whole of docs/fact-coverage.md: a table for each document. */
export function factCoverageDocument(sources: FactSources): string {
  const { rows } = factCoverage(sources)
  const said = rows.filter(({ topics }) => topics.length > 0).length
  const documents = [...new Set(rows.map(({ id }) => documentOf(id)))]
  const parts = documents.map((key) => {
    const own = rows.filter(({ id }) => documentOf(id) === key)
    return `## ${key}: ${sources.titles.get(key) ?? key}\n\n${table(own)}`
  })
  return `${HEAD}\n\n${said} of ${rows.length} facts are said by a topic; ${rows.length - said} are left out for a reason.\n\n${parts.join('\n\n')}\n`
}

const HEAD = `# Which topic says which fact

Written by the command \`fact-coverage\`; a test fails when it is out of date. Facts are in \`content/source-facts.yaml\`, reasons in \`content/left-out-facts.yaml\`.`

function table(rows: readonly FactRow[]): string {
  const lines = rows.map(
    ({ id, says, topics, reason }) => `| ${id} | ${says} | ${reason === null ? topics.join(', ') : `Left out: ${reason}`} |`,
  )
  return ['| Fact | What the source says | Said by |', '| --- | --- | --- |', ...lines].join('\n')
}

function documentOf(id: string): string {
  return id.split('-')[0] ?? id
}
