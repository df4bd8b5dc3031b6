// Plays arrivals against a server: each chat is opened, says what it has to say one message after another, and is closed.
import { figuresOf, type Figures } from './drive'
import { sayingOf } from './many-chats'
import type { OpenChat } from './ways'

export interface Replay {
  /** Shares of `milliseconds`, in order. */
  readonly arrivals: readonly number[]
  readonly milliseconds: number
  /** Chats that the load itself can hold at once; who comes when they are all in use waits, and the wait counts. */
  readonly atOnce: number
  /** What is not done after so many milliseconds is left. */
  readonly limit: number
  readonly questions: readonly string[]
  readonly tell: (line: string) => void
}

export interface Replayed {
  /** Messages, from sent to answered. */
  readonly turns: Figures
  /** Chats, from the moment of arrival to the greeting. */
  readonly greetings: Figures
  readonly finished: number
  readonly left: number
  readonly mostAtOnce: number
}

const TELL_EVERY = 15_000

export async function replay(
  open: () => Promise<OpenChat>,
  { arrivals, milliseconds, atOnce, limit, questions, tell }: Replay,
): Promise<Replayed> {
  const [turns, greetings]: [number[], number[]] = [[], []]
  const failures = { turns: 0, greetings: 0 }
  const began = performance.now()
  let [next, finished, talking, mostAtOnce] = [0, 0, 0, 0]
  const one = async (number: number, due: number): Promise<void> => {
    const chat = await open().catch(() => null)
    if (!chat) return void (failures.greetings += 1)
    greetings.push(performance.now() - due)
    for (const text of sayingOf(number, questions)) {
      const from = performance.now()
      await chat.say(text).then(
        () => turns.push(performance.now() - from),
        () => (failures.turns += 1),
      )
    }
    chat.close()
    finished += 1
  }
  const slot = async (): Promise<void> => {
    while (next < arrivals.length && performance.now() - began < limit) {
      const number = next
      next += 1
      const due = began + (arrivals[number] ?? 0) * milliseconds
      const early = due - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      talking += 1
      mostAtOnce = Math.max(mostAtOnce, talking)
      await one(number, due)
      talking -= 1
    }
  }
  const told = setInterval(() => {
    const share = Math.min(1, (performance.now() - began) / milliseconds)
    tell(`${(share * 100).toFixed(0)} % of the time over: ${finished} chats through, ${talking} open`)
  }, TELL_EVERY)
  await Promise.all(Array.from({ length: atOnce }, slot))
  clearInterval(told)
  const took = performance.now() - began
  return {
    turns: figuresOf(turns, failures.turns, took),
    greetings: figuresOf(greetings, failures.greetings, took),
    finished,
    left: arrivals.length - next,
    mostAtOnce,
  }
}
