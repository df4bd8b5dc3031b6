// The one adapter: Teams and Azure's channels through Microsoft's connector, our own Direct Line inside this process.
import type { InvokeResponse, TurnContext } from 'botbuilder'
import { CloudAdapter } from 'botbuilder/lib/cloudAdapter'
import { AuthenticationConstants, ClaimsIdentity, type AuthenticateRequestResult, type ConnectorClient } from 'botframework-connector'
import type { Activity } from 'botframework-schema'
import { ChannelAuthentication, type AuthenticationOverrides } from './authentication'
import type { Config } from '../config'
import { LOCAL_SERVICE_URL, localConnectorFactory, type TakeReply } from './local-connector'
import { shapeOutgoing } from './shape-outgoing'

export type Logic = (context: TurnContext) => Promise<void>

/** Runs a turn that nobody's message began, in a conversation of our own Direct Line. */
export type LocalProactive = (conversation: string, continuation: Partial<Activity>, logic: Logic) => Promise<void>

export interface AdapterParts {
  readonly config: Config
  /** Our own failure in a turn: apologises. What it throws itself ends the turn. */
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>
  readonly overrides?: AuthenticationOverrides
  /** Milliseconds a channel may take to accept a reply; 10 seconds when not given. */
  readonly timeout?: number
}

export class AdviceAdapter extends CloudAdapter {
  private proactive: LocalProactive | null = null
  private readonly authentication: ChannelAuthentication
  private readonly appId: string

  constructor(parts: AdapterParts) {
    const authentication = new ChannelAuthentication({
      config: parts.config,
      timeout: parts.timeout ?? 10_000,
      ...(parts.overrides ? { overrides: parts.overrides } : {}),
    })
    super(authentication)
    this.authentication = authentication
    this.appId = parts.config.MicrosoftAppId ?? ''
    this.onTurnError = parts.onTurnError
    this.use(shapeOutgoing)
  }

  /** The SDK's checks of an activity from the network; throws when it may not come in. */
  authenticate(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, header)
  }

  runAuthenticated(result: AuthenticateRequestResult, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return this.processActivity(result, activity, logic)
  }

  /** A turn of our own Direct Line: whatever the bot sends goes to `take`. */
  async runLocal(activity: Partial<Activity>, take: TakeReply, logic: Logic): Promise<void> {
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType)
    await this.processActivity(
      { audience: '', claimsIdentity: identity, connectorFactory: localConnectorFactory(take) },
      activity as Activity,
      logic,
    )
  }

  /** Speaks to a channel where nobody's message began it. Each request is sent once; the address is checked like every other. */
  async connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    return this.authentication.connectorThatSendsOnce(this.createClaimsIdentity(this.appId), serviceUrl)
  }

  /** Direct Line tells the adapter how its conversations are continued. */
  continueLocallyWith(proactive: LocalProactive): void {
    this.proactive = proactive
  }

  protected override async processProactive(
    identity: ClaimsIdentity,
    continuation: Partial<Activity>,
    audience: string | undefined,
    logic: Logic,
  ): Promise<void> {
    if (continuation.serviceUrl !== LOCAL_SERVICE_URL) return super.processProactive(identity, continuation, audience, logic)
    if (!this.proactive) throw new Error('no Direct Line of our own is running')
    return this.proactive(continuation.conversation?.id ?? '', continuation, logic)
  }
}

/** The adapter for all channels. */
export function createAdapter(parts: AdapterParts): AdviceAdapter {
  return new AdviceAdapter(parts)
}
