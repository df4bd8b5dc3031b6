// Every message of a played conversation, with what may stand in it beside reviewed words.
import { inThrees } from '../../src/rules/handoff/reference'
import type { Played } from './play'
import { typedValue } from './typed-values'

export interface Heard {
  readonly id: string
  readonly text: string
  readonly topic: string | undefined
  readonly values: readonly string[]
}

/** The link of one handoff, by which it is looked at and deleted. */
const OWN_LINK = /https:\/\/chat\.example\.org\/my-information\/[\w-]+/g

/** Every message with what may stand in it beside reviewed words: its reference, and in a summary what was typed for it. */
export function heardIn({ turns, activities }: Played): readonly Heard[] {
  const heard: Heard[] = []
  const typed: string[] = []
  let at = 0
  for (const { user, bot } of turns) {
    const value = user === null ? null : typedValue(heard.at(-1)?.id, user)
    if (value !== null) typed.push(value)
    for (const { text = '', channelData } of activities.slice(at, (at += bot.length))) {
      const { advice } = channelData as { advice: { message: string; topic?: string; handoff?: { reference: string } } }
      const values = advice.message.startsWith('handoff.summary') ? [...typed] : []
      if (advice.message.startsWith('rights.')) values.push(...(text.match(OWN_LINK) ?? []))
      if (advice.handoff) values.push(inThrees(advice.handoff.reference))
      heard.push({ id: advice.message, text, topic: advice.topic, values })
    }
  }
  return heard
}
