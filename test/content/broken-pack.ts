// A copy of the pack in a folder of its own, to be broken in a test.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { contentDir } from '../../src/project-root'

export interface BrokenPack {
  readonly dir: string
  /** Puts other words in the place of the first ones found in a file; fails when they are not there. */
  replace(file: string, from: string | RegExp, to: string): void
  write(file: string, text: string): void
  remove(file: string): void
  delete(): void
}

export function copyOfPack(): BrokenPack {
  const dir = mkdtempSync(join(tmpdir(), 'pack-'))
  cpSync(contentDir, dir, { recursive: true })
  return {
    dir,
    replace: (file, from, to) => {
      const text = readFileSync(join(dir, file), 'utf8')
      const changed = text.replace(from, () => to)
      if (changed === text) throw new Error(`${file} does not hold ${String(from)}`)
      writeFileSync(join(dir, file), changed)
    },
    write: (file, text) => {
      mkdirSync(dirname(join(dir, file)), { recursive: true })
      writeFileSync(join(dir, file), text)
    },
    remove: (file) => rmSync(join(dir, file)),
    delete: () => rmSync(dir, { recursive: true }),
  }
}
