// The examples that a model is built from.
import type { ReadQuestion } from '../find-topic/read-question'
import type { ClassInfo } from '../find-topic/topic-model'

/** One example question, read, with its vector and the number of its class. */
export interface Example {
  readonly read: ReadQuestion
  readonly vector: Float32Array
  readonly label: number
  readonly isTitle: boolean
}

/** A class with what counts for it beside its examples. */
export interface TrainingClass extends ClassInfo {
  readonly answer: ReadQuestion
  readonly keyPhrases: readonly ReadQuestion[]
}
