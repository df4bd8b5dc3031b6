// Which store this deployment has: one SQLite file in its data folder, or the PostgreSQL that DATABASE_URL names.
import { join } from 'node:path'
import { WrongSettings, type Config } from './config'
import { openStore, openStoreBeside } from './store/open-store'
import type { Store } from './store/port'
import { openPostgresStore, openPostgresTeams } from './store/postgres/open-store'
import { NewerTables } from './store/postgres/schema'
import { openTeamsStore } from './store/sqlite-teams'
import type { TeamsStore } from './store/teams-port'

type Settings = Pick<Config, 'DATA_DIR' | 'DATABASE_URL' | 'DATABASE_CONNECTIONS'>

/** The database cannot be used as it is set up. Says why in our own words: the driver's may hold a user, a host or more. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'
  constructor(why: string) {
    super(`The database that DATABASE_URL names cannot be used: ${why}.`)
  }
}

/** @throws NoDatabase, WrongSettings where the folder or the file in it cannot be written to */
export async function chooseStore({ DATA_DIR: folder, DATABASE_URL: url, DATABASE_CONNECTIONS: connections }: Settings): Promise<Store> {
  if (url === undefined) return openFile(folder)
  return openPostgresStore({ url, connections }).catch(refuse)
}

/** For a command beside servers that run, or do not: nothing of theirs is touched. @throws NoDatabase */
export async function chooseStoreBeside(settings: Settings): Promise<Store> {
  return settings.DATABASE_URL === undefined ? openStoreBeside(join(settings.DATA_DIR, 'store.db')) : chooseStore(settings)
}

/** The same, of staff in Teams only. @throws NoDatabase */
export async function chooseTeamsStore({
  DATA_DIR: folder,
  DATABASE_URL: url,
}: Settings): Promise<TeamsStore & { close(): void | Promise<void> }> {
  return url === undefined ? openTeamsStore(join(folder, 'store.db')) : openPostgresTeams(url).catch(refuse)
}

const READ_ONLY = 8
const CANNOT_OPEN = 14

function openFile(folder: string): Store {
  try {
    return openStore(join(folder, 'store.db'))
  } catch (error) {
    const { syscall, errcode } = error as { syscall?: unknown; errcode?: unknown }
    if (syscall !== undefined || errcode === READ_ONLY || errcode === CANNOT_OPEN) throw new WrongSettings(['DATA_DIR'])
    throw error
  }
}

function refuse(error: unknown): never {
  throw new NoDatabase(whyNot(error))
}

const WHY: Readonly<Record<string, string>> = {
  '28P01': 'it does not take this user and password',
  '28000': 'it does not take this user from this machine',
  '3D000': 'there is no such database',
  '42501': 'this user may not make tables in it',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
  '25006': 'it can only be read',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}

function whyNot(error: unknown): string {
  if (error instanceof NewerTables) return 'its tables are those of a newer release'
  const code = String((error as { code?: unknown }).code ?? '')
  return WHY[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? `it answers with ${code}` : 'it does not answer')
}
