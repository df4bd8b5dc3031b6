// Counts what the bot says by its kind, never by its words.
import type { Middleware } from 'botbuilder-core'

/** Middleware that tells `said` the kind of every message that goes out. */
export function countMessages(said: (kind: string) => void): Middleware {
  return {
    onTurn: async (context, next) => {
      context.onSendActivities(async (_sending, activities, send) => {
        for (const { channelData } of activities) {
          const kind = (channelData as { advice?: { kind?: unknown } } | undefined)?.advice?.kind
          if (typeof kind === 'string') said(kind)
        }
        return send()
      })
      await next()
    },
  }
}
