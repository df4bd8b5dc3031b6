// Opens what answers questions in free words: the model of the pack, built first where it is missing.
import { join } from 'node:path'
import type { TopicFinding } from '../dialogs/visit'
import type { Pack } from './content/pack'
import { buildModel } from './matcher/build-model'
import type { Mode } from './matcher/model-file'
import { openMatcher, type Found } from './matcher/open-matcher'
import { contentDir, projectRoot } from './project-root'
import type { CrisisFinding } from './rules/crisis/find-crisis'

export interface TopicFinder {
  readonly findTopic: (text: string) => Promise<TopicFinding>
  readonly senseCrisis: (text: string, listed: CrisisFinding) => Promise<CrisisFinding>
  readonly close: () => Promise<void>
}

/** Opens the model in a folder (`buildPackModel`). `small` leaves the sentence vectors out, for small hosts. */
export async function openTopicFinder(pack: Pack, model: string, mode: Mode): Promise<TopicFinder> {
  const matcher = await openMatcher(pack, model, mode)
  return {
    findTopic: async (text) => tell(await matcher.findTopic(text), pack),
    senseCrisis: async (text, { level: listed, kinds }) => {
      const level = await matcher.senseCrisis(text, listed)
      return { level, kinds: level === 'none' ? [] : kinds }
    },
    close: matcher.close,
  }
}

/** Which parts of a model a setting asks for: `EMBEDDINGS=off` is for small hosts. */
export function modeFor(embeddings: string | undefined): Mode {
  return embeddings === 'off' ? 'small' : 'full'
}

/** The folder of the pack's model, built when it is not there yet: a build output, kept by the hash of what it was built from. */
export async function buildPackModel(): Promise<string> {
  const places = { content: contentDir, code: join(projectRoot, 'dist/src'), models: join(projectRoot, '.models') }
  return buildModel(places, (line) => process.stderr.write(`${line}\n`))
}

function tell({ kind, candidates, also, door, reply }: Found, pack: Pack): TopicFinding {
  const ids = candidates.map(({ id }) => id)
  if (kind !== 'answer') return { kind, topics: ids, others: [], words: kind === 'signpost' ? doorWords(pack, door) : reply }
  const topics = [...ids.slice(0, 1), ...also]
  return { kind, topics, others: ids.slice(1).filter((id) => !topics.includes(id)), words: '' }
}

/** Where a question is sent that this service does not answer. */
export function doorWords(pack: Pack, id: string): string {
  const door = pack.doors.get(id)
  if (!door) throw new Error('The content pack has no such door')
  return door.text
}
