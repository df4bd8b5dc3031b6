// Drives a server: so many conversations at once, one message after another in each, for so long; and at a set rate, for waiting times.
import type { Dispatch } from './ways'

export interface Figures {
  readonly turns: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly median: number
  readonly p99: number
  readonly failures: number
}

/** Says the next thing of one conversation and resolves when it is answered. */
export type Talker = () => Promise<void>

/** As fast as `side` conversations go, one turn each at a time, for so many milliseconds after as much again to warm up. */
export async function atFullSpeed(dispatch: Dispatch, script: readonly string[], side: number, milliseconds: number): Promise<Figures> {
  const talkers = await Promise.all(Array.from({ length: side }, () => talkerOf(dispatch, script)))
  await run(talkers, milliseconds / 3)
  return run(talkers, milliseconds)
}

async function run(talkers: readonly Talker[], milliseconds: number): Promise<Figures> {
  const waits: number[] = []
  let failures = 0
  const began = performance.now()
  const until = began + milliseconds
  await Promise.all(
    talkers.map(async (talk) => {
      while (performance.now() < until) {
        const from = performance.now()
        await talk().then(
          () => waits.push(performance.now() - from),
          () => (failures += 1),
        )
      }
    }),
  )
  return figuresOf(waits, failures, performance.now() - began)
}

/** Turns begun at an even rate, whether the ones before are through or not: what people wait when others talk too. */
export async function atRate(dispatch: Dispatch, script: readonly string[], perSecond: number, milliseconds: number): Promise<Figures> {
  const many = Math.max(16, Math.ceil(perSecond / 2))
  const idle = await Promise.all(Array.from({ length: many }, () => talkerOf(dispatch, script)))
  const waits: number[] = []
  let failures = 0
  const running = new Set<Promise<void>>()
  const began = performance.now()
  for await (const due of atPace(perSecond, milliseconds)) {
    const talk = idle.shift()
    if (!talk) {
      failures += 1
      continue
    }
    const one = talk()
      .then(
        () => waits.push(performance.now() - due),
        () => (failures += 1),
      )
      .then(() => void idle.push(talk))
      .finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.all(running)
  return figuresOf(waits, failures, performance.now() - began)
}

/** Moments at an even pace for so many milliseconds, each given when it has come, or late where the one before took too long. */
export async function* atPace(perSecond: number, milliseconds: number): AsyncGenerator<number> {
  const began = performance.now()
  for (let turn = 0; performance.now() - began < milliseconds; turn += 1) {
    const due = began + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    yield due
  }
}

async function talkerOf(dispatch: Dispatch, script: readonly string[]): Promise<Talker> {
  const say = await dispatch()
  let place = 0
  return async () => {
    const text = script[place % script.length] ?? ''
    place += 1
    await say(text)
  }
}

/** `waits` in milliseconds, of turns that took `milliseconds` together. */
export function figuresOf(waits: number[], failures: number, milliseconds: number): Figures {
  const sorted = waits.sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { turns: sorted.length, perSecond: (sorted.length * 1000) / milliseconds, median: at(0.5), p99: at(0.99), failures }
}
