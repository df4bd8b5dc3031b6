// A summary as a family shared it, for the desk's tests.
import type { Summary } from '../../src/rules/handoff/summary'
import { SUMMARY as SAMPLE } from '../handoff/sample-summary'

export const SUMMARY: Summary = {
  ...SAMPLE,
  reference: '412298334',
  clocks: SAMPLE.clocks.map((clock) => ({
    ...clock,
    working: 'Two months later is 2 January 2027.',
    sources: ['Tribunal Procedure (First-tier) (HESC) Rules 2008 rule 20'],
  })),
  inOwnWords: 'It is about school.',
  flags: [],
}
