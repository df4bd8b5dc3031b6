// Every setting, read once from the environment and checked. What is wrong is told by name, never by value.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const SECRETS = ['MicrosoftAppPassword', 'DIRECT_LINE_SECRET', 'TOKEN_SECRET'] as const
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
const origin = z
  .string()
  .transform((text) => text.trim().replace(/\/$/, ''))
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text)

const schema = z
  .object({
    PROFILE: z.enum(['local', 'production']).default('local'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3978),
    HOST: z
      .string()
      .regex(/^[\w.:-]{1,255}$/)
      .default('127.0.0.1'),
    DATA_DIR: z.string().min(1).default('./data'),
    PUBLIC_URL: origin.optional(),
    ALLOWED_ORIGINS: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(origin))
      .default([]),
    MicrosoftAppId: guid.optional(),
    MicrosoftAppPassword: z.string().min(1).optional(),
    MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']).default('SingleTenant'),
    MicrosoftAppTenantId: guid.optional(),
    DIRECT_LINE_SECRET: z.string().min(8).optional(),
    TOKEN_SECRET: z.string().min(32).optional(),
    EMBEDDINGS: z.enum(['on', 'off']).default('on'),
    CHATS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(600),
    MESSAGES_PER_MINUTE: z.coerce.number().int().min(10).max(100_000).default(600),
  })
  .superRefine((settings, check) => {
    const wrong = (name: string) => check.addIssue({ code: 'custom', path: [name], message: 'wrong' })
    if (!settings.MicrosoftAppId) return
    if (settings.MicrosoftAppType !== 'MultiTenant' && !settings.MicrosoftAppTenantId) wrong('MicrosoftAppTenantId')
    if ((settings.MicrosoftAppType === 'UserAssignedMSI') === Boolean(settings.MicrosoftAppPassword)) wrong('MicrosoftAppPassword')
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
    try {
      secrets[name] = readFileSync(file, 'utf8').trim()
    } catch {
      throw new WrongSettings([`${name}_FILE`])
    }
  }
  return secrets
}
