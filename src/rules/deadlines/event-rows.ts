// Every other clock of the field, one row a line: who must act, how long they have, and whether the Tribunal rules move its end.

/** How long: counted from the day of the event, which is left out unless the unit says `starting`. */
export type Period =
  | { readonly unit: 'months' | 'weeks' | 'days' | 'working-days' | 'tribunal-days'; readonly count: number }
  /** The day of the event is day one. */
  | { readonly unit: 'starting-days' | 'starting-months'; readonly count: number }
  /** Backwards from the event. */
  | { readonly unit: 'working-days-before' | 'months-before'; readonly count: number }
  /** The day before a fixed day (MM-DD) of the event's year: the regulation says "before". */
  | { readonly unit: 'before-day'; readonly day: '02-15' | '03-31' }
  | { readonly unit: 'at-once' }

interface Row {
  /** Only what a family itself must do has a safe date. */
  readonly actor: 'family' | 'other'
  /** Empty where the law gives no figure. The first is the one to go by; further ones belong to other outcomes of the same event. */
  readonly periods: readonly Period[]
  /** Whether the Tribunal rules (HESC Rules r.12) may move the end. */
  readonly rolls: boolean
  /** An outer limit that is never safe to plan on (judicial review; permission to appeal). */
  readonly outerLimitOnly?: true
  readonly warning?: 'U12' | 'U19' | 'U20'
}

const months = (count: number): Period => ({ unit: 'months', count })
const weeks = (count: number): Period => ({ unit: 'weeks', count })
const days = (count: number): Period => ({ unit: 'days', count })
const workingDays = (count: number): Period => ({ unit: 'working-days', count })
const tribunalDays = (count: number): Period => ({ unit: 'tribunal-days', count })
const family = (...periods: Period[]): Row => ({ actor: 'family', periods, rolls: false })
const other = (...periods: Period[]): Row => ({ actor: 'other', periods, rolls: false })

export const EVENT_ROWS = {
  // what the family must do
  d1: { actor: 'family', periods: [months(2)], rolls: true }, // HESC Rules r.20(1)(c)(i)
  d2: { actor: 'family', periods: [months(1)], rolls: true }, // HESC Rules r.20(1)(c)(ii)
  d3: family(months(2)), // SEND Regs 2014 reg 33
  d4: family({ unit: 'starting-days', count: 15 }), // reg 13(1)(a)
  d5: family({ unit: 'starting-days', count: 15 }), // reg 22(2)(c)
  d6: family({ unit: 'starting-months', count: 6 }), // Equality Act 2010 Sch 17 para 4(1)
  d6a: family({ unit: 'starting-months', count: 6 }), // para 4(5)(b)
  d6b: family({ unit: 'starting-months', count: 6 }), // para 4(5)(c), (6)
  d6c: family(),
  d6d: family(),
  d7: family(),
  d8: family(),
  d9: { ...family(), warning: 'U19' }, // school days: not counted by us
  d10: { ...family(), warning: 'U19' }, // local policy
  d11: family(months(12)), // Local Government Act 1974 s.26B
  d12: { ...family(months(3)), outerLimitOnly: true, warning: 'U19' }, // CPR r.54.5
  d13: family({ unit: 'starting-months', count: 6 }), // Equality Act 2010 s.118
  d14: { ...family(days(28)), outerLimitOnly: true, warning: 'U19' },
  // what the mediation side must do
  m1: other(workingDays(3)), // SEND Regs 2014 reg 34(1)
  m2: other(workingDays(3)),
  m3: other(workingDays(3)),
  m4: other(days(30)),
  m5: other(days(30)),
  m6: other(days(30)),
  m7: other(workingDays(3)),
  m8: other({ unit: 'working-days-before', count: 5 }),
  m9: other(),
  m10: other(weeks(5)), // reg 42(2): as if ordered; amending Section B or F is reg 44(2)(e)
  m11: other(weeks(2)), // reg 42(3)
  m12: other(weeks(1)), // reg 42(4)
  m13: other(),
  // what the council must do
  l1: other(weeks(6)), // regs 4(1), 5(1)
  l2: other(weeks(6)), // reg 8
  l3: other(weeks(16)), // reg 10(1)
  l4: other(),
  l5: other(weeks(20)), // reg 13(2)
  l6: other(),
  l7: other(months(12)),
  l8: other(months(12)),
  l9: other(weeks(4)), // reg 20
  l10: other(weeks(4)),
  l11: other(weeks(8)), // reg 22(3)
  l12: other(weeks(12)),
  l13: other(weeks(8)), // reg 22(4)
  l14: other(days(15)),
  l15: other(weeks(14)), // reg 27(2)
  l16: { ...other({ unit: 'before-day', day: '03-31' }), warning: 'U20' }, // reg 18(1)(a)
  l17: { ...other({ unit: 'before-day', day: '02-15' }), warning: 'U20' }, // reg 18(1)(b)
  l18: other({ unit: 'months-before', count: 5 }), // reg 18(2)
  l19: other(),
  l20: other(weeks(5)),
  // after the Tribunal
  t1: other(weeks(2)), // reg 44(2)(b)
  t2: other(weeks(10)), // reg 44(2)(b)(i)
  t3: other(weeks(14)), // reg 44(2)(b)(ii)
  t4: other(weeks(5), weeks(11)), // reg 44(2)(c): draft, then final
  t5: other(weeks(5)), // reg 44(2)(e)
  t6: other(weeks(2)), // reg 44(2)(f)
  t7: other({ unit: 'at-once' }),
  t8: other(),
  t9: other(weeks(4), weeks(2)), // reg 45: assess, review, re-assess or amend; then school only
  t10: other(weeks(5)),
  t11: other(tribunalDays(10)),
  t12: other(tribunalDays(30)),
  t13: other(tribunalDays(10)),
} as const satisfies Record<string, Row>

export type EventRow = keyof typeof EVENT_ROWS

/** Whether a text names one of the duties that are counted from an event. */
export function isEventRow(text: string): text is EventRow {
  return Object.hasOwn(EVENT_ROWS, text)
}

/** How such a duty is counted, with its legal source. */
export function eventRow(row: EventRow): Row {
  return EVENT_ROWS[row]
}
