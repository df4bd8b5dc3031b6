// A handoff as it stands in a queue, for tests that do not look at how it got there.
import type { Handoff } from '../../src/rules/handoff/handoff-types'

export const aHandoff: Handoff = {
  id: 'the-handoff',
  council: 'demo',
  organisation: 'demo-sendiass',
  conversation: 'a-conversation',
  route: 'live',
  state: 'queued',
  version: 3,
  attempt: 1,
  decision: null,
  flags: [],
  actBy: null,
  isToMediation: false,
  contactMadeOn: null,
  acceptedBy: null,
  summaryHash: null,
  packVersion: '2026.11.1',
  createdAt: 0,
  consentedAt: 0,
  queuedAt: 0,
  leaseUntil: null,
  lastWordAt: null,
  endedAt: null,
  endReason: null,
}
