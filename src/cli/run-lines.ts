// One JSON object a line in, one a line out, in the same order with the same id; a bad line gives an error and the rest go on.
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { BadLine } from './bad-line'

const WRITE_AT = 1 << 16

export async function runLines(answer: (input: unknown) => Promise<object>, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Infinity })
  let waiting = ''
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ''
    if (text !== '' && !output.write(text)) await new Promise((resolve) => output.once('drain', resolve))
  }
  let pending = false
  for await (const line of lines) {
    if (line.trim() === '') continue
    const answered = JSON.stringify(await answerLine(line, answer)) // awaited first: `waiting` may be flushed meanwhile
    waiting += `${answered}\n`
    if (waiting.length > WRITE_AT) await flush()
    else if (!pending) {
      pending = true
      setImmediate(() => {
        pending = false
        void flush()
      })
    }
  }
  await flush()
}

async function answerLine(line: string, answer: (input: unknown) => Promise<object>): Promise<object> {
  let input: unknown
  try {
    input = JSON.parse(line)
  } catch {
    return refusal(null, new BadLine('bad-json', 'This line is no JSON object.'))
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refusal(null, new BadLine('bad-json', 'This line is no JSON object.'))
  const id = (input as { id?: unknown }).id ?? null
  try {
    return { id, ...(await answer(input)) }
  } catch (fault) {
    return refusal(id, fault)
  }
}

function refusal(id: unknown, fault: unknown): object {
  if (fault instanceof BadLine) return { id, error: { code: fault.code, message: fault.message } }
  return { id, error: { code: 'failed', message: 'This line could not be answered.' } }
}
