// Microsoft's Agents Playground, where somebody has it: an unmodified client that looks to the bot as Teams does. Its address for driving it is not documented.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'

const PORT = 56_150
const HERE = join(__dirname, '../../../node_modules/@microsoft/m365agentsplayground/cli.js')

/** Its `cli.js`: what AGENTS_PLAYGROUND names, or beside the other packages; null where it is not on this machine. It is never one of ours. */
export function playgroundPath(): string | null {
  return [process.env['AGENTS_PLAYGROUND'] ?? '', HERE].find((path) => path !== '' && existsSync(path)) ?? null
}

export interface PlaygroundConfig {
  readonly tenantId: string
  readonly bot: { readonly id: string; readonly name: string }
  readonly currentUser: { readonly id: string; readonly name: string; readonly aadObjectId: string }
  readonly personalChat: { readonly id: string }
  readonly teams: readonly { readonly id: string; readonly channels: readonly { readonly id: string }[] }[]
}

export class Playground {
  /** What came over its stream, as it is. */
  readonly events: string[] = []
  config!: PlaygroundConfig
  private process!: ChildProcess
  private socket!: WebSocket
  private readonly folder = mkdtempSync(join(tmpdir(), 'playground-'))
  private readonly url = `http://127.0.0.1:${PORT}`

  constructor(private readonly cli: string) {}

  async start(endpoint: string): Promise<this> {
    const args = [this.cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(PORT), '--disable-telemetry']
    const env = { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' }
    this.process = spawn(process.execPath, args, { cwd: this.folder, env })
    await new Promise<void>((resolve, reject) => {
      this.process.stdout?.on('data', (chunk: Buffer) => (chunk.toString().includes('Listening') ? resolve() : undefined))
      this.process.once('exit', () => reject(new Error('the playground ended')))
    })
    this.config = ((await (await fetch(`${this.url}/_internal/v1/config`)).json()) as { config: PlaygroundConfig }).config
    this.socket = new WebSocket(`${this.url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
    this.socket.on('message', (data: Buffer) => this.events.push(data.toString()))
    await once(this.socket, 'open')
    return this
  }

  async post(path: string, body: object): Promise<string> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.text()
  }

  /** Typed by whoever is using it; in a channel the bot is mentioned, else it hears nothing. */
  async type(conversation: string, text: string): Promise<void> {
    const { bot, currentUser, personalChat } = this.config
    const at = `<at>${bot.name}</at>`
    const mention = conversation === personalChat.id ? {} : { mentions: [{ mentioned: { id: bot.id }, text: at }] }
    const words = conversation === personalChat.id ? text : `${at} ${text}`
    await this.post(`/_conversation/v1/conversations/${conversation}/messages`, {
      from: { id: currentUser.id },
      text: words,
      textFormat: 'plain',
      ...mention,
    })
  }

  /** The first of what came that has all of these in it, waiting for it. */
  async heard(...parts: readonly string[]): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = this.events.find((event) => parts.every((part) => event.includes(part)))
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`not heard: ${parts.join(' … ')}`)
  }

  async stop(): Promise<void> {
    this.socket.close()
    this.process.removeAllListeners('exit')
    const ended = once(this.process, 'exit')
    this.process.kill()
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}
