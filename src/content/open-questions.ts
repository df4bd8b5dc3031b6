// The open legal questions that a reviewer is asked: content/open-questions.yaml. Read by the review pack only.
import { z } from 'zod'
import { PackFaults } from './faults'
import type { Pack } from './pack'
import { FaultList } from './read-file'
import { readRecord } from './read-record'
import { id, text } from './schema/primitives'

const openQuestion = z.strictObject({
  question: text,
  /** What the pack says until it is settled. */
  held: text,
  /** The topics whose answers rest on it. */
  topics: z.array(id).min(1),
})

export type OpenQuestion = z.infer<typeof openQuestion>

/** The open questions by id. @throws PackFaults, for a topic that the pack does not have too */
export function loadOpenQuestions(dir: string, { topics }: Pick<Pack, 'topics'>): ReadonlyMap<string, OpenQuestion> {
  const faults = new FaultList()
  const { good } = readRecord({ dir, faults }, 'open-questions.yaml', openQuestion)
  for (const [key, { topics: named }] of good)
    for (const topic of named) if (!topics.has(topic)) faults.add('open-questions.yaml', `${key}.topics`, `there is no topic ${topic}`)
  if (faults.faults.length > 0) throw new PackFaults(faults.faults)
  return good
}
