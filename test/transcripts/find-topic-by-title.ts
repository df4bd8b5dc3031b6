// A stand-in for the matcher in transcripts about something else: it knows the titles of topics, and a few words that bring each kind of finding.
import type { TopicFinding } from '../../dialogs/visit'
import type { Pack } from '../../src/content/pack'

const MADE: Readonly<Record<string, TopicFinding>> = {
  'who pays or who comes': { kind: 'clarify', topics: ['mediation-cost', 'mediation-attendees', 'bring-supporter'], others: [], words: '' },
  'i want to die. does mediation cost anything': { kind: 'answer', topics: ['mediation-cost'], others: [], words: '' },
  'i want to die. who pays or who comes': { kind: 'clarify', topics: ['mediation-cost', 'mediation-attendees'], others: [], words: '' },
  'what about the bins': { kind: 'signpost', topics: [], others: [], words: 'Your council’s website says who empties the bins.' },
  'good morning': { kind: 'smalltalk', topics: [], others: [], words: 'Hello.' },
}

export function findTopicByTitle(pack: Pack): (text: string) => Promise<TopicFinding> {
  return async (text) => {
    const said = text.trim().toLowerCase()
    const found = [...pack.topics.values()].filter(({ id, title }) => id === said || title.toLowerCase() === said)
    if (found.length === 1)
      return { kind: 'answer', topics: found.map(({ id }) => id), others: said === 'mediation-cost' ? ['bring-supporter'] : [], words: '' }
    return MADE[said] ?? { kind: 'not-sure', topics: [], others: [], words: '' }
  }
}
