// `content to-translate LANGUAGE [FILE]`: what has no current translation; with a file, that file to be filled in.
import { loadPack } from '../content/load'
import { fileToFill, leftToTranslate } from '../content/translations/left-to-translate'
import { contentDir } from '../project-root'

export const TRANSLATE_USAGE = 'content to-translate LANGUAGE [FILE]'

/** Gives 0 when something is printed, 1 when the file has nothing left, 2 on wrong usage. */
export function toTranslate([language, file, ...more]: readonly string[]): number {
  if (language === undefined || language.startsWith('-') || more.length > 0) {
    console.error(TRANSLATE_USAGE)
    return 2
  }
  const left = leftToTranslate(loadPack(contentDir), language)
  if (file === undefined) {
    for (const [name, texts] of left) console.log(`${String(texts.length).padStart(5)}  ${name}`)
    return 0
  }
  const texts = left.get(file)
  console.log(texts ? fileToFill(texts) : `Nothing of ${file} is left to translate.`)
  return texts ? 0 : 1
}
