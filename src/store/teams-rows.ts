// Rows about staff in Teams, read back from whichever database.
import type { Correction, TeamsBinding, TeamsCard, TeamsChat, TeamsStaff } from './teams-port'

type Row = Readonly<Record<string, unknown>>

export function bindingOf(row: Row): TeamsBinding {
  const text = (name: string): string => String(row[name])
  return {
    organisation: text('organisation'),
    tenant: text('tenant'),
    team: text('team'),
    channel: text('channel'),
    serviceUrl: text('service_url'),
    bot: text('bot'),
    boundBy: text('bound_by'),
    boundAt: Number(row['bound_at']),
    brokenAt: numberOrNull(row['broken_at']),
  }
}

export function staffOf(row: Row): TeamsStaff {
  return {
    tenant: String(row['tenant']),
    person: String(row['person']),
    organisation: String(row['organisation']),
    name: String(row['name']),
    nameCheck: new Uint8Array(row['name_check'] as Uint8Array),
    onDutyUntil: numberOrNull(row['on_duty_until']),
  }
}

export function cardOf(row: Row): TeamsCard {
  const sent = {
    handoff: String(row['handoff']),
    serviceUrl: String(row['service_url']),
    at: Number(row['at']),
    sends: Number(row['sends']),
  }
  if (row['state'] !== 'shown') return { ...sent, state: 'sending' }
  const [conversation, activity] = [String(row['conversation']), String(row['activity'])]
  return { ...sent, state: 'shown', conversation, activity, version: Number(row['version']) }
}

export function chatOf(row: Row): TeamsChat {
  const text = (name: string): string => String(row[name])
  const textOrNull = (name: string): string | null => (row[name] === null ? null : text(name))
  return {
    handoff: text('handoff'),
    tenant: text('tenant'),
    person: text('person'),
    user: text('user_id'),
    bot: text('bot'),
    serviceUrl: text('service_url'),
    conversation: textOrNull('conversation'),
    summary: textOrNull('summary'),
    lastSeq: Number(row['last_seq']),
    sending: numberOrNull(row['sending']),
    at: Number(row['at']),
  }
}

/** Reads the same in every database: its values are those of `cardValues`, in order. */
export const PUT_CARD = `INSERT INTO teams_cards(handoff, state, service_url, conversation, activity, version, sends, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT(handoff) DO UPDATE SET state = excluded.state, service_url = excluded.service_url, conversation = excluded.conversation,
  activity = excluded.activity, version = excluded.version, sends = excluded.sends, at = excluded.at`

export function cardValues(card: TeamsCard): readonly (string | number | null)[] {
  const { conversation, activity, version } = card.state === 'shown' ? card : { conversation: null, activity: null, version: null }
  return [card.handoff, card.state, card.serviceUrl, conversation, activity, version, card.sends, card.at]
}

/** Reads the same in every database: its values are those of `chatValues`, in order. */
export const PUT_CHAT = `INSERT INTO teams_chats(handoff, tenant, person, user_id, bot, service_url, conversation, summary, last_seq, sending, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(handoff, tenant, person) DO UPDATE SET user_id = excluded.user_id, bot = excluded.bot,
  service_url = excluded.service_url, conversation = excluded.conversation, summary = excluded.summary, last_seq = excluded.last_seq,
  sending = excluded.sending, at = excluded.at`

export function chatValues(chat: TeamsChat): readonly (string | number | null)[] {
  const { handoff, tenant, person, user, bot, serviceUrl, conversation, summary, lastSeq, sending, at } = chat
  return [handoff, tenant, person, user, bot, serviceUrl, conversation, summary, lastSeq, sending, at]
}

export function correctionOf(row: Row): Correction {
  const topic = row['topic'] === null ? null : String(row['topic'])
  const [organisation, text, packVersion] = [String(row['organisation']), String(row['text']), String(row['pack_version'])]
  return { organisation, topic, text, packVersion, at: Number(row['at']) }
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
