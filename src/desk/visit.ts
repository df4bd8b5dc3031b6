// What a route of the desk is given, and what it can answer.
import type { DeskDeps, DeskOrganisation } from './desk-deps'
import type { View } from './staff-frame'
import type { askedFields, Say } from './desk-words'
import type { Told } from './handoff-lines'
import type { Notice, Session } from './sessions'

/** A request of somebody who is signed in and, for a form, whose form it is. */
export interface Visit {
  readonly session: Session
  readonly organisation: DeskOrganisation
  /** The handoff of the address; '' where the address has none, or none that can be one. */
  readonly id: string
  readonly form: URLSearchParams
  /** What the last form came to; taken from the session, so that it is shown once. */
  readonly notice: Notice | null
}

export type Answer =
  | { readonly kind: 'view'; readonly view: View }
  /** The way on after a form (303), with what it came to. */
  | { readonly kind: 'go'; readonly to: string; readonly notice: Notice | null }
  /** No such thing, or another organisation's: nobody can tell which. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'signed-out' }
  /** To be saved, not shown. */
  | { readonly kind: 'file'; readonly name: string; readonly type: 'application/json' | 'text/plain'; readonly body: string }

export interface DeskRoute {
  readonly method: 'get' | 'post'
  readonly path: string
  answer(visit: Visit): Promise<Answer>
}

/** What the routes work with. */
export interface Desk extends Told {
  readonly deps: DeskDeps
  readonly say: Say
  readonly fields: ReturnType<typeof askedFields>
}

export const NOT_FOUND: Answer = { kind: 'not-found' }

export function done(to: string, text: string): Answer {
  return { kind: 'go', to, notice: { kind: 'done', text } }
}

export function problem(to: string, text: string): Answer {
  return { kind: 'go', to, notice: { kind: 'problem', text } }
}

export function view(shown: View): Answer {
  return { kind: 'view', view: shown }
}
