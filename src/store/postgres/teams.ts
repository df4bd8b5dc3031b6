// Staff in Teams, in PostgreSQL.
import { randomUUID } from 'node:crypto'
import type { TeamsStaff, TeamsStore } from '../teams-port'
import { bindingOf, cardOf, cardValues, chatOf, chatValues, correctionOf, PUT_CARD, PUT_CHAT, staffOf } from '../teams-rows'
import type { Database, Queries } from './database'
import type { Tell } from './hints'

export function postgresTeams(database: Database, tell: Tell): TeamsStore {
  return {
    ...bindingsIn(database, tell),
    ...staffIn(database),
    ...cardsIn(database),
    ...chatsIn(database),
    ...correctionsIn(database),
    sweep: sweepIn(database),
  }
}

type Bindings = Pick<TeamsStore, 'bindings' | 'bind' | 'moved' | 'broke' | 'addCode' | 'redeem'>

function bindingsIn(database: Database, tell: Tell): Bindings {
  /** The others hold what is bound where in memory. */
  const changing = async (work: (queries: Queries) => Promise<unknown>): Promise<void> =>
    database.transaction(async (queries) => {
      await work(queries)
      await tell(queries, { kind: 'teams' })
    })
  return {
    bindings: async () => (await database.all('SELECT * FROM teams_bindings ORDER BY organisation COLLATE "C"')).map(bindingOf),
    bind: async ({ organisation, tenant, team, channel, serviceUrl, bot, boundBy, boundAt, brokenAt }) =>
      changing(async (queries) => {
        await queries.run('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', 'teams-bindings')
        await queries.run(
          'DELETE FROM teams_bindings WHERE organisation = ? OR (tenant = ? AND channel = ?)',
          organisation,
          tenant,
          channel,
        )
        const sql = `INSERT INTO teams_bindings(organisation, tenant, team, channel, service_url, bot, bound_by, bound_at, broken_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
        await queries.run(sql, organisation, tenant, team, channel, serviceUrl, bot, boundBy, boundAt, brokenAt)
        const gone = 'DELETE FROM teams_staff WHERE organisation NOT IN (SELECT organisation FROM teams_bindings) OR organisation = ?'
        await queries.run(gone, organisation)
      }),
    moved: async (organisation, serviceUrl) =>
      changing(async (queries) =>
        queries.run('UPDATE teams_bindings SET service_url = ? WHERE organisation = ?', serviceUrl, organisation),
      ),
    broke: async (organisation, at) =>
      changing(async (queries) =>
        queries.run('UPDATE teams_bindings SET broken_at = ? WHERE organisation = ? AND broken_at IS NULL', at, organisation),
      ),
    addCode: async (hash, organisation, expiresAt) =>
      void (await database.run('INSERT INTO teams_codes(hash, organisation, expires_at) VALUES (?, ?, ?)', hash, organisation, expiresAt)),
    redeem: async (hash, now) => {
      const row = await database.get('DELETE FROM teams_codes WHERE hash = ? AND expires_at > ? RETURNING organisation', hash, now)
      return row ? String(row['organisation']) : null
    },
  }
}

function staffIn(database: Database): Pick<TeamsStore, 'staff' | 'addStaff' | 'forgetStaff' | 'setDuty' | 'onDuty'> {
  const find = async (tenant: string, person: string): Promise<TeamsStaff | null> => {
    const row = await database.get('SELECT * FROM teams_staff WHERE tenant = ? AND person = ?', tenant, person)
    return row ? staffOf(row) : null
  }
  return {
    staff: find,
    addStaff: async (staff) => {
      const { tenant, person, organisation, name, nameCheck, onDutyUntil } = staff
      const sql = `INSERT INTO teams_staff(tenant, person, organisation, name, name_check, on_duty_until) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING`
      await database.run(sql, tenant, person, organisation, name, nameCheck, onDutyUntil)
      return (await find(tenant, person)) ?? staff
    },
    forgetStaff: async (tenant, person) =>
      void (await database.run('DELETE FROM teams_staff WHERE tenant = ? AND person = ?', tenant, person)),
    setDuty: async (tenant, person, until) =>
      void (await database.run('UPDATE teams_staff SET on_duty_until = ? WHERE tenant = ? AND person = ?', until, tenant, person)),
    onDuty: async (organisation, now) => {
      const sql = 'SELECT * FROM teams_staff WHERE organisation = ? AND on_duty_until > ? ORDER BY name COLLATE "C"'
      return (await database.all(sql, organisation, now)).map(staffOf)
    },
  }
}

function cardsIn(database: Database): Pick<TeamsStore, 'card' | 'putCard' | 'dropCard'> {
  return {
    card: async (handoff) => {
      const row = await database.get('SELECT * FROM teams_cards WHERE handoff = ?', handoff)
      return row ? cardOf(row) : null
    },
    putCard: async (card) => void (await database.run(PUT_CARD, ...cardValues(card))),
    dropCard: async (handoff) => void (await database.run('DELETE FROM teams_cards WHERE handoff = ?', handoff)),
  }
}

function chatsIn(database: Database): Pick<TeamsStore, 'chats' | 'putChat' | 'dropChat'> {
  return {
    chats: async (handoff) => {
      const sql = 'SELECT * FROM teams_chats WHERE handoff = ? ORDER BY tenant COLLATE "C", person COLLATE "C"'
      return (await database.all(sql, handoff)).map(chatOf)
    },
    putChat: async (chat) => void (await database.run(PUT_CHAT, ...chatValues(chat))),
    dropChat: async ({ handoff, tenant, person }) =>
      void (await database.run('DELETE FROM teams_chats WHERE handoff = ? AND tenant = ? AND person = ?', handoff, tenant, person)),
  }
}

function correctionsIn(database: Database): Pick<TeamsStore, 'addCorrection' | 'corrections'> {
  return {
    addCorrection: async ({ organisation, topic, text, packVersion, at }) => {
      const sql = 'INSERT INTO corrections(id, organisation, topic, text, pack_version, at) VALUES (?, ?, ?, ?, ?, ?)'
      await database.run(sql, randomUUID(), organisation, topic, text, packVersion, at)
    },
    corrections: async () => (await database.all('SELECT * FROM corrections ORDER BY at, id')).map(correctionOf),
  }
}

function sweepIn(database: Database): TeamsStore['sweep'] {
  return async (now, before) =>
    (await database.run('DELETE FROM teams_codes WHERE expires_at <= ?', now)) +
    (await database.run('DELETE FROM teams_cards WHERE handoff NOT IN (SELECT id FROM handoffs)')) +
    (await database.run('DELETE FROM teams_chats WHERE handoff NOT IN (SELECT id FROM handoffs)')) +
    (await database.run('DELETE FROM corrections WHERE at < ?', before))
}
