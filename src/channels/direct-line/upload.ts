// A message sent with files beside it. The files are not kept or looked at: only the message is read out of the form.
import type { IncomingMessage } from 'node:http'
import { parseObject, readHead } from '../read-body'
import { Refusal } from '../refusal'

const BLANK_LINE = Buffer.from('\r\n\r\n')

export interface Uploaded {
  readonly activity: Record<string, unknown>
  /** Whether anything else was in the form. */
  readonly files: number
}

/** The activity in a multipart form (its first part, as every Direct Line client sends it), and how many files came with it as far as was read. */
export async function readUpload(request: IncomingMessage): Promise<Uploaded> {
  const boundary = /^multipart\/form-data\s*;.*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(request.headers['content-type'] ?? '')
  const name = boundary?.[1] ?? boundary?.[2]
  if (!name) throw new Refusal(415, 'malformed', 'This is not a form with an activity in it.')
  const { head } = await readHead(request)
  const parts = partsOf(head, Buffer.from(`--${name}`))
  const activity = parts.find(({ headers }) => /application\/vnd\.microsoft\.activity/i.test(headers) || /name="activity"/i.test(headers))
  if (activity && !activity.isWhole) throw new Refusal(413, 'too-long', 'That is too long.')
  return { activity: activity ? parseObject(activity.body) : { type: 'message' }, files: parts.length - (activity ? 1 : 0) }
}

interface Part {
  readonly headers: string
  readonly body: Buffer
  readonly isWhole: boolean
}

function partsOf(form: Buffer, boundary: Buffer): Part[] {
  const parts: Part[] = []
  let start = form.indexOf(boundary)
  while (start >= 0) {
    const end = form.indexOf(boundary, start + boundary.length)
    const part = form.subarray(start + boundary.length, end < 0 ? form.length : end)
    const blank = part.indexOf(BLANK_LINE)
    if (blank >= 0) {
      const body = part.subarray(blank + BLANK_LINE.length, end < 0 ? part.length : part.length - 2)
      parts.push({ headers: part.subarray(0, blank).toString('latin1'), body, isWhole: end >= 0 })
    }
    start = end
  }
  return parts
}
