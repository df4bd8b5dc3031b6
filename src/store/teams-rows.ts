// Rows about staff in Teams, read back from whichever database.
import type { Correction, TeamsBinding, TeamsCard, TeamsStaff } from './teams-port'

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

export function correctionOf(row: Row): Correction {
  const topic = row['topic'] === null ? null : String(row['topic'])
  const [organisation, text, packVersion] = [String(row['organisation']), String(row['text']), String(row['pack_version'])]
  return { organisation, topic, text, packVersion, at: Number(row['at']) }
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
