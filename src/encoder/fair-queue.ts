// Whose turn it is at the encoder: a few texts of one request, then a few of the next, so that a long message holds nobody up.

/** Texts that belong together, and where their vectors go. */
export interface Request {
  readonly texts: readonly string[]
  readonly resolve: (vectors: Float32Array[]) => void
  readonly reject: (fault: Error) => void
}

/** Some texts of one request, to be encoded at once. */
export interface Portion {
  readonly texts: readonly string[]
  /** Hands over the vectors, in the order of the texts. */
  readonly done: (vectors: readonly Float32Array[]) => void
  readonly failed: (fault: Error) => void
}

interface Waiting extends Request {
  readonly vectors: Float32Array[]
}

/** A portion ends at this many texts, or once it has this many characters. */
const TEXTS = 16
const CHARACTERS = 1_200

export class FairQueue {
  private waiting: Waiting[] = []

  add(request: Request): void {
    if (request.texts.length === 0) request.resolve([])
    else this.waiting.push({ ...request, vectors: [] })
  }

  /** The next portion; its request goes to the end of the queue with what is left of it. Null when nothing waits. */
  next(): Portion | null {
    const request = this.waiting.shift()
    if (request === undefined) return null
    const texts = portionOf(request.texts.slice(request.vectors.length))
    return {
      texts,
      done: (vectors) => {
        request.vectors.push(...vectors)
        if (request.vectors.length < request.texts.length) this.waiting.push(request)
        else request.resolve(request.vectors)
      },
      failed: request.reject,
    }
  }

  /** Nobody waits for this request any more. */
  forget(texts: readonly string[]): void {
    this.waiting = this.waiting.filter((request) => request.texts !== texts)
  }

  failAll(fault: Error): void {
    for (const { reject } of this.waiting) reject(fault)
    this.waiting = []
  }
}

function portionOf(texts: readonly string[]): readonly string[] {
  let characters = 0
  const end = texts.findIndex((text, place) => {
    characters += text.length
    return place + 1 >= TEXTS || characters >= CHARACTERS
  })
  return end < 0 ? texts : texts.slice(0, end + 1)
}
