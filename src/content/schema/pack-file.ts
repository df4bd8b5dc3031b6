// The pack itself: content/pack.yaml.
import { z } from 'zod'
import { calendarDate, id, text } from './primitives'

export const packFile = z.strictObject({
  id,
  /** Year, month and the number of the release in it: 2026.11.1. */
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, 'must be written like 2026.11.1'),
  title: text,
  nation: z.literal('england'),
  /** The day on which the law was read. */
  lawReadOn: calendarDate,
  reviewBy: calendarDate,
})

export type PackFile = z.infer<typeof packFile>
