// Ends a turn that hangs, so that its conversation can go on.
import type { TurnContext } from 'botbuilder-core'

export class TurnTookTooLong extends Error {
  override readonly name = 'TurnTookTooLong'
}

/** The same logic, given up after so many milliseconds: what it does later goes nowhere. @throws TurnTookTooLong */
export function withinLimit(logic: (context: TurnContext) => Promise<void>, limit: number): (context: TurnContext) => Promise<void> {
  return async (context) => {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TurnTookTooLong()), limit)
    })
    try {
      await Promise.race([logic(context), tooLong])
    } finally {
      clearTimeout(timer)
    }
  }
}
