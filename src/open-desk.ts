// What the staff desk is told: whose desks there are, and how staff sign in here.
import { londonMoment, londonNow } from './clock'
import type { Config } from './config'
import type { Pack } from './content/pack'
import { openingHoursOf, type Desk } from './content/schema/desk'
import type { DeskDeps, LocalSignIn, OidcSignIn } from './desk/desk-deps'
import { createOneTimeLinks } from './desk/one-time-links'
import type { Handoffs } from './handoff/handoffs'
import type { Log } from './log'

export interface DeskPartsGiven {
  readonly config: Config
  readonly pack: Pack
  readonly handoffs: Handoffs
  readonly log: Log
  readonly root: string
}

/** Null where nobody could sign in: in production without an identity provider. */
export function openDesk({ config, pack, handoffs, log, root }: DeskPartsGiven): DeskDeps | null {
  const signIn = signInOf(config)
  if (signIn === null) return null
  return {
    root,
    handoffs,
    pack,
    log,
    now: Date.now,
    london: (moment) => londonNow(new Date(moment)),
    moment: londonMoment,
    publicUrl: config.PUBLIC_URL,
    organisations: [...pack.desks.values()].sort(openEnded).map((desk) => ({ id: desk.id, name: desk.name, hours: openingHoursOf(desk) })),
    signIn,
  }
}

/** Desks that are closed until further notice stand last: the first is what a visitor tries. */
function openEnded(a: Desk, b: Desk): number {
  const isShut = ({ closures }: Desk): boolean => closures.some(({ until }) => until === null)
  return Number(isShut(a)) - Number(isShut(b))
}

function signInOf(config: Config): LocalSignIn | OidcSignIn | null {
  const { DESK_OIDC_ISSUER: issuer, DESK_OIDC_CLIENT_ID: clientId, DESK_OIDC_CLIENT_SECRET: clientSecret } = config
  if (issuer && clientId && clientSecret) {
    const { DESK_OIDC_SCOPE: scope, DESK_OIDC_CLAIM: claim, DESK_OIDC_ROLES: roles, DESK_OIDC_ACR: acr } = config
    return { kind: 'oidc', issuer, clientId, clientSecret, scope, claim, roles, acr }
  }
  if (config.PROFILE !== 'local') return null
  return { kind: 'local', links: createOneTimeLinks(Date.now, (line) => process.stdout.write(`  ${line}\n`)) }
}
