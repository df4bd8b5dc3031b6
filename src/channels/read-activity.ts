// What must be true of an activity from the network before the SDK sees it.
import type { Activity } from 'botframework-schema'
import { z } from 'zod'
import { TEXT_CAP } from './direct-line/incoming'
import { Refusal } from './refusal'

const NO_ADDRESS = 'http://localhost:9/'
const account = z.looseObject({ id: z.string().max(1000) })
const activity = z.looseObject({
  type: z.string().min(1).max(60),
  channelId: z.string().min(1).max(60),
  id: z.string().max(1000).optional(),
  serviceUrl: z.url().max(1000).optional(),
  conversation: z.looseObject({ id: z.string().min(1).max(1000) }),
  from: account.optional(),
  recipient: account.optional(),
  text: z.string().nullish(),
  locale: z.string().max(60).nullish(),
  deliveryMode: z.string().max(30).nullish(),
  timestamp: z.string().max(60).optional(),
  localTimestamp: z.string().max(60).optional(),
  attachments: z.array(z.looseObject({})).nullish(),
  entities: z.array(z.looseObject({})).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  channelData: z.unknown().optional(),
})

/** The activity in this body; throws a Refusal. */
export function readActivity(body: Record<string, unknown>): Activity {
  const read = activity.safeParse(body)
  if (!read.success) throw new Refusal(400, 'malformed', 'This is not an activity.')
  const { text, timestamp, localTimestamp, ...rest } = read.data
  if ((text?.length ?? 0) > TEXT_CAP) throw new Refusal(413, 'too-long', `A message may have at most ${TEXT_CAP} characters.`)
  return {
    ...rest,
    serviceUrl: serviceUrlOf(read.data),
    ...(text === null || text === undefined ? {} : { text }),
    ...dateIn('timestamp', timestamp),
    ...dateIn('localTimestamp', localTimestamp),
    ...(localTimestamp === undefined ? {} : { rawLocalTimestamp: localTimestamp }),
  } as unknown as Activity
}

/** Where every reply goes back in the response, nothing is sent to an address, and none needs to be given. */
function serviceUrlOf({ serviceUrl, deliveryMode }: z.output<typeof activity>): string {
  if (serviceUrl !== undefined) return serviceUrl
  if (deliveryMode === 'expectReplies') return NO_ADDRESS
  throw new Refusal(400, 'malformed', 'An activity names the service address to answer to.')
}

function dateIn(name: string, text: string | undefined): Record<string, Date> {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? {} : { [name]: new Date(time) }
}
