// Where a statement comes from: content/sources.yaml.
import { z } from 'zod'
import { calendarDate, text, webAddress } from './primitives'

export const source = z.strictObject({
  title: text,
  /** Null where no address is known. */
  url: webAddress.nullable(),
  note: text.optional(),
  /** The date the source itself bears, where it bears one. */
  sourceDate: calendarDate.optional(),
  checkedOn: calendarDate,
})

export type Source = z.infer<typeof source>
