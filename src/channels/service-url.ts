// Which service addresses the bot may send replies to. Anything else could be somebody fishing for the bot's own token.
import { isIP } from 'node:net'
import type { Config } from '../config'

const MICROSOFT = [/^smba\.trafficmanager\.net$/, /^([\w-]+\.)*botframework\.com$/, /^([\w-]+\.)*teams\.microsoft\.com$/]

/** Microsoft's hosts over https when an app id is set; this machine only when none is; both on a developer's machine. */
export function isServiceUrlAllowed(serviceUrl: string, config: Pick<Config, 'PROFILE' | 'MicrosoftAppId'>): boolean {
  const url = addressIn(serviceUrl)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (config.MicrosoftAppId && url.protocol === 'https:' && url.port === '' && MICROSOFT.some((host) => host.test(url.hostname)))
    return true
  const isLocalProfile = config.PROFILE === 'local'
  return isLocalProfile && (url.protocol === 'http:' || url.protocol === 'https:') && isLoopback(url.hostname)
}

/** The last one that was read: it is asked about several times in a turn, and most turns come from the same service. */
let last: { readonly text: string; readonly url: URL | null } = { text: '', url: null }

function addressIn(text: string): URL | null {
  if (text !== last.text) last = { text, url: URL.parse(text) }
  return last.url
}

/** Whether a host name or address is this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d)/, '')
  if (bare === 'localhost' || bare === '::1') return true
  return isIP(bare) === 4 && bare.startsWith('127.')
}
