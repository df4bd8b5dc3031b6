// Starts the sentence encoder in its worker thread, hands its vectors over as plain numbers, and starts it again when it ended by itself.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FairQueue, type Portion } from './fair-queue'
import type { VectorReply } from './worker'

export interface Encoder {
  /**
   * One unit vector of 512 numbers for each text. Requests take turns, portion by portion. Rejects when the encoder has been closed, when its
   * thread ended or failed on these texts, and when `signal` says that nobody waits any more.
   */
  readonly encode: (texts: readonly string[], signal?: AbortSignal) => Promise<Float32Array[]>
  /** Ends the worker thread for good. */
  readonly close: () => Promise<void>
}

/** The worker makes much short-lived garbage: it is collected early rather than let grow. */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }
const STOPPED = 'The sentence encoder has stopped.'

/** Starts an encoder and waits until it is warm. `workerFile` is the built worker; tests hand in their own build of it. */
export async function createEncoder(workerFile: string = join(__dirname, 'worker.js')): Promise<Encoder> {
  const desk = new EncoderDesk(workerFile)
  await desk.ready()
  return {
    encode: (texts, signal) => desk.encode(texts, signal),
    close: () => desk.close(),
  }
}

/** One worker at a time, one portion at a time. */
class EncoderDesk {
  private readonly queue = new FairQueue()
  private worker: { readonly thread: Worker; readonly warm: Promise<void> } | null = null
  private atWork: Portion | null = null
  private isClosed = false

  constructor(private readonly workerFile: string) {}

  async ready(): Promise<Worker> {
    this.worker ??= this.start()
    await this.worker.warm
    return this.worker.thread
  }

  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    if (this.isClosed) return Promise.reject(new Error(STOPPED))
    const mine = [...texts]
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.queue.forget(mine)
        reject(new Error('The sentence encoder took too long.'))
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      const settled = (): void => signal?.removeEventListener('abort', giveUp)
      this.queue.add({
        texts: mine,
        resolve: (vectors) => (settled(), resolve(vectors)),
        reject: (fault) => (settled(), reject(fault)),
      })
      this.proceed()
    })
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.worker?.thread.terminate()
    this.stop(new Error(STOPPED))
  }

  private proceed(): void {
    if (this.atWork !== null) return
    const portion = this.queue.next()
    this.atWork = portion
    if (portion === null) return this.worker?.thread.unref()
    this.ready().then(
      (thread) => {
        thread.ref()
        thread.postMessage(portion.texts)
      },
      (fault: unknown) => this.stop(fault as Error),
    )
  }

  private start(): { readonly thread: Worker; readonly warm: Promise<void> } {
    const thread = new Worker(this.workerFile, { resourceLimits: MEMORY })
    thread.unref()
    const warm = new Promise<void>((resolve, reject) => {
      thread.ref()
      thread.once('message', (reply: VectorReply) => ('fault' in reply ? reject(failed(reply.fault)) : resolve(thread.unref())))
      thread.once('exit', () => reject(new Error(STOPPED)))
    })
    warm.then(
      () => thread.on('message', (reply: VectorReply) => this.settle(reply)),
      () => undefined,
    )
    thread.on('error', () => undefined)
    thread.on('exit', () => {
      if (this.worker?.thread !== thread) return
      this.worker = null
      this.stop(new Error(STOPPED))
    })
    return { thread, warm }
  }

  private settle(reply: VectorReply): void {
    const portion = this.atWork
    this.atWork = null
    if ('vectors' in reply) portion?.done(reply.vectors)
    else portion?.failed(failed(reply.fault))
    this.proceed()
  }

  /** What waits now is told; what is asked later starts the worker again. */
  private stop(fault: Error): void {
    this.atWork?.failed(fault)
    this.atWork = null
    this.queue.failAll(fault)
  }
}

const failed = (fault: string): Error => new Error(`The sentence encoder failed: ${fault}`)
