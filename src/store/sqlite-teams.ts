// Staff in Teams, in SQLite.
import { randomUUID } from 'node:crypto'
import { openDatabase, type Database } from './sqlite-database'
import type { TeamsStaff, TeamsStore } from './teams-port'
import { bindingOf, cardOf, cardValues, chatOf, chatValues, correctionOf, PUT_CARD, PUT_CHAT, staffOf } from './teams-rows'

export function sqliteTeams(database: Database): TeamsStore {
  return {
    ...bindingsIn(database),
    ...staffIn(database),
    ...cardsIn(database),
    ...chatsIn(database),
    ...correctionsIn(database),
    sweep: sweepIn(database),
  }
}

/** Beside a server that works on the same file: nothing of the server's is touched. */
export function openTeamsStore(path: string): TeamsStore & { close(): void } {
  const database = openDatabase(path)
  return { ...sqliteTeams(database), close: () => database.close() }
}

function bindingsIn(database: Database): Pick<TeamsStore, 'bindings' | 'bind' | 'moved' | 'broke' | 'addCode' | 'redeem'> {
  return {
    bindings: async () => database.all('SELECT * FROM teams_bindings ORDER BY organisation').map(bindingOf),
    bind: async ({ organisation, tenant, team, channel, serviceUrl, bot, boundBy, boundAt, brokenAt }) =>
      database.transaction(() => {
        database.run('DELETE FROM teams_bindings WHERE organisation = ? OR (tenant = ? AND channel = ?)', organisation, tenant, channel)
        const sql = `INSERT INTO teams_bindings(organisation, tenant, team, channel, service_url, bot, bound_by, bound_at, broken_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
        database.run(sql, organisation, tenant, team, channel, serviceUrl, bot, boundBy, boundAt, brokenAt)
        database.run(
          'DELETE FROM teams_staff WHERE organisation NOT IN (SELECT organisation FROM teams_bindings) OR organisation = ?',
          organisation,
        )
      }),
    moved: async (organisation, serviceUrl) =>
      void database.run('UPDATE teams_bindings SET service_url = ? WHERE organisation = ?', serviceUrl, organisation),
    broke: async (organisation, at) =>
      void database.run('UPDATE teams_bindings SET broken_at = ? WHERE organisation = ? AND broken_at IS NULL', at, organisation),
    addCode: async (hash, organisation, expiresAt) =>
      void database.run('INSERT INTO teams_codes(hash, organisation, expires_at) VALUES (?, ?, ?)', hash, organisation, expiresAt),
    redeem: async (hash, now) => {
      const row = database.get('DELETE FROM teams_codes WHERE hash = ? AND expires_at > ? RETURNING organisation', hash, now)
      return row ? String(row['organisation']) : null
    },
  }
}

function staffIn(database: Database): Pick<TeamsStore, 'staff' | 'addStaff' | 'forgetStaff' | 'setDuty' | 'onDuty'> {
  const find = (tenant: string, person: string): TeamsStaff | null => {
    const row = database.get('SELECT * FROM teams_staff WHERE tenant = ? AND person = ?', tenant, person)
    return row ? staffOf(row) : null
  }
  return {
    staff: async (tenant, person) => find(tenant, person),
    addStaff: async (staff) => {
      const { tenant, person, organisation, name, nameCheck, onDutyUntil } = staff
      const sql = `INSERT INTO teams_staff(tenant, person, organisation, name, name_check, on_duty_until) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING`
      database.run(sql, tenant, person, organisation, name, nameCheck, onDutyUntil)
      return find(tenant, person) ?? staff
    },
    forgetStaff: async (tenant, person) => void database.run('DELETE FROM teams_staff WHERE tenant = ? AND person = ?', tenant, person),
    setDuty: async (tenant, person, until) =>
      void database.run('UPDATE teams_staff SET on_duty_until = ? WHERE tenant = ? AND person = ?', until, tenant, person),
    onDuty: async (organisation, now) =>
      database.all('SELECT * FROM teams_staff WHERE organisation = ? AND on_duty_until > ? ORDER BY name', organisation, now).map(staffOf),
  }
}

function cardsIn(database: Database): Pick<TeamsStore, 'card' | 'putCard' | 'dropCard'> {
  return {
    card: async (handoff) => {
      const row = database.get('SELECT * FROM teams_cards WHERE handoff = ?', handoff)
      return row ? cardOf(row) : null
    },
    putCard: async (card) => void database.run(PUT_CARD, ...cardValues(card)),
    dropCard: async (handoff) => void database.run('DELETE FROM teams_cards WHERE handoff = ?', handoff),
  }
}

function chatsIn(database: Database): Pick<TeamsStore, 'chats' | 'putChat' | 'dropChat'> {
  return {
    chats: async (handoff) => database.all('SELECT * FROM teams_chats WHERE handoff = ? ORDER BY tenant, person', handoff).map(chatOf),
    putChat: async (chat) => void database.run(PUT_CHAT, ...chatValues(chat)),
    dropChat: async ({ handoff, tenant, person }) =>
      void database.run('DELETE FROM teams_chats WHERE handoff = ? AND tenant = ? AND person = ?', handoff, tenant, person),
  }
}

function correctionsIn(database: Database): Pick<TeamsStore, 'addCorrection' | 'corrections'> {
  return {
    addCorrection: async ({ organisation, topic, text, packVersion, at }) => {
      const sql = 'INSERT INTO corrections(id, organisation, topic, text, pack_version, at) VALUES (?, ?, ?, ?, ?, ?)'
      database.run(sql, randomUUID(), organisation, topic, text, packVersion, at)
    },
    corrections: async () => database.all('SELECT * FROM corrections ORDER BY at, id').map(correctionOf),
  }
}

function sweepIn(database: Database): TeamsStore['sweep'] {
  return async (now, before) =>
    database.transaction(
      () =>
        database.run('DELETE FROM teams_codes WHERE expires_at <= ?', now) +
        database.run('DELETE FROM teams_cards WHERE handoff NOT IN (SELECT id FROM handoffs)') +
        database.run('DELETE FROM teams_chats WHERE handoff NOT IN (SELECT id FROM handoffs)') +
        database.run('DELETE FROM corrections WHERE at < ?', before),
    )
}
