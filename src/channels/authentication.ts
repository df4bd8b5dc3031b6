// Who may speak to the bot from the network, and where its replies go. Our own Direct Line's address is refused here: it never comes from outside.
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder-core'
import {
  AuthenticationError,
  BotFrameworkAuthentication,
  ConnectorFactory,
  UserTokenClient,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector'
import type { Activity } from 'botframework-schema'
import type { Config } from '../config'
import { isServiceUrlAllowed } from './service-url'

const CLIENTS_KEPT = 32

/** Settings of the SDK's that only tests change: where Microsoft's keys and tokens come from. */
export type AuthenticationOverrides = Readonly<Record<string, string | boolean>>

export interface AuthenticationParts {
  readonly config: Config
  readonly overrides?: AuthenticationOverrides
  /** How long a reply may take to be delivered to a channel, in milliseconds. */
  readonly timeout: number
}

export class ChannelAuthentication extends BotFrameworkAuthentication {
  private readonly microsoft: ConfigurationBotFrameworkAuthentication
  private readonly clients = new Map<string, ConnectorClient>()
  private readonly onceClients = new Map<string, ConnectorClient>()
  private readonly noSignIn = new NoSignIn()

  constructor(private readonly parts: AuthenticationParts) {
    super()
    this.microsoft = new ConfigurationBotFrameworkAuthentication({ ...sdkSettings(parts.config), ...parts.overrides })
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (!isServiceUrlAllowed(activity.serviceUrl ?? '', this.parts.config)) throw new AuthenticationError('service address refused', 401)
    const result = await this.microsoft.authenticateRequest(activity, header)
    return result.connectorFactory ? { ...result, connectorFactory: this.guarded(result.connectorFactory) } : result
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new AuthenticationError('not offered', 401)
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.guarded(this.microsoft.createConnectorFactory(identity))
  }

  /** A client that sends each request once: what makes something new may not be sent again on our own. */
  async connectorThatSendsOnce(identity: ClaimsIdentity, serviceUrl: string): Promise<ConnectorClient> {
    const once = { create: async (url: string) => sendingOnce(await this.microsoft.createConnectorFactory(identity).create(url)) }
    return new GuardedConnectorFactory(once as ConnectorFactory, this.parts, this.onceClients).create(serviceUrl)
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return this.noSignIn
  }

  private guarded(factory: ConnectorFactory): ConnectorFactory {
    return new GuardedConnectorFactory(factory, this.parts, this.clients)
  }
}

/** Nothing is sent there, and above all not the bot's token. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  constructor() {
    super('a reply to this service address is not allowed')
  }
}

/** Checks the address once more before anything is sent, keeps clients for the next turn, and gives each request a time limit. */
class GuardedConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly inner: ConnectorFactory,
    private readonly parts: AuthenticationParts,
    private readonly clients: Map<string, ConnectorClient>,
  ) {
    super()
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!isServiceUrlAllowed(serviceUrl, this.parts.config)) throw new AddressRefused()
    const key = `${serviceUrl} ${audience ?? ''}`
    const kept = this.clients.get(key)
    if (kept) return kept
    const client = withTimeout(await this.inner.create(serviceUrl, audience), this.parts.timeout)
    if (this.clients.size >= CLIENTS_KEPT) this.clients.clear()
    this.clients.set(key, client)
    return client
  }
}

function withTimeout(client: ConnectorClient, timeout: number): ConnectorClient {
  const send = client.sendOperationRequest.bind(client)
  client.sendOperationRequest = ((operation, spec, callback) =>
    send({ ...operation, options: { ...operation.options, timeout } }, spec, callback)) as typeof client.sendOperationRequest
  return client
}

/** The SDK repeats a request three times by itself, after a fault of the other side as well. */
function sendingOnce(connector: ConnectorClient): ConnectorClient {
  const { client } = connector as unknown as { client: { pipeline: { removePolicy(policy: { name: string }): unknown[] } } }
  if (client.pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0)
    throw new Error('the SDK repeats requests in a way that is not known')
  return connector
}

function sdkSettings(config: Config): Record<string, string> {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = config
  if (!MicrosoftAppId) return {}
  return {
    MicrosoftAppType,
    MicrosoftAppId,
    ...(MicrosoftAppPassword ? { MicrosoftAppPassword } : {}),
    ...(MicrosoftAppTenantId ? { MicrosoftAppTenantId } : {}),
  }
}

/** Nobody signs in to this bot. */
class NoSignIn extends UserTokenClient {
  override getUserToken = refuse
  override getSignInResource = refuse
  override signOutUser = refuse
  override getTokenStatus = refuse
  override getAadTokens = refuse
  override exchangeToken = refuse
}

async function refuse(): Promise<never> {
  throw new Error('nobody signs in to this bot')
}
