// A stand-in for the matcher in transcripts about something else: it knows the titles of topics and nothing more.
import type { TopicFinding } from '../../dialogs/visit'
import type { Pack } from '../../src/content/pack'

export function findTopicByTitle(pack: Pack): (text: string) => Promise<TopicFinding> {
  return async (text) => {
    const found = [...pack.topics.values()].filter(({ title }) => title.toLowerCase() === text.trim().toLowerCase())
    return found.length === 1 ? { kind: 'answer', topics: found.map(({ id }) => id), words: '' } : { kind: 'not-sure', topics: [], words: '' }
  }
}
