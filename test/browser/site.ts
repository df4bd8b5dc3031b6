// A server with the real pages over the fake Direct Line, which can be killed and started again on the same port.
import type { WebDeps } from '../../src/web/web-deps'
import { PERIODS } from '../../src/rules/retention'
import type { AddressInfo, Socket } from 'node:net'
import { createServer, plugins } from 'restify'
import type { Server } from 'restify'
import type { Theme } from '../../src/content/schema/theme'
import { mountWeb } from '../../src/web/mount'
import { webStrings } from '../web/web-strings'
import type { Strings } from '../../src/web/view/strings'
import type { FakeDirectLine } from './fake-direct-line'
import { builtClient } from '../built-client'

export class Site {
  private server: Server | null = null
  private readonly sockets = new Set<Socket>()
  private port = 0

  constructor(
    private readonly directLine: FakeDirectLine,
    private readonly ancestors: readonly string[] = [],
    private readonly strings: Strings = webStrings(),
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const server = createServer({ name: 'site' })
    server.use(plugins.bodyParser({ mapParams: false }))
    this.directLine.mount(server)
    const deps: WebDeps = {
      root: builtClient(),
      strings: this.strings,
      language: this.strings.language,
      council: (id) => (id === 'demo' ? { id, name: 'Demonstration council', theme: EDGE } : null),
      greeting: () => GREETING,
      frameAncestors: () => this.ancestors,
      leaveTo: '/privacy',
      tokenUrl: '/api/directline/token',
      directLine: '/v3/directline',
      problems: { 'refuse-assess': 'They will not do an EHC needs assessment' },
      forms: { say: async () => ({ kind: 'refused', status: 429 }), read: async () => null },
      publicUrl: null,
      periods: () => PERIODS,
      inLanguage: () => deps,
      chosen: null,
      deleting: this.strings.delete,
    }
    mountWeb(server, deps)
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve))
    this.port = (server.server.address() as AddressInfo).port
    this.server = server
  }

  /** How many bytes a browser that takes brotli is sent. */
  async rawSize(path: string): Promise<number> {
    const response = await fetch(this.url + path, { headers: { 'Accept-Encoding': 'br' } })
    await response.arrayBuffer()
    return Number(response.headers.get('content-length'))
  }

  /** As `kill -9` looks from outside: every connection breaks off at once. */
  async kill(): Promise<void> {
    const { server } = this
    this.server = null
    if (!server) return
    const closed = new Promise<void>((resolve) => server.server.close(() => resolve()))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }
}

/** As far from our own look as a theme may be: dark words on a light band, colours of hardly enough contrast, wide letters, no corners. */
export const EDGE: Theme = { brand: '#d07a00', onBrand: '#16202a', links: '#006fcc', font: 'verdana', corners: 'square' }

export const GREETING = {
  message: 'greeting.hello',
  language: 'en-GB',
  text: 'Hello. I am a computer program, not a person.\n\n- I give information. It is not legal advice.\n- I am not the council.\n\nWhat would you like to do?',
  choices: [
    { label: 'I have a letter about my child', value: 'I have a letter about my child' },
    { label: 'I have a letter about me', value: 'I have a letter about me' },
    { label: 'I have a question', value: 'I have a question' },
    { label: 'Talk to a person', value: 'Talk to a person' },
  ],
}
