// A word's stem, so that "refused", "refuses" and "refusing" meet. A light stemmer for British English.

const STEP_ONE: readonly (readonly [RegExp, string])[] = [
  [/(?<=ss|x|z|ch|sh)es$/, ''],
  [/ies$/, 'y'],
  [/(?<=[^aeious])s$/, ''],
  [/(?<=[aeo])s$/, ''],
]

const STEP_TWO: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})ically$/, 'ic'],
  [/(?<=.{3})ation$/, 'at'],
  [/(?<=.{3})ational$/, 'at'],
  [/(?<=.{3})ement$/, ''],
  [/(?<=.{3})ment$/, ''],
  [/(?<=.{3})ness$/, ''],
  [/(?<=.{3})fully$/, 'ful'],
  [/(?<=.{3})ly$/, ''],
  [/(?<=.{3})ied$/, 'y'],
  [/(?<=[aeiouy].*.)ing$/, ''],
  [/(?<=[aeiouy].*.)ed$/, ''],
  [/(?<=.{3})al$/, ''],
]

/** The stem of a lower-case word of letters; words with digits or underscores, and short ones, stay. */
export function stemWord(word: string): string {
  if (word.length <= 3 || /[^a-z]/.test(word)) return word
  const singular = replaceFirst(word, STEP_ONE)
  const bare = replaceFirst(singular, STEP_TWO)
  return bare
    .replace(/(?<=.{2})([bdfgmnprt])\1$/, '$1')
    .replace(/(?<=.{3})e+$/, '')
    .replace(/(?<=.{2})y$/, 'i')
}

function replaceFirst(word: string, steps: readonly (readonly [RegExp, string])[]): string {
  const step = steps.find(([ending]) => ending.test(word))
  return step === undefined ? word : word.replace(step[0], step[1])
}
