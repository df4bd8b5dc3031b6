// The desk's two cookies: the session, and what a sign-in under way must remember until the identity provider sends the person back.
import { createCookies, type CookieRule, type Cookies } from '../web/cookies'

type CookieName = 'desk' | 'desk-signing-in'
export type DeskCookies = Cookies<CookieName>

/** The way back from the identity provider is caused by another site, so what it needs cannot be `Strict`. */
const RULES: Readonly<Record<CookieName, CookieRule>> = {
  desk: { path: '/desk', sameSite: 'Strict', seconds: 8 * 3600 },
  'desk-signing-in': { path: '/desk', sameSite: 'Lax', seconds: 600 },
}

export function deskCookies(scheme: 'http' | 'https'): DeskCookies {
  return createCookies(scheme, RULES)
}
