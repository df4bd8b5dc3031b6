// Looks for the marked things everywhere outside the chat: files, output, mails, webhooks, and what the service says of itself.
import type { Service } from '../demo/service'
import type { Outside } from './canary-outside'
import { canariesIn, canariesInFiles } from './canary-tokens'

const OPEN_PAGES = ['/metrics', '/healthz/ready', '/version']

/**
 * Every place and marked thing that was found in it. `folder` holds the database, its write-ahead log, the outbox in it, and the keys;
 * the output holds the log and what a crash prints; `more` is text from elsewhere, by the name of the place.
 */
export async function searchEverywhere(
  service: Service,
  outside: Outside,
  more: readonly (readonly [place: string, text: string])[] = [],
): Promise<readonly string[]> {
  const ofItself = OPEN_PAGES.map(async (path) => [path, await (await fetch(service.url + path)).text()] as const)
  const places = [
    ['log', service.output()],
    ...outside.mails.map((mail) => ['mail', mail] as const),
    ...outside.posts.map(({ headers, body }) => ['webhook', JSON.stringify(headers) + body] as const),
    ...(await Promise.all(ofItself)),
    ...more,
  ] as const
  const found = places.flatMap(([place, text]) => canariesIn(Buffer.from(text)).map((canary) => `${place}: ${canary}`))
  return [...canariesInFiles(service.folder), ...found]
}
