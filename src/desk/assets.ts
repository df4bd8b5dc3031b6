// The desk's style sheet and script, read once from what the build left.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface DeskAssets {
  readonly style: string
  readonly script: string
  /** `/desk/assets/desk.1a2b3c4d5e6f.js` */
  readonly scriptPath: string
}

/** Throws when the build has not run. */
export function readDeskAssets(root: string): DeskAssets {
  const built = (name: string): string => readFileSync(join(root, 'dist', 'client', name), 'utf8')
  const script = built('desk.entry.js')
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12)
  return { style: built('desk.entry.css').trim(), script, scriptPath: `/desk/assets/desk.${hash}.js` }
}
