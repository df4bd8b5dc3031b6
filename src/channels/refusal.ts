// A request that is answered with a 4xx and one plain sentence.
import type { LogFields } from '../log'

export type RefusedWhy = LogFields<'refused'>['why']

export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    readonly why: RefusedWhy,
    message: string,
  ) {
    super(message)
  }
}
