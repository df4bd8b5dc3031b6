// What the desk is told: the service, the words, who signs in how, and what time it is.
import type { Pack } from '../content/pack'
import type { Handoffs } from '../handoff/handoffs'
import type { Log } from '../log'
import type { CalendarDate } from '../rules/calendar-date'
import type { OpeningHours } from '../rules/handoff/opening-hours'
import type { Now } from '../rules/deadlines/types'
import type { OneTimeLinks } from './one-time-links'

export interface DeskDeps {
  /** The project folder: `dist/client` holds the built style sheet and script. */
  readonly root: string
  readonly handoffs: Pick<
    Handoffs,
    | 'queueOf'
    | 'escalatedOf'
    | 'open'
    | 'find'
    | 'accept'
    | 'tell'
    | 'putBack'
    | 'end'
    | 'outcome'
    | 'contactMade'
    | 'askedAgain'
    | 'askedAgainCounts'
    | 'deadLetters'
    | 'retry'
    | 'copyOf'
    | 'erase'
    | 'listen'
    | 'present'
    | 'hoursOf'
    | 'setHours'
  >
  readonly pack: Pick<Pack, 'messages' | 'decisions' | 'deadlines' | 'councils' | 'topics' | 'bankHolidays'>
  readonly log: Log
  /** This moment, epoch milliseconds. */
  readonly now: () => number
  /** The day and the minute in Europe/London at a moment. */
  readonly london: (moment: number) => Now
  /** And back: the moment of a day and a minute (`HH:MM`) there. */
  readonly moment: (date: CalendarDate, time: string) => number
  /** `https://chat.example.gov.uk`; undefined where the desk is reached at the address it listens on. */
  readonly publicUrl: string | undefined
  readonly organisations: readonly DeskOrganisation[]
  readonly signIn: LocalSignIn | OidcSignIn
}

export interface DeskOrganisation {
  readonly id: string
  readonly name: string
  /** Null where none are set: then nobody is ever offered to families. */
  readonly hours: OpeningHours | null
}

/** PROFILE=local: whoever has the one-time link sits at this machine, and picks the organisation of a made-up adviser. */
export interface LocalSignIn {
  readonly kind: 'local'
  readonly links: OneTimeLinks
}

export interface OidcSignIn extends OidcSettings {
  readonly kind: 'oidc'
}

export interface OidcSettings {
  /** `https://login.example.gov.uk/tenant/v2.0`; http only on this machine. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What is asked for: `openid profile`, and what else the claim needs. */
  readonly scope: string
  /** The claim that holds roles or groups, such as `roles`. */
  readonly claim: string
  readonly roles: readonly DeskRole[]
  /** The authentication context that is asked for and must come back, where the identity provider has one for several factors. */
  readonly acr: string | undefined
}

/** What a value of the claim stands for. */
export interface DeskRole {
  readonly value: string
  readonly organisation: string
  /** What families are told beside the first name: `mediation adviser`. */
  readonly title: string
}
