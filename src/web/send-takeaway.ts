// Sends what a family takes away from its dates as a file: read from the chat, kept nowhere.
import type { Response } from 'restify'
import { calendarFile } from './calendar-file'
import { LATEST } from './conversation'
import { datesText } from './dates-text'
import { sendSomewhere } from './respond'
import { commonHeaders } from './security'
import { toldDates } from './told-dates'
import type { WebDeps } from './web-deps'

export interface Wanted {
  /** `calendar` or `text`. */
  readonly kind: string
  readonly pass: string | null
  /** The chat's own address, with host. */
  readonly address: string
  /** Where to go when there is nothing to take. */
  readonly back: string
}

/** Names that say nothing to whoever sees the list of files. */
const FILES: ReadonlyMap<string, { readonly name: string; readonly type: string }> = new Map([
  ['calendar', { name: 'dates.ics', type: 'text/calendar; charset=utf-8' }],
  ['text', { name: 'notes.txt', type: 'text/plain; charset=utf-8' }],
])

type From = Pick<WebDeps, 'forms' | 'strings'>

export async function sendTakeaway({ forms, strings }: From, res: Response, { kind, pass, address, back }: Wanted): Promise<void> {
  const found = pass === null ? null : await forms.read(pass)
  const chat = found === 'away' ? null : found
  const told = chat && toldDates(chat.activities)
  const file = FILES.get(kind)
  if (!chat || !told || file === undefined) return sendSomewhere(res, `${back}#${LATEST}`, [])
  const body = kind === 'calendar' ? calendarFile(chat.conversationId, told, strings) : datesText(told, address, strings)
  res.writeHead(200, {
    ...commonHeaders(),
    'Content-Type': file.type,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  })
  res.end(body)
}
