// What a model is built from, as one hash: the pack's texts, the code that reads and trains, and the encoder's weights.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WEIGHTS_SHA256 } from '../encoder/weights'

const CONTENT = ['topics', 'matching']
const CODE = ['rules/find-topic', 'rules/train', 'matcher', 'encoder']

/** SHA-256 of all inputs, in hexadecimal. `code` is the folder of the compiled sources. */
export function modelHash(content: string, code: string): string {
  const hash = createHash('sha256').update(WEIGHTS_SHA256)
  const folders = [...CONTENT.map((name) => join(content, name)), ...CODE.map((name) => join(code, name))]
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.map')) continue
      hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)))
    }
  }
  return hash.digest('hex')
}
