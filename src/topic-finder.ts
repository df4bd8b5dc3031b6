// Opens what answers questions in free words: the model of the pack, built first where it is missing.
import { join } from 'node:path'
import type { TopicFinding } from '../dialogs/visit'
import type { Pack } from './content/pack'
import { buildModel } from './matcher/build-model'
import type { Mode } from './matcher/model-file'
import { openMatcher, type Found } from './matcher/open-matcher'
import { contentDir, projectRoot } from './project-root'
import type { CrisisFinding } from './rules/crisis/find-crisis'

/** A person who waits this long, in milliseconds, for the meaning of a message is answered by its words alone. */
const PATIENCE = 4_000

export interface TopicFinder {
  readonly findTopic: (text: string) => Promise<TopicFinding>
  readonly senseCrisis: (text: string, listed: CrisisFinding) => Promise<CrisisFinding>
  readonly close: () => Promise<void>
}

/** Opens the model in a folder (`buildPackModel`). `small` leaves the sentence vectors out, for small hosts. */
export async function openTopicFinder(pack: Pack, model: string, mode: Mode): Promise<TopicFinder> {
  const matcher = await openMatcher(pack, model, mode, PATIENCE)
  return {
    findTopic: async (text) => tell(await matcher.findTopic(text), pack),
    senseCrisis: async (text, { level: listed, kinds }) => {
      const level = await matcher.senseCrisis(text, listed)
      return { level, kinds: level === 'none' ? [] : kinds }
    },
    close: matcher.close,
  }
}

/**
 * Opens the finder when it is first asked for: the encoder takes a second that nobody should wait for before the first word. While it cannot be
 * opened, what the lists found about a crisis stands and no question is matched; the next message tries again.
 */
export function findSoon(open: () => Promise<TopicFinder>, onFault: (fault: unknown) => void): TopicFinder & { warm: () => void } {
  let opened: Promise<TopicFinder> | null = null
  const use = async <Answer>(ask: (finder: TopicFinder) => Promise<Answer>, without: Answer): Promise<Answer> => {
    opened ??= open()
    const mine = opened
    try {
      return await ask(await mine)
    } catch (fault) {
      if (opened === mine) opened = (await isOpen(mine)) ? mine : null
      onFault(fault)
      return without
    }
  }
  return {
    findTopic: (text) => use((finder) => finder.findTopic(text), NOT_SURE),
    senseCrisis: (text, listed) => use((finder) => finder.senseCrisis(text, listed), listed),
    close: async () => void (await opened?.then((finder) => finder.close())),
    warm: () => void use(async () => undefined, undefined),
  }
}

const NOT_SURE: TopicFinding = { kind: 'not-sure', topics: [], others: [], words: '' }

function isOpen(finder: Promise<TopicFinder>): Promise<boolean> {
  return finder.then(
    () => true,
    () => false,
  )
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
