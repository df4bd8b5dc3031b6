// Tells an organisation by e-mail that a family is waiting: the reference and a link to the desk, nothing about the case.
import type * as nodemailer from 'nodemailer'
import { inThrees } from '../rules/handoff/reference'
import { TryAgain, Undeliverable } from './delivery-faults'

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string
  readonly from: string
  /** Ends the Message-ID. */
  readonly host: string
}

export interface Notice {
  /** The id of the delivery: the same in every try, so that a mailbox can tell a repeat. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Resolves when the server has taken it. @throws TryAgain, Undeliverable */
  send(notice: Notice): Promise<void>
  close(): void
}

/** The words of a notice, from the content pack: `{{reference}}` and `{{link}}` are filled in. */
export interface NoticeWords {
  readonly subject: string
  readonly text: string
}

const SECONDS = 1000

export function createMailer({ smtpUrl, from, host }: MailSettings): Mailer {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where mail is sent: it would take memory of every start
  const { createTransport } = require('nodemailer') as typeof nodemailer
  const transport = createTransport(transportOf(new URL(smtpUrl)))
  return {
    send: async ({ id, to, subject, text }) => {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' } })
      } catch (error) {
        throw faultOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** TLS from the start for smtps, and wherever the server offers it for smtp; demanded where a password would go over the line. */
function transportOf({ protocol, hostname, port, username, password }: URL) {
  const isTls = protocol === 'smtps:'
  const user = decodeURIComponent(username)
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    secure: isTls,
    requireTLS: !isTls && user !== '',
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(password) } }),
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The reference is left out where it is gone. */
export function noticeText({ text }: NoticeWords, reference: string | null, link: string): string {
  return text.replaceAll('{{reference}}', reference === null ? '–' : inThrees(reference)).replaceAll('{{link}}', link)
}

/** 5xx is for ever, the mailbox that is full and everything without a code may pass. RFC 5321 4.2.1 */
function faultOf(error: unknown): Error {
  const code: unknown = error !== null && typeof error === 'object' && 'responseCode' in error ? error.responseCode : null
  if (typeof code !== 'number') return new TryAgain('connection')
  return code >= 500 && code !== 552 ? new Undeliverable(`smtp-${code}`) : new TryAgain(`smtp-${code}`)
}
