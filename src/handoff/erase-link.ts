// The link with which a family deletes later what it shared: the handoff's id with 128 bits that only this service can make. It opens nothing for reading.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export interface EraseLinks {
  /** 44 characters base64url. */
  readonly tokenFor: (id: string) => string
  /** The handoff's id; null for what this service did not make. */
  readonly idOf: (token: string) => string | null
}

const TOKEN = /^([\w-]{22})([\w-]{22})$/

/** `secret`: the service's own, the same in every instance and after every start. */
export function createEraseLinks(secret: string): EraseLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'common-ground/erase-link', 32))
  const proofOf = (id: string): string => createHmac('sha256', key).update(id).digest().subarray(0, 16).toString('base64url')
  return {
    tokenFor: (id) => id + proofOf(id),
    idOf: (token) => {
      const [, id = '', proof = ''] = TOKEN.exec(token) ?? []
      return id !== '' && timingSafeEqual(Buffer.from(proofOf(id)), Buffer.from(proof)) ? id : null
    },
  }
}
