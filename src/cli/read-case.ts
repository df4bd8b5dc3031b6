// Reading one case of a command: what is wrong with it is said by the name of its field.
import type { z } from 'zod'
import { BadLine } from './bad-line'

/** @throws BadLine `bad-input` naming each field that is wrong. */
export function readCase<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
  throw new BadLine('bad-input', faults.join('; '))
}
