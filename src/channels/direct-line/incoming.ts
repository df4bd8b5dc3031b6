// What a page posts, reduced to what the bot may see. Who it is from and where it belongs come from the token, never from the page.
import { hash as hashOnce } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../refusal'

export const TEXT_CAP = 20_000

const posted = z.object({
  type: z.string().min(1).max(40),
  text: z.string().optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional().catch(undefined),
  name: z.string().max(200).optional(),
  value: z.unknown().optional(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
    .optional()
    .catch(undefined),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z.looseObject({ clientActivityID: z.string().max(200).optional(), postBack: z.boolean().optional() }).nullish(),
})

export interface Posted {
  /** 'passing' ones are neither kept nor answered: typing, and the end of a page's visit. */
  readonly kind: 'message' | 'event' | 'passing'
  /** What is kept and shown of it, without id, time or sender. */
  readonly content: PostedContent
  /** Tells a retry from a new message; null when the page gives none. */
  readonly clientId: Uint8Array | null
}

export interface PostedContent {
  readonly type: string
  readonly text?: string
  readonly textFormat?: string
  readonly name?: string
  readonly value?: unknown
  readonly locale?: string
  readonly channelData: PostedChannelData
}

interface PostedChannelData {
  readonly clientActivityID?: string
  readonly postBack?: boolean
  /** How many files the page sent along. None is kept or opened. */
  readonly attachmentsDropped?: number
  /** True on the copy of a message whose words are not kept. */
  readonly withheld?: boolean
}

/** What a page posted; `files` came beside it and were dropped. Throws a Refusal. */
export function readPosted(body: Record<string, unknown>, files = 0): Posted {
  const read = posted.safeParse(body)
  if (!read.success) throw new Refusal(400, 'malformed', 'The activity is not understood.')
  const { type, text, attachments, channelData } = read.data
  if (text !== undefined && text.length > TEXT_CAP) throw new Refusal(413, 'too-long', `A message may have at most ${TEXT_CAP} characters.`)
  const clientActivityID = channelData?.clientActivityID
  const dropped = Math.max(files, attachments?.length ?? 0)
  const kept: PostedChannelData = {
    ...(clientActivityID === undefined ? {} : { clientActivityID }),
    ...(channelData?.postBack === undefined ? {} : { postBack: channelData.postBack }),
    ...(dropped === 0 ? {} : { attachmentsDropped: dropped }),
  }
  return { kind: kindOf(type), content: contentOf(read.data, kept), clientId: clientActivityID ? hash(clientActivityID) : null }
}

function contentOf(read: z.output<typeof posted>, channelData: PostedChannelData): PostedContent {
  const { type, text, textFormat, name, value, locale } = read
  return {
    type,
    ...(type === 'message' ? { text: text ?? '', textFormat: textFormat ?? 'plain' } : {}),
    ...(name === undefined || type !== 'event' ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(locale === undefined ? {} : { locale }),
    channelData,
  }
}

function kindOf(type: string): Posted['kind'] {
  if (type === 'message' || type === 'event') return type
  if (type === 'typing' || type === 'endOfConversation') return 'passing'
  throw new Refusal(400, 'malformed', 'This type of activity is not taken.')
}

/** The copy that is kept of a message whose words are not: `placeholder` stands for them. */
export function withoutWords(content: PostedContent, placeholder: string): PostedContent {
  const { type, textFormat = 'plain', locale } = content
  return {
    type,
    textFormat,
    ...(locale === undefined ? {} : { locale }),
    text: placeholder,
    channelData: { ...content.channelData, withheld: true },
  }
}

function hash(clientId: string): Uint8Array {
  return hashOnce('sha256', clientId, 'buffer').subarray(0, 16)
}
