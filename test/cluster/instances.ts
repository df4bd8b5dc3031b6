// Instances of the real service on one database: started, killed, and restarted one after the other.
import { join } from 'node:path'
import { startServer, type StartedServer } from '../start-server'

const ROOT = join(__dirname, '..', '..')

/** The same for all of them: what one signs or seals, the others read. */
const SHARED = {
  TOKEN_SECRET: 'for the cluster of the tests only, 32 or more',
  SEND_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
  EMBEDDINGS: 'off',
  CHATS_PER_MINUTE: '100000',
  NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'compiled'),
}

export class Instances {
  kills = 0
  restarts = 0
  private readonly up: (StartedServer | null)[]

  constructor(
    private readonly database: string,
    count: number,
  ) {
    this.up = Array.from({ length: count }, () => null)
  }

  async start(): Promise<void> {
    const started = await Promise.allSettled(this.up.map((_, index) => this.begin(index)))
    for (const one of started) if (one.status === 'rejected') throw one.reason
  }

  /** The addresses of those that are up. */
  urls(): readonly string[] {
    return this.up.flatMap((server) => (server ? [server.url] : []))
  }

  /** In the middle of whatever it does. */
  async kill(index: number): Promise<void> {
    const server = this.up[index]
    if (!server) return
    const gone = server.kill()
    this.up[index] = null
    await gone
    this.kills += 1
    await this.begin(index)
  }

  /** One after the other, as a release is rolled out; each ends by itself. Gives their exit codes. */
  async roll(): Promise<readonly (number | null)[]> {
    const codes: (number | null)[] = []
    for (const [index, server] of this.up.entries()) {
      if (!server) continue
      this.up[index] = null
      codes.push(await server.stop())
      await this.begin(index)
      this.restarts += 1
    }
    return codes
  }

  async stop(): Promise<readonly (number | null)[]> {
    return Promise.all(this.up.flatMap((server) => (server ? [server.stop()] : [])))
  }

  private async begin(index: number): Promise<void> {
    this.up[index] = await startServer({ ...SHARED, DATABASE_URL: this.database })
  }
}
