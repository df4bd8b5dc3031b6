// What an editor wrote and nobody has published yet: one draft a council, in the overlay's folder, so that every instance has it.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { id, text } from '../schema/primitives'
import { checksumOf } from './read-overlay'

const draftShape = z.strictObject({
  council: id,
  /** The whole file as it is to be. */
  text: z.string(),
  reason: text,
  recall: z.boolean(),
  /** Everybody who wrote in it: none of them publishes it. */
  writers: z.array(z.strictObject({ id: text, name: text })).min(1),
  /** Epoch milliseconds. */
  at: z.number(),
  /** The checksum of the file that it was written over. */
  over: z.string(),
})

export type Draft = z.infer<typeof draftShape>

const pathOf = (dir: string, council: string): string => join(dir, 'drafts', `${council}.json`)

/** The draft of a council; null where there is none. */
export function readDraft(dir: string, council: string): Draft | null {
  try {
    return draftShape.parse(JSON.parse(readFileSync(pathOf(dir, council), 'utf8')))
  } catch {
    return null
  }
}

/** All or nothing: whoever reads in the same moment has the draft before it. @throws Error when the folder cannot be written */
export function writeDraft(dir: string, draft: Draft): void {
  mkdirSync(join(dir, 'drafts'), { recursive: true, mode: 0o700 })
  const fresh = join(dir, 'drafts', `.${randomUUID()}`)
  writeFileSync(fresh, JSON.stringify(draft), { mode: 0o600, flush: true })
  renameSync(fresh, pathOf(dir, draft.council))
}

export function dropDraft(dir: string, council: string): void {
  rmSync(pathOf(dir, council), { force: true })
}

/** What whoever publishes has seen: another draft has another. */
export function sealOf({ text: said, reason, recall }: Draft): string {
  return checksumOf(JSON.stringify([said, reason, recall]))
}
