// Summaries of every kind, for properties: each field as short, as long or as empty as the schema lets it be.
import type { ToldClock } from '../../../src/rules/deadlines/types'
import fc from 'fast-check'
import { addDays } from '../../../src/rules/calendar-date'
import { DECISIONS } from '../../../src/rules/decisions'
import {
  AGE_BANDS,
  BEST_TIMES,
  CALLER_ROLES,
  CERTIFICATE_REASONS,
  CONTACT_ROUTES,
  FLAGS,
  LETTER_SEEN,
  NEEDS,
  PERMISSIONS,
  SECTIONS,
  SUMMARY_FIELDS,
  WANTS,
  YES_NO_UNSURE,
  type Summary,
} from '../../../src/rules/handoff/summary'
import { day } from '../../holidays'

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 5 })
const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2026-06-01'), days))
const yesNoUnsure = fc.constantFrom(...YES_NO_UNSURE)
const several = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values])
const word = fc.stringMatching(/^[a-z]{1,7}$/)
const words = (most: number): fc.Arbitrary<string> => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '))

const clock = (name: ToldClock['clock']): fc.Arbitrary<ToldClock> =>
  fc.record({
    clock: fc.constant(name),
    safeDate: maybe(anyDay),
    lastDate: anyDay,
    outerDate: maybe(anyDay),
    status: fc.constantFrom('open', 'soon', 'urgent', 'today', 'late-window', 'passed'),
    daysLeft: fc.integer({ min: -50, max: 100 }),
    working: fc.constant('the sum'),
    sources: fc.constant(['SEND Regs 2014 reg 33']),
  })

const SECTIONS_SURE = SECTIONS.filter((section) => section !== 'unsure')
const WANTS_SURE = WANTS.filter((want) => want !== 'unsure')

/** Any summary of a pack that has these councils and providers, without own words, as `buildSummary` may make it. */
export function anySummary(councils: readonly string[], providers: readonly string[]): fc.Arbitrary<Summary> {
  return fc
    .record({
      schema: fc.constant('send-handoff/1' as const),
      reference: fc.constant(null),
      calculatedOn: fc.constant(day('2026-11-20')),
      callerRole: maybe(fc.constantFrom(...CALLER_ROLES)),
      permissionGiven: maybe(fc.constantFrom(...PERMISSIONS)),
      ageBand: maybe(fc.constantFrom(...AGE_BANDS)),
      localAuthority: fc.constantFrom('unsure', ...councils),
      decisionType: maybe(fc.constantFrom(...DECISIONS)),
      sectionsDisputed: several(SECTIONS_SURE),
      letterDate: maybe(fc.record({ date: anyDay, seen: fc.constantFrom(...LETTER_SEEN) })),
      sentDateIfDifferent: maybe(anyDay),
      adviserContact: maybe(fc.record({ made: yesNoUnsure, date: maybe(anyDay), provider: maybe(fc.constantFrom(...providers)) })),
      certificate: maybe(
        fc.record({
          needed: maybe(fc.constantFrom('needed' as const, 'not-needed' as const, 'check' as const)),
          reason: maybe(fc.constantFrom(...CERTIFICATE_REASONS)),
          held: maybe(yesNoUnsure),
          issueDate: maybe(anyDay),
        }),
      ),
      clocks: fc.oneof(
        fc.tuple(clock('appeal'), clock('mediation-adviser'), clock('discrimination-claim')),
        fc.tuple(clock('appeal'), clock('m4'), clock('m5')),
        fc.constant([]),
      ),
      wants: fc.subarray(WANTS_SURE, { maxLength: 3 }),
      contactRoute: fc.constantFrom(...CONTACT_ROUTES),
      contactValue: fc.constant(null),
      safeContact: maybe(fc.record({ mayLeaveMessage: yesNoUnsure, maySayWho: yesNoUnsure, bestTimes: several(BEST_TIMES) })),
      preferredName: maybe(words(2)),
      needsForTheCall: maybe(fc.record({ needs: several(NEEDS), language: maybe(words(2)), other: maybe(words(6)) })),
      letterChecklist: maybe(fc.dictionary(word, yesNoUnsure, { maxKeys: 10 })),
      inOwnWords: fc.constant(null),
      toldSoFar: fc.array(fc.constant({ id: 'appeal-deadline', version: '2026.11.1' }), { maxLength: 40 }),
      flags: several(FLAGS),
      provenance: fc.constant(Object.fromEntries(SUMMARY_FIELDS.map((field) => [field, 'user_said'])) as Summary['provenance']),
      consent: fc.constant(null),
    })
    .map(asBuilt)
}

/** Without what `buildSummary` never lets stand together. */
function asBuilt(summary: Summary): Summary {
  const { callerRole, decisionType, adviserContact, certificate } = summary
  return {
    ...summary,
    permissionGiven: callerRole?.endsWith('_with_permission') ? summary.permissionGiven : null,
    sectionsDisputed: decisionType?.startsWith('plan-') ? summary.sectionsDisputed : [],
    adviserContact: adviserContact && adviserContact.made !== 'yes' ? { ...adviserContact, date: null, provider: null } : adviserContact,
    certificate: certificate && certificate.held !== 'yes' ? { ...certificate, issueDate: null } : certificate,
  }
}
