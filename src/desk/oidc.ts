// Sign-in at the organisations' identity provider: code flow with PKCE, state and nonce; who may come in is decided by one claim.
import type * as Oidc from 'openid-client'
import type { Staff } from '../handoff/handoffs'
import type { OidcSettings } from './desk-deps'

/** What must be remembered while somebody is at the identity provider. */
export interface Underway {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly how: SignInHow
}

/** `fresh`: who is signed in already has to show once more who they are. */
export type SignInHow = 'usual' | 'fresh'

export type CameBack =
  | { readonly kind: 'staff'; readonly staff: Staff }
  /** Not one of ours, or of more than one organisation: those are kept apart, so nobody can be of two. */
  | { readonly kind: 'no-role' | 'several' }
  /** The provider refused, or what came back is not what was sent for. */
  | { readonly kind: 'refused' }

export interface OidcClient {
  /** Where to send the browser, and what to remember. Rejects when the provider cannot be reached. */
  start(how?: SignInHow): Promise<{ readonly to: string; readonly underway: Underway }>
  /** `query` as it came: `?code=…&state=…`. Rejects when the provider cannot be reached. */
  back(query: string, underway: Underway): Promise<CameBack>
}

const FRESH_SECONDS = 60
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/

/** `redirect`: our address that the provider sends people back to. The provider is looked up when somebody first signs in. */
export function createOidcClient(settings: OidcSettings, redirect: string): OidcClient {
  let found: Promise<Ready> | null = null
  const ready = (): Promise<Ready> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null
      throw error
    })
    return found
  }
  return {
    start: async (how = 'usual') => {
      const { oidc, provider } = await ready()
      const underway = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce(), how }
      const to = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirect,
        scope: settings.scope,
        code_challenge: await oidc.calculatePKCECodeChallenge(underway.verifier),
        code_challenge_method: 'S256',
        state: underway.state,
        nonce: underway.nonce,
        ...(settings.acr === undefined ? {} : { acr_values: settings.acr }),
        ...(how === 'fresh' ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
      })
      return { to: to.href, underway }
    },
    back: async (query, underway) => comeBack(await ready(), settings, new URL(`${redirect}${query}`), underway),
  }
}

interface Ready {
  readonly oidc: typeof Oidc
  readonly provider: Oidc.Configuration
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Ready> {
  const oidc = await import('openid-client')
  const options = LOOPBACK.test(issuer) ? { execute: [oidc.allowInsecureRequests] } : {}
  return { oidc, provider: await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, options) }
}

async function comeBack({ oidc, provider }: Ready, settings: OidcSettings, url: URL, underway: Underway): Promise<CameBack> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, url, {
      pkceCodeVerifier: underway.verifier,
      expectedState: underway.state,
      expectedNonce: underway.nonce,
      idTokenExpected: true,
      ...(underway.how === 'fresh' ? { maxAge: FRESH_SECONDS } : {}),
    })
    const claims = tokens.claims()
    if (!claims || (settings.acr !== undefined && claims['acr'] !== settings.acr)) return { kind: 'refused' }
    const isWhole = claims[settings.claim] !== undefined || provider.serverMetadata().userinfo_endpoint === undefined
    const more = isWhole ? {} : await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
    return staffOf(settings, { ...more, ...claims })
  } catch (error) {
    if (isUnreachable(error)) throw error
    return { kind: 'refused' }
  }
}

/** What the library throws for an answer that it does not accept has a code; a connection that fails is a plain TypeError. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && !('code' in error)
}

/** Families are told a first name and the role's title from our settings, never what else the account says. */
export function staffOf({ claim, roles }: Pick<OidcSettings, 'claim' | 'roles'>, claims: Readonly<Record<string, unknown>>): CameBack {
  const held = claims[claim]
  const values = typeof held === 'string' ? [held] : Array.isArray(held) ? held : []
  const mine = roles.filter(({ value }) => values.includes(value))
  const [role] = mine
  if (!role || typeof claims['sub'] !== 'string') return { kind: 'no-role' }
  if (new Set(mine.map(({ organisation }) => organisation)).size > 1) return { kind: 'several' }
  const given = typeof claims['given_name'] === 'string' ? /^[\p{L}\p{M}'’-]{1,30}/u.exec(claims['given_name'].trim())?.[0] : undefined
  return {
    kind: 'staff',
    staff: {
      id: entraId(claims) ?? claims['sub'],
      name: given === undefined ? role.title : `${given}, ${role.title}`,
      organisation: role.organisation,
    },
  }
}

/** The same person is the same member of staff on the desk and in Teams, where Entra knows them by these two ids. */
function entraId({ iss, tid, oid }: Readonly<Record<string, unknown>>): string | null {
  if (typeof iss !== 'string' || typeof tid !== 'string' || typeof oid !== 'string') return null
  return iss === `https://login.microsoftonline.com/${tid}/v2.0` ? `entra:${tid}:${oid}` : null
}
