// What is asked for in one turn of the event loop, or while a statement is on its way, goes together in the next one: many wait for one way there and back.

interface Job<Asked, Answer> {
  readonly asked: Asked
  readonly resolve: (answer: Answer) => void
  readonly reject: (fault: unknown) => void
}

const loopTurned = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** `ask` answers many at once, in their order. Whoever asks alone waits for one turn of the event loop; when `ask` throws, all who asked together are told. */
export function askTogether<Asked, Answer>(ask: (all: readonly Asked[]) => Promise<readonly Answer[]>): (asked: Asked) => Promise<Answer> {
  let waiting: Job<Asked, Answer>[] = []
  let isAsking = false
  const askAll = async (): Promise<void> => {
    isAsking = true
    for (await loopTurned(); waiting.length > 0; await loopTurned()) {
      const jobs = waiting
      waiting = []
      try {
        const answers = await ask(jobs.map(({ asked }) => asked))
        jobs.forEach(({ resolve }, place) => resolve(answers[place] as Answer))
      } catch (fault) {
        for (const { reject } of jobs) reject(fault)
      }
    }
    isAsking = false
  }
  return async (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (!isAsking) void askAll()
    })
}
