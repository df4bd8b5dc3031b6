// What the editor's page is told: the pack with its overlay, and how editors sign in here.
import { londonNow } from './clock'
import type { Config } from './config'
import { loadHouseStyle } from './content/load-house-style'
import { createOneTimeLinks } from './desk/one-time-links'
import type { EditorDeps } from './editor/editor-deps'
import type { Log } from './log'
import type { Overlay } from './open-overlay'
import { contentDir, projectRoot } from './project-root'
import type { UnansweredStore } from './store/port'

interface EditorParts {
  readonly config: Config
  readonly overlay: Overlay
  readonly unanswered: UnansweredStore
  readonly log: Log
}

/** Null where nobody could sign in: in production without an identity provider, or without a role for editors. */
export function openEditor({ config, overlay: { base, dir, editions }, unanswered, log }: EditorParts): EditorDeps | null {
  const signIn = signInOf(config)
  if (signIn === null) return null
  const today = (): ReturnType<EditorDeps['today']> => londonNow().today
  const style = loadHouseStyle(contentDir)
  return {
    root: projectRoot,
    contentDir,
    base,
    style,
    dir,
    editions,
    unanswered,
    log,
    now: Date.now,
    today,
    publicUrl: config.PUBLIC_URL,
    signIn,
  }
}

function signInOf(config: Config): EditorDeps['signIn'] | null {
  const {
    DESK_OIDC_ISSUER: issuer,
    DESK_OIDC_CLIENT_ID: clientId,
    DESK_OIDC_CLIENT_SECRET: clientSecret,
    EDITOR_OIDC_ROLES: roles,
  } = config
  if (issuer && clientId && clientSecret) {
    const { DESK_OIDC_SCOPE: scope, DESK_OIDC_CLAIM: claim, DESK_OIDC_ACR: acr } = config
    return roles.length === 0 ? null : { kind: 'oidc', issuer, clientId, clientSecret, scope, claim, roles, acr }
  }
  if (config.PROFILE !== 'local') return null
  return { kind: 'local', links: createOneTimeLinks(Date.now, (line) => process.stdout.write(`  ${line}\n`), '/editor') }
}
