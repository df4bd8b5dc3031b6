// The worker thread in which the sentence encoder runs, so that a long text never holds up another conversation.
import { parentPort } from 'node:worker_threads'
import { loadSentenceVectors } from './sentence-vectors'

/** What the worker says: first that it is warm (no vectors), then the vectors of the texts it was sent, or why there are none. */
export type VectorReply = { readonly vectors: Float32Array[] } | { readonly fault: string }

const port = parentPort
const reason = (fault: unknown): string => (fault instanceof Error ? fault.message : 'unknown fault')

/** Told from outside one portion of texts at a time. */
async function serve(): Promise<void> {
  if (port === null) throw new Error('The sentence encoder runs in a worker thread only.')
  const encoder = await loadSentenceVectors()
  port.on('message', (texts: readonly string[]) => {
    encoder.encode(texts).then(
      (vectors) => port.postMessage({ vectors } satisfies VectorReply),
      (fault: unknown) => port.postMessage({ fault: reason(fault) } satisfies VectorReply),
    )
  })
  port.postMessage({ vectors: [] } satisfies VectorReply)
}

serve().catch((fault: unknown) => port?.postMessage({ fault: reason(fault) } satisfies VectorReply))
