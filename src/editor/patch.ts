// What editors published, as a patch of the repository's files that `git apply` takes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withNamesOf } from '../content/overlay/council-text'

/** A unified diff of whole files, from content/ to the overlay; empty where nothing differs. Withdrawn topics are no file of the repository. */
export function patchOf(contentDir: string, files: ReadonlyMap<string, string>): string {
  return [...files]
    .filter(([file]) => file.startsWith('councils/'))
    .map(([file, text]) => {
      const own = readFileSync(join(contentDir, file), 'utf8')
      return diff(`content/${file}`, own, withNamesOf(own, text))
    })
    .join('')
}

function diff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const [from, to] = [linesOf(before), linesOf(after)]
  const head = `--- a/${path}\n+++ b/${path}\n@@ -1,${from.length} +1,${to.length} @@\n`
  return [head, ...from.map((line) => `-${line}\n`), ...to.map((line) => `+${line}\n`)].join('')
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n')
}
