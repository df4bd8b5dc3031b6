// `receiver URL`: checks a provider's webhook receiver against the contract, with the secret in RECEIVER_SECRET.
import { checkReceiver } from '../handoff/receiver-contract'
import { secretBytes } from '../handoff/webhook-signature'

const USAGE = 'RECEIVER_SECRET=whsec_… receiver https://receiver.example/webhooks'

/** Prints every check. Gives 0 when the receiver keeps the contract, 1 when it does not or does not answer, 2 on wrong usage. */
export async function receiver(args: readonly string[]): Promise<number> {
  const [url = ''] = args
  const secret = process.env['RECEIVER_SECRET'] ?? ''
  if (args.length !== 1 || !/^https?:/.test(url) || !URL.canParse(url) || secretBytes(secret) === null) {
    console.error(USAGE)
    return 2
  }
  const send = async (headers: Readonly<Record<string, string>>, body: string): Promise<number> => {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    )
    await answer?.body?.cancel()
    return answer?.status ?? 0
  }
  const results = await checkReceiver(send, secret, Math.floor(Date.now() / 1000))
  for (const { check, isKept, status } of results)
    console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${check} (${status === 0 ? 'no answer' : status})`)
  return results.every(({ isKept }) => isKept) ? 0 : 1
}
