// The built service as a process of its own, on one port and one data folder, so that it can be killed and started again.
import { join } from 'node:path'
import { startServer, type StartedServer } from '../start-server'
import { freePort } from '../free-port'

/** Nothing of the machine's own settings: an empty one counts as not set. */
const UNSET = [
  'PUBLIC_URL',
  'MicrosoftAppId',
  'DIRECT_LINE_SECRET',
  'TOKEN_SECRET',
  'SEND_KEYS',
  'SMTP_URL',
  'MAIL_FROM',
  'DESK_OIDC_ISSUER',
]
const UNSET_TOO = ['DESK_OIDC_CLIENT_ID', 'DESK_OIDC_CLIENT_SECRET', 'RECEIVERS_FILE']

export class Service {
  private server: StartedServer | null = null
  private before = ''
  private starting: Promise<unknown> = Promise.resolve()
  private isOver = false
  private port = 0

  constructor(
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort()
    const unset = Object.fromEntries([...UNSET, ...UNSET_TOO].map((name) => [name, '']))
    const compiled = { NODE_COMPILE_CACHE: join(__dirname, '../../node_modules/.cache/compiled') }
    const own = { PROFILE: 'local', HOST: '127.0.0.1', EMBEDDINGS: 'off', DATA_DIR: join(this.folder, 'data'), PORT: String(this.port) }
    if (this.isOver) throw new Error('It is over.')
    const starting = startServer({ ...unset, ...compiled, ...own, ...this.env })
    this.starting = starting.catch(() => undefined)
    this.server = await starting
  }

  /** SIGKILL: no time to finish anything. */
  async kill(): Promise<void> {
    const { server } = this
    this.server = null
    this.before += server?.output() ?? ''
    await server?.kill()
  }

  signal(signal: NodeJS.Signals): void {
    this.server?.process.kill(signal)
  }

  /** Ends what runs, and what is just being started; nothing starts after it. */
  async end(): Promise<void> {
    this.isOver = true
    await this.starting
    await this.kill()
  }

  /** Everything that it wrote to standard output and standard error since the first start. */
  output(): string {
    return this.before + (this.server?.output() ?? '')
  }

  /** Where the one-time link leads that it printed last. */
  deskLink(): string {
    return [...(this.server?.output() ?? '').matchAll(/http\S+(\/desk\?once=\S+)/g)].at(-1)?.[1] ?? ''
  }
}
