// What the words of a pack must not do: content/house-style.yaml.
import { z } from 'zod'
import { text } from './primitives'

const pattern = text.refine(isPattern, 'is no regular expression')

export const houseStyle = z.strictObject({
  claims: z.array(
    z.strictObject({
      pattern,
      why: text,
      /** Files in which the words are there to be put right. */
      except: z.array(text),
    }),
  ),
  pushes: z.array(text),
  /** Hosts whose pages may be a source, each with the hosts under it. */
  hosts: z.string().transform((names) => names.split(', ')),
  /** What must not stand, and what must stand instead. */
  spelling: z.record(z.string(), text),
})

export type HouseStyle = z.infer<typeof houseStyle>

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'iu') instanceof RegExp
  } catch {
    return false
  }
}
