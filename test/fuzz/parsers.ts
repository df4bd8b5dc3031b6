// Everything that reads what somebody typed or sent. Refusing is an answer; anything else that is thrown is a fault.
import { parseObject } from '../../src/channels/read-body'
import { readPosted } from '../../src/channels/direct-line/incoming'
import { createTokens } from '../../src/channels/direct-line/tokens'
import { readWatermark } from '../../src/channels/direct-line/routes'
import { readActivity } from '../../src/channels/read-activity'
import { Refusal } from '../../src/channels/refusal'
import { isServiceUrlAllowed } from '../../src/channels/service-url'
import { readCommand, readLines } from '../../src/channels/teams/read-command'
import { readDeadline } from '../../src/channels/teams/read-deadline'
import { loadConfig, WrongSettings } from '../../src/config'
import { loadPack } from '../../src/content/load'
import { createEraseLinks } from '../../src/handoff/erase-link'
import { readReceivers, WrongReceivers } from '../../src/handoff/receivers'
import { isPrivate } from '../../src/handoff/safe-address'
import { readSummary } from '../../src/handoff/summary-schema'
import { isSigned } from '../../src/handoff/webhook-signature'
import { contentDir } from '../../src/project-root'
import { readRetention, WrongRetention } from '../../src/read-retention'
import { findCrisis } from '../../src/rules/crisis/find-crisis'
import { checkOwnWords, readPreferredName } from '../../src/rules/handoff/own-words'
import { readReference } from '../../src/rules/handoff/reference'
import { readDate } from '../../src/rules/read-date/read-date'
import { recognisedSpan } from '../../src/rules/read-date/recognised-spans'
import { redact } from '../../src/rules/redact/redact'
import { recogniseProblem } from '../../src/rules/triage/recognise'
import { parseKeys, WrongKeys } from '../../src/store/key-ring'
import { openBytes, SealBroken } from '../../src/store/sealed-bytes'
import { toHtml } from '../../src/web/html'
import { prose } from '../../src/web/view/prose'
import { readChoice } from '../../dialogs/read-choice'
import { day } from '../holidays'

export interface Parser {
  readonly name: string
  readonly takes: 'text' | 'value' | 'activity'
  readonly read: (input: never) => unknown
}

const REFUSED = [Refusal, WrongReceivers, WrongRetention, WrongKeys, WrongSettings, SealBroken]
const pack = loadPack(contentDir)
const today = day('2026-11-20')
const tokens = createTokens('a secret for tests only, 32 or more', () => Date.UTC(2026, 10, 20))
const links = createEraseLinks('a secret for tests only, 32 or more')
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const choices = [{ id: 'yes', label: 'Yes, that is right' }, { id: 'no', label: 'None of these' }] // prettier-ignore

const text = (name: string, read: (input: string) => unknown): Parser => ({ name, takes: 'text', read })
const value = (name: string, read: (input: unknown) => unknown): Parser => ({ name, takes: 'value', read })
const activity = (name: string, read: (input: Record<string, unknown>) => unknown): Parser => ({ name, takes: 'activity', read })

export const PARSERS: readonly Parser[] = [
  text('a date', (typed) => readDate(typed, today, recognisedSpan)),
  text('a crisis', (typed) => findCrisis(typed, pack.safeguarding.lists)),
  text('what to mask', (typed) => redact(typed)),
  text('own words', (typed) => checkOwnWords(typed, { words: 60, characters: 280 })),
  text('a name', (typed) => readPreferredName(typed)),
  text('a problem', (typed) => recogniseProblem(typed, pack.problemPhrases)),
  text('a choice', (typed) => readChoice(typed, choices)),
  text('a reference', (typed) => readReference(typed)),
  text('a command of staff', (typed) => [readCommand(typed), readLines(typed), readDeadline(typed, today)]),
  text('words on a page', (typed) => prose(typed).map(toHtml)),
  text('a token', (typed) => tokens.verify(typed)),
  text('a stream ticket', (typed) => tokens.readTicket(typed)),
  text('a watermark', (typed) => readWatermark(typed)),
  text('a link that deletes', (typed) => links.idOf(typed)),
  text('a body', (typed) => parseObject(Buffer.from(typed, 'utf8'))),
  text('a service address', (typed) => isServiceUrlAllowed(typed, { PROFILE: 'production', MicrosoftAppId: 'x' })),
  text('an address of a network', (typed) => isPrivate(typed)),
  text('a signature', (typed) => isSigned({ id: 'a', timestamp: 1, body: typed }, typed, [secret], 1)),
  text('keys', (typed) => parseKeys(typed)),
  text('something sealed', (typed) => openBytes(Buffer.alloc(32, 1), ['a'], Buffer.from(typed, 'latin1'))),
  text('settings', (typed) =>
    loadConfig({ PORT: typed, PUBLIC_URL: typed, SMTP_URL: typed, DESK_OIDC_ROLES: typed, ALLOWED_ORIGINS: typed }),
  ),
  value('a summary', (input) => readSummary(input)),
  value('receivers', (input) => readReceivers(input, 'production')),
  value('periods', (input) => readRetention(input, () => true)),
  activity('what a page posts', (input) => readPosted(input)),
  activity('what a channel sends', (input) => readActivity(input)),
]

/** Null when it was read or refused; else the fault. */
export function faultOf({ read }: Parser, input: unknown): unknown {
  try {
    read(input as never)
    return null
  } catch (fault) {
    return REFUSED.some((kind) => fault instanceof kind) ? null : (fault ?? new Error('nothing was thrown'))
  }
}
