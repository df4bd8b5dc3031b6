// The worker thread in which the sentence encoder runs, so that a long text never holds up another conversation.
import { parentPort } from 'node:worker_threads'
import { loadSentenceVectors } from './sentence-vectors'

/** What the main thread asks: a number to answer to, and the texts. */
export interface VectorRequest {
  readonly id: number
  readonly texts: readonly string[]
}

/** What the worker says: ready (id -1), the vectors of a request, or why there are none. */
export type VectorReply = { readonly id: number; readonly vectors: Float32Array[] } | { readonly id: number; readonly fault: string }

const port = parentPort
const reason = (fault: unknown): string => (fault instanceof Error ? fault.message : 'unknown fault')

async function serve(): Promise<void> {
  if (port === null) throw new Error('The sentence encoder runs in a worker thread only.')
  const encoder = await loadSentenceVectors()
  let queue = Promise.resolve()
  port.on('message', ({ id, texts }: VectorRequest) => {
    queue = queue.then(async () => {
      try {
        port.postMessage({ id, vectors: await encoder.encode(texts) } satisfies VectorReply)
      } catch (fault) {
        port.postMessage({ id, fault: reason(fault) } satisfies VectorReply)
      }
    })
  })
  port.postMessage({ id: -1, vectors: [] } satisfies VectorReply)
}

serve().catch((fault: unknown) => port?.postMessage({ id: -1, fault: reason(fault) } satisfies VectorReply))
