// Whether an activity may come in: by Microsoft's token where an app id is set, from this machine only where none is.
import type { Request } from 'restify'
import type { Activity } from 'botframework-schema'
import type { AuthenticateRequestResult } from 'botframework-connector'
import type { Config } from '../config'
import type { AdviceAdapter } from './adapter'
import { Refusal } from './refusal'
import { isLoopback, isServiceUrlAllowed } from './service-url'

export interface AdmitParts {
  readonly config: Config
  readonly adapter: AdviceAdapter
}

/** Who speaks. A bare 401 whatever fails of a token; 403 without an app id, unless server, caller and service address are all on this machine. */
export async function admit({ config, adapter }: AdmitParts, request: Request, activity: Activity): Promise<AuthenticateRequestResult> {
  if (!config.MicrosoftAppId && !isAllHere(config, request, activity)) throw new Refusal(403, 'not-allowed', 'Forbidden')
  const header = request.headers.authorization ?? ''
  if (config.MicrosoftAppId && !/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(header)) throw new Refusal(401, 'not-authenticated', 'Unauthorized')
  try {
    return await adapter.authenticate(activity, header)
  } catch {
    throw new Refusal(401, 'not-authenticated', 'Unauthorized')
  }
}

function isAllHere(config: Config, request: Request, { serviceUrl }: Activity): boolean {
  return isLoopback(config.HOST) && isLoopback(request.socket.remoteAddress ?? '') && isServiceUrlAllowed(serviceUrl, config)
}
