// Every British word, from the dictionary that only a build needs.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Speller {
  readonly data: Readonly<Record<string, unknown>>
}

/** Lower-case British words with all their forms. */
export function britishWords(): string[] {
  const folder = dirname(require.resolve('dictionary-en-gb'))
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- nspell has no types, and only a build loads it
  const nspell = require('nspell') as (dictionary: { aff: Buffer; dic: Buffer }) => Speller
  const speller = nspell({ aff: readFileSync(join(folder, 'index.aff')), dic: readFileSync(join(folder, 'index.dic')) })
  return [...new Set(Object.keys(speller.data).map((word) => word.toLowerCase()))].filter((word) => /^[a-z]+$/.test(word))
}
