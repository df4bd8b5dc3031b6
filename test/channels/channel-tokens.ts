// The tokens with which Microsoft's channels speak to the bot, made with keys of our own: true ones, and all that must be refused.
import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import jwt, { type SignOptions } from 'jsonwebtoken'

export const ISSUER = 'https://api.botframework.com'
export const SERVICE_URL = 'https://smba.trafficmanager.net/uk/'

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export interface ChannelKeys {
  /** Published, and vouches for Teams. */
  readonly right: Pair
  /** Not published. */
  readonly wrong: Pair
  /** Published, for another channel. */
  readonly other: Pair
}

export function newChannelKeys(): ChannelKeys {
  const pair = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { right: pair(), wrong: pair(), other: pair() }
}

/** As Microsoft publishes its keys. */
export function publishedKeys({ right, other }: ChannelKeys): { readonly keys: readonly object[] } {
  return {
    keys: [
      { ...right.publicKey.export({ format: 'jwk' }), kid: 'k1', endorsements: ['msteams', 'emulator'] },
      { ...other.publicKey.export({ format: 'jwk' }), kid: 'k2', endorsements: ['webchat'] },
    ],
  }
}

export function channelToken({ privateKey }: Pair, appId: string, claims: object = {}, options: SignOptions = {}): string {
  return signed(privateKey, appId, claims, options)
}

function signed(key: KeyObject, appId: string, claims: object, options: SignOptions): string {
  const whole = { serviceurl: SERVICE_URL, ...claims }
  return jwt.sign(whole, key, { algorithm: 'RS256', keyid: 'k1', issuer: ISSUER, audience: appId, expiresIn: '10m', ...options })
}

/** What is wrong, the token (null for none), and what stands differently in the message. */
export type BadToken = readonly [what: string, bearer: () => string | null, message: object]

export function badChannelTokens(keys: ChannelKeys, appId: string): readonly BadToken[] {
  const [right, part] = [keys.right.privateKey, (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')]
  const token = (claims: object = {}, options: SignOptions = {}, key = right): string => signed(key, appId, claims, options)
  const none = { alg: 'none', typ: 'JWT' }
  const elsewhere = (serviceUrl: string): readonly [() => string, object] => [() => token({ serviceurl: serviceUrl }), { serviceUrl }]
  const asPassword = createSecretKey(Buffer.from(keys.right.publicKey.export({ type: 'spki', format: 'pem' })))
  const unnamed: SignOptions = { algorithm: 'RS256', issuer: ISSUER, audience: appId }
  return [
    ['no token', () => null, {}],
    ['nonsense', () => 'nonsense', {}],
    ['no signature', () => `${part(none)}.${part({ aud: appId, iss: ISSUER, serviceurl: SERVICE_URL })}.x`, {}],
    ['an empty signature', () => `${part(none)}.${part({ aud: appId, iss: ISSUER })}.`, {}],
    ['the wrong key', () => token({}, {}, keys.wrong.privateKey), {}],
    ['an unknown key id', () => token({}, { keyid: 'k9' }), {}],
    ['somebody else’s audience', () => token({}, { audience: 'another' }), {}],
    ['another issuer', () => token({}, { issuer: 'https://elsewhere.example' }), {}],
    ['an end an hour ago', () => token({}, { expiresIn: '-60m' }), {}],
    ['another service address in it', () => token({ serviceurl: 'https://smba.trafficmanager.net/other/' }), {}],
    ['a channel that its key does not vouch for', () => token(), { channelId: 'telegram' }],
    ['a service address that is not Microsoft’s', ...elsewhere('https://elsewhere.example/')],
    ['our own Direct Line’s address', ...elsewhere('urn:botframework:local:directline')],
    ['an address on this machine', ...elsewhere('http://127.0.0.1:9/')],
    ['a key that vouches for another channel only', () => token({}, { keyid: 'k2' }, keys.other.privateKey), {}],
    ['no service address in it', () => token({ serviceurl: undefined }), {}],
    ['a beginning in an hour', () => token({}, { notBefore: '60m', expiresIn: '2h' }), {}],
    ['no key id', () => jwt.sign({ serviceurl: SERVICE_URL }, right, unnamed), {}],
    ['the public key as a password', () => token({}, { algorithm: 'HS256' }, asPassword), {}],
  ]
}
