// A handoff as it stands in a queue, for tests that do not look at how it got there.
import type { Handoff } from '../../src/rules/handoff/handoff-types'
import { OFFERED } from '../rules/handoff/handoff-stage'

export const aHandoff: Handoff = {
  ...OFFERED,
  id: 'the-handoff',
  organisation: 'demo-sendiass',
  conversation: 'a-conversation',
  state: 'queued',
  version: 3,
  attempt: 1,
  isToMediation: false,
  packVersion: '2026.11.1',
  createdAt: 0,
  consentedAt: 0,
  queuedAt: 0,
}
