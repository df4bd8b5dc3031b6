// A summary as a family would share it, for tests.
import { SUMMARY_FIELDS, SUMMARY_SCHEMA, type Summary } from '../../src/rules/handoff/summary'
import { day } from '../holidays'

export const SUMMARY: Summary = {
  schema: SUMMARY_SCHEMA,
  reference: null,
  calculatedOn: day('2026-11-23'),
  callerRole: 'parent_or_carer',
  permissionGiven: null,
  ageBand: 'below_compulsory_age_end',
  localAuthority: 'demo',
  decisionType: 'refuse-assess',
  sectionsDisputed: [],
  letterDate: { date: day('2026-11-02'), seen: 'letter_in_hand' },
  sentDateIfDifferent: null,
  adviserContact: { made: 'no', date: null, provider: null },
  certificate: { needed: 'needed', reason: 'appeal_decision', held: 'no', issueDate: null },
  clocks: [
    {
      clock: 'appeal',
      safeDate: day('2026-12-31'),
      lastDate: day('2027-01-02'),
      outerDate: null,
      status: 'open',
      daysLeft: 38,
      working: 'Two months from the letter.',
      sources: ['Tribunal Rules 2008 r 20'],
    },
  ],
  wants: ['certificate_only'],
  contactRoute: 'call_me',
  contactValue: null,
  safeContact: { mayLeaveMessage: 'no', maySayWho: 'unsure', bestTimes: ['morning'] },
  preferredName: 'Sam',
  needsForTheCall: null,
  letterChecklist: null,
  inOwnWords: 'MARKED-OWN-WORDS about school',
  toldSoFar: [],
  flags: ['possibly-late'],
  provenance: Object.fromEntries(SUMMARY_FIELDS.map((field) => [field, 'user_said'])) as Summary['provenance'],
  consent: null,
}

export const SHOWN = 'You are a parent.\nIn your own words: MARKED-OWN-WORDS about school'
