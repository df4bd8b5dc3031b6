// When a case is escalated if nobody takes it: by the usual hours of its place, and by those that its staff have set for today.
import type { Escalates, Handoff } from '../rules/handoff/handoff-types'
import type { Core } from './core'

/** For one of this place that waits from now on; nothing for a place that is not known. Pure: it may be asked inside a transaction. */
export type Escalating = (handoff: Pick<Handoff, 'actBy'>) => { readonly escalates?: Escalates }

export async function escalating(
  { places, store, now }: Pick<Core, 'places' | 'store' | 'now'>,
  organisation: string,
): Promise<Escalating> {
  const place = places.find(organisation)
  if (!place) return () => ({})
  const today = await store.todaysHours(organisation)
  return ({ actBy }) => {
    const at = now()
    return { escalates: place.escalates(at, actBy, today !== null && at < today.endsAt ? today : null) }
  }
}
