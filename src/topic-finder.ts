// Opens what answers questions in free words.
import type { TopicFinding } from '../dialogs/visit'
import type { Pack } from './content/pack'
import type { CrisisFinding } from './rules/crisis/find-crisis'

export interface TopicFinder {
  readonly findTopic: (text: string) => Promise<TopicFinding>
  readonly senseCrisis: (text: string) => Promise<CrisisFinding>
  readonly close: () => Promise<void>
}

export async function openTopicFinder(pack: Pack): Promise<TopicFinder> {
  return {
    findTopic: async (text) => {
      const found = [...pack.topics.values()].filter(({ title }) => title.toLowerCase() === text.trim().toLowerCase())
      return found.length === 1
        ? { kind: 'answer', topics: found.map(({ id }) => id), words: '' }
        : { kind: 'not-sure', topics: [], words: '' }
    },
    senseCrisis: async () => ({ level: 'none', kinds: [] }),
    close: async () => undefined,
  }
}
