// The one connection of this process that stays: it hears hints, holds the names that this process works under, and shows that it lives.
import { randomInt } from 'node:crypto'
import { Client } from 'pg'
import type { Hint } from '../others-port'
import { askTogether } from './ask-together'
import { connectionOf, queriesOn, type Queries, type Row } from './database'
import { CHANNEL, readHint } from './hints'

export interface Link {
  hear(listener: (hint: Hint) => void): () => void
  /** True when the name is ours now; false when somebody has it, or the database cannot be reached. */
  take(name: string): Promise<boolean>
  give(name: string): Promise<void>
  close(): Promise<void>
}

const BEAT = 10_000
const ANSWER_WITHIN = 5000
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5000

/** What stands for this process in the database. Its lock is gone the moment that the process is. */
export function newOwner(): number {
  return randomInt(1, 2 ** 47)
}

/** Whether the process with this number, an SQL expression, still has its connection. */
export const lives = (owner: string): string => `EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
  WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
  AND l.classid = ((${owner}) >> 32)::bigint::oid AND l.objid = ((${owner}) & 4294967295)::bigint::oid)`

export async function openLink(url: string, owner: number): Promise<Link> {
  const link = new PostgresLink(url, owner)
  await link.connect()
  return link
}

/** A name, and the connection that holds it or is to. */
interface Held {
  readonly client: Client
  readonly name: string
}

class PostgresLink implements Link {
  private readonly listeners = new Set<(hint: Hint) => void>()
  private readonly held = new Map<string, Client>()
  private client: Client | null = null
  private retry: NodeJS.Timeout | undefined
  private readonly beat: NodeJS.Timeout
  private pause = FIRST_PAUSE
  private isClosed = false
  private line: Promise<unknown> = Promise.resolve()
  private readonly taking = askTogether(async (all: readonly Held[]) => this.takeAll(all))
  private readonly giving = askTogether(async (all: readonly Held[]) => this.giveAll(all))

  constructor(
    private readonly url: string,
    private readonly owner: number,
  ) {
    this.beat = setInterval(() => void this.check(), BEAT)
    this.beat.unref()
  }

  async connect(): Promise<void> {
    const client = new Client({ ...connectionOf(this.url), query_timeout: ANSWER_WITHIN })
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    client.on('notification', ({ payload }) => this.told(payload ?? '{}'))
    try {
      await client.connect()
      // A machine that vanished must not keep its names for hours.
      await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3')
      await client.query(`LISTEN ${CHANNEL}`)
      await client.query('SELECT pg_advisory_lock($1::bigint)', [this.owner])
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    this.client = client
    this.pause = FIRST_PAUSE
  }

  hear(listener: (hint: Hint) => void): () => void {
    // Wrapped, so that the same function may listen twice and stop once.
    const mine = (hint: Hint): void => listener(hint)
    this.listeners.add(mine)
    return () => void this.listeners.delete(mine)
  }

  async take(name: string): Promise<boolean> {
    const { client } = this
    if (!client || this.held.has(name)) return false
    this.held.set(name, client)
    try {
      if (await this.taking({ client, name })) return true
    } catch {
      this.lost(client)
    }
    this.held.delete(name)
    return false
  }

  async give(name: string): Promise<void> {
    const client = this.held.get(name)
    try {
      // A connection that was lost has given its names back by itself.
      if (client && client === this.client) await this.giving({ client, name })
    } catch {
      if (client) this.lost(client)
    } finally {
      this.held.delete(name)
    }
  }

  async close(): Promise<void> {
    this.isClosed = true
    clearInterval(this.beat)
    clearTimeout(this.retry)
    const { client } = this
    this.client = null
    await client?.end().catch(() => undefined)
  }

  private async check(): Promise<void> {
    const { client } = this
    if (!client) return
    await this.queries(client)
      .run('SELECT 1')
      .catch(() => this.lost(client))
  }

  private async takeAll(all: readonly Held[]): Promise<readonly boolean[]> {
    const sql = 'SELECT name FROM unnest(?::text[]) AS name WHERE pg_try_advisory_lock(hashtextextended(name, 0))'
    const taken = new Set((await this.askOf(all, sql)).map(({ name }) => name))
    return all.map(({ client, name }) => client === this.client && taken.has(name))
  }

  private async giveAll(all: readonly Held[]): Promise<readonly void[]> {
    await this.askOf(all, 'SELECT pg_advisory_unlock(hashtextextended(name, 0)) FROM unnest(?::text[]) AS name')
    return all.map(() => undefined)
  }

  /** Of the connection that stands; what was meant for one that was lost is left out. */
  private async askOf(all: readonly Held[], sql: string): Promise<readonly Row[]> {
    const { client } = this
    const names = all.filter((held) => held.client === client).map(({ name }) => name)
    return client && names.length > 0 ? this.queries(client).all(sql, names) : []
  }

  /** One statement after another. */
  private queries(client: Client): Queries {
    return queriesOn({
      query: async (statement) => {
        const answer = this.line.then(async () => client.query<Row>({ ...statement }))
        this.line = answer.catch(() => undefined)
        return answer
      },
    })
  }

  private told(payload: string): void {
    const hint = readHint(payload, this.owner)
    if (hint) this.spread(hint)
  }

  private spread(hint: Hint): void {
    for (const listener of [...this.listeners]) listener(hint)
  }

  private lost(client: Client): void {
    if (this.isClosed || this.client !== client) return
    this.client = null
    client.end().catch(() => undefined)
    this.again()
  }

  /** Whatever was said meanwhile was not heard. */
  private again(): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.spread({ kind: 'missed' }),
        () => this.isClosed || this.again(),
      )
    }, this.pause)
    this.retry.unref()
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2)
  }
}
