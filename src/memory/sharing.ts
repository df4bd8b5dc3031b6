// What a conversation remembers of passing things to a person: the answers that only that needs, and what was shared.
import { z } from 'zod'
import type { Route } from '../rules/handoff/handoff-types'
import { BEST_TIMES, CALLER_ROLES, NEEDS, PERMISSIONS, WANTS, YES_NO_UNSURE } from '../rules/handoff/summary'
import { parseCalendarDate, type CalendarDate } from '../rules/calendar-date'

const ROUTES = ['live', 'phone', 'callback', 'email'] as const satisfies readonly Route[]
const calendarDate = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value) !== null)

/** Asked once, used for every organisation that the family says yes to. The last four are typed words: only where memory is sealed, forgotten with the yes or the no. */
const answersSchema = z.strictObject({
  role: z.enum(CALLER_ROLES).optional(),
  permission: z.enum(PERMISSIONS).optional(),
  wants: z.enum(WANTS).optional(),
  adviser: z.enum(YES_NO_UNSURE).optional(),
  adviserOn: calendarDate.optional(),
  times: z.enum([...BEST_TIMES, 'any']).optional(),
  mayLeaveMessage: z.enum(YES_NO_UNSURE).optional(),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length).optional(),
  without: z.array(z.string().max(40)).max(30).optional(),
  contact: z.string().max(100).optional(),
  name: z.string().max(40).optional(),
  words: z.string().max(280).optional(),
})

/** What was shared last, and with whom: ids and the name of the organisation. */
const sharedSchema = z.strictObject({
  id: z.string().max(40),
  organisation: z.string().max(60),
  name: z.string().max(120),
  route: z.enum(ROUTES),
})

export const MOST_SHARED = 50

export const sharingSchema = z.strictObject({
  answers: answersSchema,
  /** Begun and not shared yet: the handoff's id, and what its summary would go to. */
  offered: sharedSchema.optional(),
  shared: sharedSchema.optional(),
  /** All that was shared and not taken back yet: what "delete my information" takes back. */
  sharedWith: z.array(sharedSchema).max(MOST_SHARED).optional(),
  /** What the family was told so far, latest last: topics and messages of the pack, with its version. */
  told: z.array(z.strictObject({ id: z.string().max(80), version: z.string().max(40) })).max(40),
  /** A crisis card was shown; nothing about why. */
  signposted: z.boolean(),
})

export type SharingAnswers = z.infer<typeof answersSchema>
export type SharedWith = z.infer<typeof sharedSchema>
export type Sharing = z.infer<typeof sharingSchema>

export const NOTHING_SHARED: Sharing = { answers: {}, told: [], signposted: false }
