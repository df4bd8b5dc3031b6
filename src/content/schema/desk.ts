// Who staffs a desk that families can be put in touch with, and when: content/desks/*.yaml.
import { z } from 'zod'
import type { OpeningHours } from '../../rules/handoff/opening-hours'
import { contactFact } from './contact'
import { calendarDate, id, text } from './primitives'

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const minute = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')

const spell = z
  .strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), from: minute, until: minute })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'must be later than from' })

const closure = z
  .strictObject({
    from: calendarDate,
    /** The last day; null where nobody knows yet. */
    until: calendarDate.nullable(),
    /** Families read it. */
    reason: text,
  })
  .refine(({ from, until }) => until === null || from <= until, { path: ['until'], message: 'must not be before from' })

const hours = z
  .strictObject({ week: z.array(spell), onBankHolidays: z.enum(['closed', 'as-usual']) })
  .refine(({ week }) => !overlap(week), { path: ['week'], message: 'has hours that overlap' })

export const desk = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['sendiass', 'mediation', 'council']),
    /** True only for a desk that does not exist. */
    demonstration: z.boolean(),
    /** The councils whose families are offered it. */
    councils: z.array(id).min(1),
    /** Whether the council is among those who read what is shared; families are told either way. */
    councilReads: z.boolean(),
    /**
     * Where its staff may talk with families from a chat in Microsoft Teams: who keeps what is typed there and may read it, and whether that
     * is the council. Left out, they talk at the desk only.
     */
    teamsChat: z.strictObject({ employer: text, isCouncil: z.boolean() }).optional(),
    /** In the order in which they are offered. */
    routes: z.array(z.enum(['live', 'phone', 'callback', 'email'])).min(1),
    hours,
    closures: z.array(closure),
    contacts: z.array(contactFact),
    checkedOn: calendarDate,
    reviewBy: calendarDate,
  })
  .superRefine(({ kind, councilReads, routes, contacts, teamsChat }, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'council' && !councilReads) wrong('councilReads', 'must be true for a desk of the council')
    if (teamsChat && !routes.includes('live')) wrong('teamsChat', 'is for desks that offer a chat')
    if (routes.includes('phone') && !contacts.some((fact) => fact.kind === 'phone')) wrong('routes', 'offers the phone and has no number')
    if (new Set(routes).size < routes.length) wrong('routes', 'has the same route twice')
  })

export type Desk = z.infer<typeof desk>

/** The hours as the rules want them. */
export function openingHoursOf({ hours: { week, onBankHolidays }, closures }: Desk): OpeningHours {
  const spells = week.flatMap(({ days, from, until }) => days.map((name) => ({ weekday: WEEKDAYS.indexOf(name) + 1, from, until })))
  return { week: spells, onBankHolidays, closures }
}

function overlap(week: readonly z.infer<typeof spell>[]): boolean {
  return WEEKDAYS.some((name) => {
    const spells = week.filter(({ days }) => days.includes(name)).sort((a, b) => (a.from < b.from ? -1 : 1))
    return spells.some(({ from }, index) => index > 0 && from < (spells[index - 1]?.until ?? ''))
  })
}
