// Every setting, read once from the environment and checked. What is wrong is told by name, never by value.
import { readFileSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'

const SECRETS = [
  'DATABASE_URL',
  'MicrosoftAppPassword',
  'DIRECT_LINE_SECRET',
  'TOKEN_SECRET',
  'SEND_KEYS',
  'SMTP_URL',
  'DESK_OIDC_CLIENT_SECRET',
  'METRICS_TOKEN',
] as const
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const origin = z
  .string()
  .transform((text) => text.trim().replace(/\/$/, ''))
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text)

const postgresAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1)
const smtpAddress = z.string().refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol))
const sender = z.union([z.email(), z.string().regex(/^[^<>"\r\n]{1,80} <[^\s<>@]+@[^\s<>@]+>$/)])
/** Plain http only on this machine. */
const issuer = z
  .string()
  .refine((text) => URL.canParse(text) && /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/.test(`${text}/`))
/** `value=organisation=title`. */
const deskRole = z
  .string()
  .transform((text) => text.split('=').map((part) => part.trim()))
  .pipe(z.tuple([z.string().min(1).max(200), z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.string().min(1).max(60)]))
  .transform(([value, organisation, title]) => ({ value, organisation, title }))

/** `organisation=object id`. */
const lead = z
  .string()
  .transform((text) => text.split('=').map((part) => part.trim()))
  .pipe(z.tuple([z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), guid]))
  .transform(([organisation, person]) => ({ organisation, person: person.toLowerCase() }))

/** `council=https://its.site`: whose pages may show the chat of which council in a frame. */
const councilOrigin = z
  .string()
  .transform((text) => text.trim().split('='))
  .pipe(z.tuple([z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), origin]))
  .transform(([council, site]) => ({ council, site }))

const OIDC = ['DESK_OIDC_ISSUER', 'DESK_OIDC_CLIENT_ID', 'DESK_OIDC_CLIENT_SECRET'] as const

const settingsShape = z.object({
  PROFILE: z.enum(['local', 'production']).default('local'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,255}$/)
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  PUBLIC_URL: origin.optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(origin))
    .default([]),
  COUNCIL_ORIGINS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(councilOrigin))
    .default([]),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().min(1).optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MicrosoftAppTenantId: guid.optional(),
  TEAMS_TENANTS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(guid))
    .default([]),
  TEAMS_LEADS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(lead))
    .default([]),
  DIRECT_LINE_SECRET: z.string().min(8).optional(),
  TOKEN_SECRET: z.string().min(32).optional(),
  SEND_KEYS: z.string().min(1).optional(),
  RECEIVERS_FILE: z.string().min(1).optional(),
  RETENTION_FILE: z.string().min(1).optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:mailto:[^\s@]{1,100}@[^\s@]{1,100}|https:\/\/[^\s]{1,200})$/)
    .optional(),
  SMTP_URL: smtpAddress.optional(),
  MAIL_FROM: sender.optional(),
  DESK_OIDC_ISSUER: issuer.optional(),
  DESK_OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  DESK_OIDC_CLIENT_SECRET: z.string().min(8).optional(),
  DESK_OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\w.:/-]+)*$/)
    .default('openid profile'),
  DESK_OIDC_CLAIM: z
    .string()
    .regex(/^[\w.:/-]{1,120}$/)
    .default('roles'),
  DESK_OIDC_ROLES: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(deskRole))
    .default([]),
  EDITOR_OIDC_ROLES: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(deskRole))
    .default([]),
  DESK_OIDC_ACR: z.string().min(1).max(200).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  EMBEDDINGS: z.enum(['on', 'off']).default('on'),
  CHATS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(600),
  COUNCIL_MESSAGES_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(12_000),
  MESSAGES_PER_MINUTE: z.coerce.number().int().min(10).max(100_000).default(600),
})

type Settings = Readonly<z.output<typeof settingsShape>>

/** The names of settings that do not fit with the others, or that the others need. */
function wrongTogether(settings: Settings): readonly string[] {
  const isMissing = (name: keyof Settings): boolean => settings[name] === undefined
  const { MicrosoftAppType: type } = settings
  const registration = settings.MicrosoftAppId !== undefined
  const desk = OIDC.some((name) => !isMissing(name))
  return [
    ...(registration && type !== 'MultiTenant' && isMissing('MicrosoftAppTenantId') ? ['MicrosoftAppTenantId'] : []),
    ...(registration && (type === 'UserAssignedMSI') !== isMissing('MicrosoftAppPassword') ? ['MicrosoftAppPassword'] : []),
    ...((settings.PROFILE === 'production' || !isMissing('DATABASE_URL')) && isMissing('SEND_KEYS') ? ['SEND_KEYS'] : []),
    ...(!isMissing('DATABASE_URL') && isMissing('TOKEN_SECRET') ? ['TOKEN_SECRET'] : []),
    ...(!isMissing('SMTP_URL') && isMissing('MAIL_FROM') ? ['MAIL_FROM'] : []),
    ...(desk ? [...OIDC, 'PUBLIC_URL' as const].filter(isMissing) : []),
    ...(desk && settings.DESK_OIDC_ROLES.length === 0 ? ['DESK_OIDC_ROLES'] : []),
  ]
}

const schema = settingsShape.superRefine((settings, check) => {
  for (const name of wrongTogether(settings)) check.addIssue({ code: 'custom', path: [name], message: 'wrong' })
})

export type Config = Readonly<z.output<typeof schema>>

/** Exit code for a server that cannot start as it is set up. */
export const EXIT_WRONG_SETTINGS = 78

export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  constructor(readonly settings: readonly string[]) {
    super(`These settings are missing or not as .env.example describes them: ${settings.join(', ')}.`)
  }
}

/** The settings of `env` with defaults filled in. An empty one counts as not set; NAME_FILE names a file that holds a secret. Throws WrongSettings. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse({ ...given, ...secretsFromFiles(given) })
  if (read.success) return read.data
  throw new WrongSettings([...new Set(read.error.issues.map((issue) => String(issue.path[0])))].sort())
}

function secretsFromFiles(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const secrets: Record<string, string> = {}
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    if (name === 'SEND_KEYS' && isInside(given['DATA_DIR'] ?? './data', file)) throw new WrongSettings([`${name}_FILE`])
    try {
      secrets[name] = readFileSync(file, 'utf8').trim()
    } catch {
      throw new WrongSettings([`${name}_FILE`])
    }
  }
  return secrets
}

/** Keys beside what they open would be stolen, and copied into backups, with it. */
function isInside(folder: string, file: string): boolean {
  const way = relative(resolve(folder), resolve(file))
  return !way.startsWith('..') && !isAbsolute(way)
}
