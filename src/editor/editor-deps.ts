// What the editor's page is told: the pack and where its overlay lies, what could not be answered, who signs in how, and what day it is.
import type { Editions } from '../content/overlay/editions'
import type { Pack } from '../content/pack'
import type { HouseStyle } from '../content/schema/house-style'
import type { LocalSignIn, OidcSignIn } from '../desk/desk-deps'
import type { Log } from '../log'
import type { CalendarDate } from '../rules/calendar-date'

/** Who may edit every council, and withdraw topics. */
export const EVERYTHING = 'everything'

export interface EditorDeps {
  /** The project folder: `dist/client` holds the built style sheet. */
  readonly root: string
  readonly contentDir: string
  /** content/ by itself. */
  readonly base: Pack
  /** What the words of a pack must not do. */
  readonly style: HouseStyle
  /** Where the overlay lies. */
  readonly dir: string
  readonly editions: Editions
  readonly unanswered: {
    readonly counts: (
      from: CalendarDate,
      until: CalendarDate,
    ) => Promise<readonly { readonly council: string | null; readonly count: number }[]>
    readonly kept: () => Promise<readonly { readonly council: string | null; readonly day: CalendarDate; readonly text: string }[]>
  }
  readonly log: Log
  /** This moment, epoch milliseconds. */
  readonly now: () => number
  readonly today: () => CalendarDate
  readonly publicUrl: string | undefined
  readonly signIn: LocalSignIn | OidcSignIn
}
