// Names of places that do not say by themselves which council is meant: content/place-names.yaml.
import { z } from 'zod'
import { id, text } from './primitives'

/** Names with a comma and a space between them. */
const list = z.string().transform((names) => names.split(', ').filter((name) => name !== ''))

export const placeNames = z.strictObject({
  /** Names that stand for several councils. */
  shared: z.array(z.strictObject({ names: z.array(text).min(1), councils: z.array(id).min(2).max(6) })),
  /** Names of areas with more councils than can be offered. */
  areas: z.array(text),
  /** Towns of other nations, by the door that people there are sent to. */
  elsewhere: z.record(id, list),
  /** Names that are ordinary words too. */
  ordinary: list,
  /** Words round a name that say nothing about which council it is. */
  fillers: list,
})

export type PlaceNamesFile = z.output<typeof placeNames>
