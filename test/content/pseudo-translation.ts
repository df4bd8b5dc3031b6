// A language that nobody speaks, made from the English of a pack: every text between ⟦ and ⟧, its gaps and numbers kept.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { Pack } from '../../src/content/pack'
import { leftToTranslate } from '../../src/content/translations/left-to-translate'
import { directionOf } from '../../src/rules/writing-direction'
import { pseudo } from '../web/pseudo-locale'

export const HEAD = {
  name: 'Pseudo',
  translator: 'A test',
  reviewer: 'Another test',
  reviewedOn: '2026-11-01',
  reviewBy: '2027-11-01',
}

/** Writes a whole translation of `pack` into the pack's folder `dir`. Gives back the folder of the language, from `dir`. */
export function writePseudoTranslation(dir: string, pack: Pack, language: string): string {
  const folder = `translations/${language}`
  const files = [...leftToTranslate(pack, language)].map(
    ([file, texts]) => [file, Object.fromEntries(texts.map(({ key, of, english }) => [key, { of, text: pseudo(english) }]))] as const,
  )
  for (const [file, texts] of [...files, ['translation.yaml', { language, direction: directionOf(language), ...HEAD }] as const]) {
    const path = join(dir, folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, stringify(texts, { lineWidth: 0 }))
  }
  return folder
}
