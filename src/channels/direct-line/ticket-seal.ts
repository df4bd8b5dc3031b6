// What a stream's address carries where any instance may open it: the chat's token, sealed under a key that only the instances share.
import { hkdfSync } from 'node:crypto'
import { KEY_BYTES } from '../../store/seal'
import { openBytes, sealBytes } from '../../store/sealed-bytes'

export interface TicketSeal {
  close(conversation: string, token: string): string
  /** @throws SealBroken */
  open(conversation: string, sealed: string): string
}

/** `secret`: what signs the tokens, the same on every instance. */
export function ticketSeal(secret: string): TicketSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'common-ground/stream-ticket', KEY_BYTES))
  return {
    close: (conversation, token) => Buffer.from(sealBytes(key, ['ticket', conversation], Buffer.from(token, 'utf8'))).toString('base64url'),
    open: (conversation, sealed) => openBytes(key, ['ticket', conversation], Buffer.from(sealed, 'base64url')).toString('utf8'),
  }
}
