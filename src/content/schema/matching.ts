// What is said to questions that no topic answers: doors, small talk, and the words that name another nation.
import { z } from 'zod'
import { id, sourceKey, text } from './primitives'

/** Where an out-of-scope question is sent: content/matching/doors.yaml. */
export const door = z.strictObject({ text, sources: z.array(sourceKey) })

/** Whole messages that are no question: content/matching/small-talk.yaml. */
export const smallTalk = z.strictObject({ said: z.array(text), reply: text })

/** Words by which a message names another nation: content/matching/nations.yaml. */
export const nations = z.array(z.strictObject({ door: id, words: z.array(text), unless: z.array(text) }))

/** Questions outside the scope, by class, and the door of the class: content/matching/out-of-scope.yaml. */
export const outOfScope = z.record(id, z.strictObject({ door: id.optional(), utterances: z.array(text) }))

/** Further questions by topic id: content/matching/more-utterances.yaml. */
export const moreUtterances = z.record(id, z.array(text))

/** Messages that speak of a crisis without naming it, and messages that only sound so: content/matching/crisis-sense.yaml. */
export const crisisSense = z.strictObject({ crisis: z.array(text), ordinary: z.array(text) })

export type Door = z.infer<typeof door>
