// In place of what answers questions, for tests that ask none: nothing is learnt or opened.
import type { TopicFinder } from '../../src/topic-finder'

export const buildPackModel = async (): Promise<string> => Promise.resolve('')

export const openTopicFinder = async (): Promise<TopicFinder> =>
  Promise.resolve({
    findTopic: async () => Promise.resolve({ kind: 'not-sure', topics: [], others: [], words: '' }),
    senseCrisis: async (_text, listed) => Promise.resolve(listed),
    close: async () => Promise.resolve(),
  })
