// Where a webhook may go: the host is looked up once, refused where any of its addresses is private, and the request pinned to what was judged.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { TryAgain, Undeliverable } from './delivery-faults'

const PRIVATE = new BlockList()
const V4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24']
const V4_MORE = ['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4']
const V6 = ['::/128', '::1/128', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16']
const V6_MORE = ['3fff::/20', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']
for (const [family, nets] of [['ipv4', [...V4, ...V4_MORE]] as const, ['ipv6', [...V6, ...V6_MORE]] as const]) {
  for (const net of nets) PRIVATE.addSubnet(net.replace(/\/.*/, ''), Number(net.replace(/.*\//, '')), family)
}

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

export type LookUp = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

const lookUpAll: LookUp = async (host) => lookup(host, { all: true, verbatim: true })

/** Whether an address is anything but a public one. IPv4 in IPv6 clothes counts as what it is. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(.+)$/i.exec(address)?.[1]
  if (mapped !== undefined && isIP(mapped) === 4) return isPrivate(mapped)
  const kind = isIP(address)
  if (kind === 0) return true
  return PRIVATE.check(address, kind === 4 ? 'ipv4' : 'ipv6') || /^::ffff:/i.test(address)
}

/** The address to connect to. `loopback: 'allowed'` in the local profile only. @throws Undeliverable, TryAgain */
export async function safeAddress(url: URL, loopback: 'allowed' | 'refused', lookUp: LookUp = lookUpAll): Promise<Address> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' && !(loopback === 'allowed' && url.protocol === 'http:' && isLoopbackName(host)))
    throw new Undeliverable('not-https')
  const found = isIP(host) === 0 ? await lookUp(host).catch(() => []) : [{ address: host, family: isIP(host) }]
  const [first] = found
  if (!first) throw new TryAgain('no-address')
  const isRefused = ({ address }: { readonly address: string }): boolean =>
    isPrivate(address) && !(loopback === 'allowed' && isLoopbackName(address))
  if (found.some(isRefused)) throw new Undeliverable('private-address')
  return { address: first.address, family: first.family === 6 ? 6 : 4 }
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
