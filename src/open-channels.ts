// Opens the channels over one adapter: our own Direct Line, and the Bot Framework endpoint.
import { randomBytes } from 'node:crypto'
import type { BotLogic } from './bot/run-turn'
import { withinLimit } from './bot/within-limit'
import { createAdapter, type AdapterParts, type AdviceAdapter, type Logic } from './channels/adapter'
import { countMessages } from './channels/count-messages'
import { createDirectLine, type DirectLine } from './channels/direct-line/direct-line'
import { createMessagesEndpoint, type MessagesEndpoint } from './channels/messages-endpoint'
import type { Config } from './config'
import { tokenSecret } from './config-token-secret'
import { PACK_LANGUAGE } from './content/wording'
import type { Ground } from './open-ground'

export interface Channels {
  readonly adapter: AdviceAdapter
  readonly directLine: DirectLine
  readonly messages: MessagesEndpoint
}

/** No turn takes so long, in milliseconds, unless something hangs: an apology then ends it. */
const TURN_LIMIT = 30_000

/** Only families come over Direct Line; over the Bot Framework endpoint also staff, in Teams. */
export function openChannels(
  config: Config,
  { pack, crisisReader, say, log, metrics, store }: Ground,
  { family, everybody }: { readonly family: BotLogic; readonly everybody: Logic },
): Channels {
  const onTurnError: AdapterParts['onTurnError'] = async (context, error) => {
    const text = say('bot.sorry', { reference: log.failure('turn', error) })
    await context.sendActivity({ type: 'message', text, locale: PACK_LANGUAGE, inputHint: 'acceptingInput' })
  }
  const adapter = createAdapter({ config, onTurnError })
  adapter.use(countMessages(metrics.said))
  const directLine = createDirectLine({
    config,
    store,
    adapter,
    bot: withinLimit(family, TURN_LIMIT),
    log,
    secret: tokenSecret(config, () => randomBytes(32).toString('base64url')),
    isCouncil: (id) => pack.councils.has(id),
    isLanguage: (tag) => pack.translations.has(tag),
    withhold: (text) => crisisReader.find(text.trim()).level !== 'none',
    placeholder: say('bot.not-kept'),
  })
  const messages = createMessagesEndpoint({ config, store, adapter, bot: withinLimit(everybody, TURN_LIMIT), log })
  return { adapter, directLine, messages }
}
