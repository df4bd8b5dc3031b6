// What a translator still has to do, file by file: the English, its version, and room for the words.
import type { Pack } from '../pack'
import { englishTexts, versionOf } from './english-texts'

export interface UntranslatedText {
  readonly key: string
  readonly of: string
  readonly english: string
}

/** The texts without a current translation into a language, by the file that they belong in. */
export function leftToTranslate(pack: Pack, language: string): ReadonlyMap<string, readonly UntranslatedText[]> {
  const done = pack.translations.get(language)?.texts
  const files = new Map<string, UntranslatedText[]>()
  for (const [place, english] of englishTexts(pack)) {
    if (done?.has(place)) continue
    const [file = '', key = ''] = place.split('#')
    const name = fileFor(file, key)
    files.set(name, [...(files.get(name) ?? []), { key, of: versionOf(english), english }])
  }
  return files
}

/** Those texts as the file that the translator fills in: the English stands above each as a comment. */
export function fileToFill(texts: readonly UntranslatedText[]): string {
  return texts
    .map(({ key, of, english }) =>
      [...english.split('\n').map((line) => `# ${line}`.trimEnd()), `${key}:`, `  of: ${of}`, `  text: ''`, ''].join('\n'),
    )
    .join('\n')
}

function fileFor(file: string, key: string): string {
  if (file !== 'messages') return file.replace(/\.md$/, '.yaml')
  const [group = ''] = key.split('.')
  return group === 'web' ? 'interface.yaml' : `messages/${group}.yaml`
}
