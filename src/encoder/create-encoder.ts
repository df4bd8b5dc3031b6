// Starts the sentence encoder in its worker thread and hands its vectors over as plain numbers.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { VectorReply, VectorRequest } from './worker'

export interface Encoder {
  /** One unit vector of 512 numbers for each text. Rejects when the encoder has stopped or failed on these texts. */
  readonly encode: (texts: readonly string[]) => Promise<Float32Array[]>
  /** Ends the worker thread. */
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly resolve: (vectors: Float32Array[]) => void
  readonly reject: (fault: Error) => void
}

const READY = -1
/** The worker makes much short-lived garbage: it is collected early rather than let grow. */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }

/** Starts an encoder and waits until it is warm. `workerFile` is the built worker; tests hand in their own build of it. */
export async function createEncoder(workerFile: string = join(__dirname, 'worker.js')): Promise<Encoder> {
  const worker = new Worker(workerFile, { resourceLimits: MEMORY })
  worker.unref()
  const waiting = new Map<number, Waiting>()
  let last = READY
  const settle = (reply: VectorReply): void => {
    const waiter = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) worker.unref()
    if ('vectors' in reply) waiter?.resolve(reply.vectors)
    else waiter?.reject(new Error(`The sentence encoder failed: ${reply.fault}`))
  }
  const failAll = (fault: Error): void => {
    for (const waiter of waiting.values()) waiter.reject(fault)
    waiting.clear()
  }
  const wait = (id: number): Promise<Float32Array[]> =>
    new Promise((resolve, reject) => {
      worker.ref()
      waiting.set(id, { resolve, reject })
    })
  let stopped = false
  worker.on('message', settle)
  worker.on('error', failAll)
  worker.on('exit', () => {
    stopped = true
    failAll(new Error('The sentence encoder has stopped.'))
  })
  await wait(READY)
  const encode = (texts: readonly string[]): Promise<Float32Array[]> => {
    if (stopped) return Promise.reject(new Error('The sentence encoder has stopped.'))
    const request: VectorRequest = { id: ++last, texts }
    const answer = wait(request.id)
    worker.postMessage(request)
    return answer
  }
  return { encode, close: async () => void (await worker.terminate()) }
}
