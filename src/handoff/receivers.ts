// Where each organisation is told, and the credential with which it fetches a case: settings of the deployment, not content.
import { z } from 'zod'
import { secretBytes } from './webhook-signature'

const secret = z.string().refine((text) => secretBytes(text) !== null, 'a secret is whsec_ and base64 of 24 to 64 bytes')

const target = z.strictObject({ url: z.url({ protocol: /^https?$/ }), secrets: z.array(secret).min(1).max(2) })

const receiver = z.strictObject({
  webhook: target.optional(),
  /** An address of the organisation, not of a person. */
  mail: z.strictObject({ to: z.email() }).optional(),
  /** A contact-centre hub, or what connects to it: gets `handoff.initiate`, signed like a webhook. */
  hub: target.optional(),
  /** SHA-256, in hex, of the bearer credentials that may fetch this organisation's cases. */
  credentials: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(4)
    .default([]),
})

const schema = z.strictObject({ receivers: z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), receiver) })

export type Receiver = z.output<typeof receiver>
export type Receivers = ReadonlyMap<string, Receiver>

export class WrongReceivers extends Error {
  override readonly name = 'WrongReceivers'
  constructor(readonly faults: readonly string[]) {
    super(`The receivers of handoffs (RECEIVERS_FILE) cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  }
}

/**
 * The receivers by organisation id. In production webhooks are https only.
 * @throws WrongReceivers with every fault at once, by its place and never its value
 */
export function readReceivers(value: unknown, profile: 'local' | 'production'): Receivers {
  const read = schema.safeParse(value)
  if (!read.success) throw new WrongReceivers(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const entries = Object.entries(read.data.receivers)
  const plain = entries.flatMap(([id, targets]) =>
    (['webhook', 'hub'] as const)
      .filter((way) => targets[way] && !targets[way].url.startsWith('https:'))
      .map((way) => `receivers.${id}.${way}.url: https only`),
  )
  if (profile === 'production' && plain.length > 0) throw new WrongReceivers(plain)
  return new Map(entries)
}

export const NO_RECEIVERS: Receivers = new Map()

/** `webhook:…`, `mail:…`, `hub:…`, as far as there is one. */
export function destsOf(receivers: Receivers, organisation: string): readonly string[] {
  const receiver = receivers.get(organisation)
  return (['webhook', 'mail', 'hub'] as const).filter((way) => receiver?.[way]).map((way) => `${way}:${organisation}`)
}
