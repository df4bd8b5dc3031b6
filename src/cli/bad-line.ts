// A case that cannot be answered: what is wrong with it, for the one who sent it.

export class BadLine extends Error {
  override readonly name = 'BadLine'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
