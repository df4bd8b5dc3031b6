// Notes what could not be answered in the store. A store that fails is logged, and the conversation goes on.
import type { UnansweredNotes } from '../dialogs/visit'
import type { Log } from './log'
import type { UnansweredStore } from './store/port'

export function unansweredNotes(store: Pick<UnansweredStore, 'count' | 'keep'>, log: Pick<Log, 'failure'>): UnansweredNotes {
  const noted = async (work: Promise<void>): Promise<void> => {
    await work.catch((error: unknown) => log.failure('unanswered', error))
  }
  return {
    count: (place, kind) => noted(store.count(place, kind)),
    // PostgreSQL's text holds every character but this one.
    keep: (question) => noted(store.keep({ ...question, text: question.text.replaceAll('\0', ' ') })),
  }
}
