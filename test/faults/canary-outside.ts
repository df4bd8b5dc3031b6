// What stands outside the service: a real mail server and the reference receiver, both of which keep everything that they are sent.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { receiveWebhook } from '../../src/handoff/reference-receiver'
import type { WebhookBody } from '../../src/handoff/webhook-body'
import { answerWith } from '../answer-with'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
export const CREDENTIALS = { 'demo-mediation': 'the-credential-of-the-mediation-desk', 'demo-sendiass': 'the-credential-of-the-other-desk' }

export interface Post {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Outside {
  readonly url: string
  /** Headers and bodies, as they came. */
  readonly mails: string[]
  readonly posts: Post[]
  /** What the reference receiver took, each id once. */
  readonly taken: WebhookBody[]
  /** The settings that bring everything here. */
  settings(file: string): Readonly<Record<string, string>>
  close(): Promise<void>
}

export async function openOutside(): Promise<Outside> {
  const mails: string[] = []
  const posts: Post[] = []
  const taken: WebhookBody[] = []
  const receiver = receiving(posts, taken)
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let text = `${session.envelope.rcptTo.map(({ address }) => address).join()}\n`
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        mails.push(text)
        done()
      })
    },
  })
  await Promise.all([
    listening((ready) => receiver.listen(0, '127.0.0.1', ready)),
    listening((ready) => smtp.listen(0, '127.0.0.1', ready)),
  ])
  const [webhooks, mail] = [receiver, smtp.server].map((server) => (server.address() as AddressInfo).port)
  const url = `http://127.0.0.1:${webhooks}/webhooks`
  return {
    url,
    mails,
    posts,
    taken,
    settings: (file) => {
      writeFileSync(file, JSON.stringify({ receivers: receiversAt(url) }))
      return { RECEIVERS_FILE: file, SMTP_URL: `smtp://127.0.0.1:${mail}`, MAIL_FROM: 'desk@advice.example' }
    },
    close: async () => {
      receiver.closeAllConnections()
      await Promise.all([listening((ready) => receiver.close(ready)), listening((ready) => smtp.close(ready))])
    },
  }
}

function receiversAt(url: string): object {
  return Object.fromEntries(
    Object.entries(CREDENTIALS).map(([organisation, credential]) => [
      organisation,
      {
        webhook: { url, secrets: [SECRET] },
        mail: { to: `team@${organisation}.example` },
        credentials: [createHash('sha256').update(credential).digest('hex')],
      },
    ]),
  )
}

/** 204 for what is signed, also when it was taken before; 401 for everything else. */
function receiving(posts: Post[], taken: WebhookBody[]) {
  const known = new Set<string>()
  const memory = {
    takeOnce: (id: string) => !known.has(id) && known.add(id) !== undefined,
    keep: (_id: string, body: WebhookBody) => void taken.push(body),
  }
  return createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      posts.push({ headers: request.headers, body })
      const headers = request.headers as Record<string, string | undefined>
      const answer = receiveWebhook({ headers, body }, [SECRET], memory, Math.floor(Date.now() / 1000))
      answerWith(response, answer === 'refused' ? 401 : 204)
    })
  })
}

function listening(begin: (ready: () => void) => unknown): Promise<void> {
  return new Promise((resolve) => void begin(() => resolve()))
}
