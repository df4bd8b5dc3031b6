// One process alone works on the store: there is nobody to hear from or to wait for.
import type { Others } from './others-port'

export const NOBODY_ELSE: Others = {
  mayBe: 'none',
  hear: () => () => undefined,
  alone: async (_name, work) => work(),
  sitDown: async () => undefined,
  getUp: async () => undefined,
  staffedElsewhere: async () => [],
}
