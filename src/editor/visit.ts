// What a page of the editor is given, and what it can answer.
import type { Pack } from '../content/pack'
import type { Person } from '../content/overlay/shapes'
import type { View } from '../desk/staff-frame'
import type { Notice, Session } from '../desk/sessions'
import { EVERYTHING, type EditorDeps } from './editor-deps'
import type { EditorSay } from './editor-words'

/** A request of an editor who is signed in and, for a form, whose form it is. */
export interface Visit {
  readonly session: Session
  /** The council or the version of the address; '' where it has none. */
  readonly id: string
  readonly form: URLSearchParams
}

export type Answer =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'go'; readonly to: string; readonly notice: Notice | null }
  | { readonly kind: 'file'; readonly name: string; readonly body: string }
  /** No such thing, or another council's: nobody can tell which. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'signed-out' }

export interface EditorRoute {
  readonly method: 'get' | 'post'
  readonly path: string
  answer(visit: Visit): Promise<Answer>
}

/** What the pages work with. */
export interface Editor {
  readonly deps: EditorDeps
  readonly say: EditorSay
  /** The pack as it is live. */
  readonly pack: Pack
}

export const NOT_FOUND: Answer = { kind: 'not-found' }

export function done(to: string, text: string): Answer {
  return { kind: 'go', to, notice: { kind: 'done', text } }
}

export function problem(to: string, text: string): Answer {
  return { kind: 'go', to, notice: { kind: 'problem', text } }
}

/** Whether an editor may see and change a council. */
export function mayEdit({ deps }: Editor, { staff }: Session, council: string): boolean {
  return deps.base.councils.has(council) && (staff.organisation === EVERYTHING || staff.organisation === council)
}

/** Withdrawing an answer about rights is not for one council. */
export function mayWithdraw({ staff }: Session): boolean {
  return staff.organisation === EVERYTHING
}

/** Who stands in the record. */
export function personOf({ staff: { id, name } }: Session): Person {
  return { id, name }
}
