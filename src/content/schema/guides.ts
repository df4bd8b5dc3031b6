// The guides beside the dates: letter-checklist.yaml, after-agreement.yaml and two-routes.yaml.
import { z } from 'zod'
import { id, mark, sourceKey, statementDates, text, voiced } from './primitives'

export const letterChecklist = z.strictObject({
  ...statementDates,
  items: z.array(z.strictObject({ id, text: voiced, law: text, sources: z.array(sourceKey).min(1), mark })).min(1),
  /** What it means when something is missing. */
  missing: voiced,
})

export const afterAgreement = z.strictObject({
  ...statementDates,
  rows: z
    .array(
      z.strictObject({
        id,
        /** What was agreed. */
        agreed: voiced,
        /** What must happen; the dates of the clocks follow it. */
        must: voiced,
        /** The clocks that count it from the day of the agreement, in lower case. */
        clocks: z.array(z.string()),
        law: text,
        sources: z.array(sourceKey).min(1),
        mark,
      }),
    )
    .min(1),
})

export const ROUTE_POINTS = [
  'who-it-is-for',
  'which-decisions',
  'certificate',
  'who-must-come',
  'cost',
  'privacy',
  'time',
  'if-it-fails',
  'clock',
] as const

export const twoRoutes = z.strictObject({
  ...statementDates,
  titles: z.strictObject({ mediation: text, resolution: text }),
  points: z.array(
    z.strictObject({ id: z.enum(ROUTE_POINTS), title: text, mediation: voiced, resolution: voiced, sources: z.array(sourceKey).min(1) }),
  ),
})

export type LetterChecklist = z.infer<typeof letterChecklist>
export type AfterAgreement = z.infer<typeof afterAgreement>
export type TwoRoutes = z.infer<typeof twoRoutes>
