// What the chat page asks of the chats when it is sent as a form, without a script.
import type { IncomingMessage } from 'node:http'

export interface FormSaid {
  readonly text: string
  /** What the page had seen when it was sent: the same words from the same page are a repeat, not a second message. */
  readonly seen: string
  /** The id that the script gave this message before it handed over to the form; null otherwise. */
  readonly scriptId: string | null
}

/** `ended`: the chat can no longer go on. `refused`: too long, or too many; nothing was said. `away`: the store is not there at the moment. */
export type FormOutcome =
  | { readonly kind: 'said'; readonly pass: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'away' }
  | { readonly kind: 'refused'; readonly status: number }

/** A chat as it stands, with what the script needs to go on with it. */
export interface FormChat {
  readonly conversationId: string
  readonly userId: string
  readonly token: string
  /** Seconds. */
  readonly expiresIn: number
  readonly watermark: string
  /** Everything said so far, oldest first: Direct Line activities as JSON. */
  readonly activities: readonly string[]
}

export interface FormChats {
  /** Says something in the chat that `pass` opens, or begins one where it is null; waits until it is answered, at most 20 seconds. */
  say(
    request: IncomingMessage,
    chat: { readonly pass: string | null; readonly council: string | null; readonly language: string | null },
    said: FormSaid,
  ): Promise<FormOutcome>
  /** The chat that `pass` opens; null when it opens none (any more), `away` when that cannot be known now. */
  read(pass: string): Promise<FormChat | null | 'away'>
}
