// Why a delivery did not go through: a short code of ours, never the other side's words.

/** It will never go through, whatever is tried. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
  constructor(readonly code: string) {
    super(code)
  }
}

/** It may go through later. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain'
  /** `wait`: how many milliseconds the other side asks for, at least. */
  constructor(
    readonly code: string,
    readonly wait = 0,
  ) {
    super(code)
  }
}
