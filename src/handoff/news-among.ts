// The news of several instances as one: who is at a desk anywhere, and what changed wherever it was changed.
import type { HandoffStore } from '../store/handoff-port'
import type { Hint, Others } from '../store/others-port'
import { createNews, type News } from './news'

/** Who sits where is asked again this often, for an instance that is gone without having said so. Milliseconds. */
const ASKED_EVERY = 5000

export interface NewsAmong extends News {
  /** Hears nothing more from the others. */
  stop(): void
}

export function newsAmong(others: Others, store: Pick<HandoffStore, 'openAt'>, report: (error: unknown) => void): NewsAmong {
  const here = createNews()
  if (others.mayBe === 'none') return { ...here, stop: () => undefined }
  const listening = new Map<string, number>()
  let elsewhere: ReadonlySet<string> = new Set()
  const ask = async (): Promise<void> => void (elsewhere = new Set(await others.staffedElsewhere()))
  const readAgain = async (): Promise<void> => {
    await ask()
    for (const organisation of listening.keys()) {
      for (const { id } of await store.openAt(organisation)) here.spread(organisation, id)
    }
  }
  const unhear = others.hear((hint) => void heard(hint).catch(report))
  const heard = async (hint: Hint): Promise<void> => {
    if (hint.kind === 'handoff') here.spread(hint.organisation, hint.handoff)
    if (hint.kind === 'presence') await ask()
    if (hint.kind === 'missed') await readAgain()
  }
  const timer = setInterval(() => void ask().catch(report), ASKED_EVERY)
  timer.unref()
  void ask().catch(report)
  return {
    spread: here.spread,
    listen: (organisation, onChange) => {
      const count = (by: number): void => void listening.set(organisation, (listening.get(organisation) ?? 0) + by)
      count(1)
      const stop = here.listen(organisation, onChange)
      return () => {
        count(-1)
        if (listening.get(organisation) === 0) listening.delete(organisation)
        stop()
      }
    },
    present: presentAmong(here, others, report),
    isStaffed: (organisation) => here.isStaffed(organisation) || elsewhere.has(organisation),
    stop: () => {
      clearInterval(timer)
      unhear()
    },
  }
}

/** The first who comes and the last who goes are told to the others, in this order however long it takes. */
function presentAmong(here: News, others: Others, report: (error: unknown) => void): News['present'] {
  let telling: Promise<void> = Promise.resolve()
  const tell = (organisation: string): void => {
    telling = telling
      .then(async () => (here.isStaffed(organisation) ? others.sitDown(organisation) : others.getUp(organisation)))
      .catch(report)
  }
  return (organisation) => {
    const wasStaffed = here.isStaffed(organisation)
    const leave = here.present(organisation)
    if (!wasStaffed) tell(organisation)
    return () => {
      leave()
      if (!here.isStaffed(organisation)) tell(organisation)
    }
  }
}
