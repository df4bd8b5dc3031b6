// One question after another, by a server that is warm: what one person waits where nobody else writes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresOf, type Figures } from './drive'
import type { Subject } from './subjects'
import { inTheResponse } from './ways'

interface OpenSet {
  readonly topics: readonly { readonly questions: readonly string[] }[]
}

/** Those of test/open-set, none of which comes twice. */
function questionsOf(file: 'questions.json' | 'blind.json'): readonly string[] {
  const { topics } = JSON.parse(readFileSync(join(__dirname, '../open-set', file), 'utf8')) as OpenSet
  return topics.flatMap(({ questions }) => questions)
}

/** Each in a conversation of its own. Those of the second set come first and are not counted. */
export async function oneByOne({ url }: Subject): Promise<Figures> {
  await askAll(url, questionsOf('blind.json'))
  const began = performance.now()
  const { waits, failures } = await askAll(url, questionsOf('questions.json'))
  return figuresOf(waits, failures, performance.now() - began)
}

async function askAll(url: string, questions: readonly string[]): Promise<{ readonly waits: number[]; readonly failures: number }> {
  const dispatch = inTheResponse(url)
  const waits: number[] = []
  let failures = 0
  for (const question of questions) {
    const say = await dispatch()
    const from = performance.now()
    await say(question).then(
      () => waits.push(performance.now() - from),
      () => (failures += 1),
    )
  }
  return { waits, failures }
}
