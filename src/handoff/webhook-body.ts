// What a webhook says: enough to know that there is something to fetch, and nothing about the family.
import { z } from 'zod'
import { DECISIONS } from '../rules/decisions'
import { FLAGS } from '../rules/handoff/summary'
import { inThrees } from '../rules/handoff/reference'
import type { Handoff } from '../rules/handoff/handoff-types'
import type { Delivery } from '../store/outbox-port'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** handoff-webhook/1, closed. */
export const webhookSchema = z.strictObject({
  type: z.enum([
    'handoff.created',
    'handoff.accepted',
    'handoff.live',
    'handoff.ended',
    'handoff.expired',
    'handoff.failed',
    'handoff.withdrawn',
    'callback.requested',
  ]),
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    id: z.string().regex(/^[\w-]{22}$/),
    /** As it is read out, `412 298 334`; null once it is withdrawn. */
    reference: z
      .string()
      .regex(/^\d{3} \d{3} \d{3}$/)
      .nullable(),
    council: z.string(),
    organisation: z.string(),
    route: z.enum(['live', 'phone', 'callback', 'email']),
    /** As it stood when this was announced: of two about one handoff the higher version is the later. */
    state: z.enum(['offered', 'consented', 'queued', 'accepted', 'live', 'ended', 'expired', 'failed']),
    version: z.int().min(1),
    attempt: z.int().min(0),
    topic: z.enum(DECISIONS).nullable(),
    flags: z.array(z.enum(FLAGS)),
    actBy: day.nullable(),
    /** SEND Regs 2014 reg 33: to a mediation provider this is not contact with the adviser. */
    isContact: z.literal(false),
    links: z.strictObject({ self: z.url() }),
  }),
})

export type WebhookBody = z.output<typeof webhookSchema>

/** The body of this delivery. The reference is filled in as it goes out: it is not stored in clear. `publicUrl` without a slash at its end. */
export function webhookBody(delivery: Delivery, handoff: Handoff, reference: string | null, publicUrl: string): WebhookBody {
  return webhookSchema.parse({
    type: delivery.kind,
    timestamp: new Date(delivery.createdAt).toISOString(),
    data: {
      id: handoff.id,
      reference: reference === null ? null : inThrees(reference),
      council: handoff.council,
      organisation: handoff.organisation,
      route: handoff.route,
      state: delivery.vars['state'],
      version: delivery.vars['version'],
      attempt: delivery.vars['attempt'],
      topic: handoff.decision,
      flags: handoff.flags,
      actBy: handoff.actBy,
      isContact: false,
      links: { self: `${publicUrl}/api/handoffs/${handoff.id}` },
    },
  })
}
