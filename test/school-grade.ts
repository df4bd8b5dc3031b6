// The Flesch-Kincaid grade, with syllables counted as groups of vowels: rough, and the same for every text.

/** `sentences`: how many the words stand in; each test knows what ends a sentence of its texts. */
export function schoolGrade(words: readonly string[], sentences: number): number {
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  )
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}
