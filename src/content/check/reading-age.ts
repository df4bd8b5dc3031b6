// How old somebody must be to read a text with ease: the Flesch-Kincaid grade and five years.
import type { GlossaryEntry } from '../schema/reference-lists'

/** Terms, and their other names of several words, that count as one word of two syllables, because the pack explains them. Longest first, in lower case. */
export function termsOf(glossary: ReadonlyMap<string, GlossaryEntry>): readonly string[] {
  const names = [...glossary.values()].flatMap(({ term, understood = [] }) => [term, ...understood.filter((name) => name.includes(' '))])
  return [...new Set(names.map((name) => name.toLowerCase()))].sort((a, b) => b.length - a.length)
}

/** The reading age of a text in years; 5 for one without words. */
export function readingAge(text: string, terms: readonly string[]): number {
  const plain = plainText(text, terms)
  const sentences = plain.split(/[.!?:]+(?:\s|$)|\n+/).filter((sentence) => /[a-z0-9]/i.test(sentence))
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? [])
  if (words.length === 0) return 5
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return Math.max(5, Math.round((grade + 5) * 10) / 10)
}

/** Stands for any glossary term: one word of two syllables. */
const TERM = 'paper'

function plainText(text: string, terms: readonly string[]): string {
  const bare = text
    .replace(/\{\{[^}]*\}\}/g, 'Monday')
    .replace(/https:\/\/\S+|\b[\w.]+@[\w.]+/g, 'address')
    .replace(/^\s*(?:- |\d+\. )/gm, '')
    .replace(/[*"“”()]/g, ' ')
    .toLowerCase()
  return terms
    .filter((term) => bare.includes(term))
    .reduce((said, term) => said.replaceAll(new RegExp(`\\b${escape(term)}s?\\b`, 'g'), TERM), bare)
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** An estimate: groups of vowels, a silent e at the end left out. A figure counts as one. */
function syllablesOf(word: string): number {
  if (/^\d+$/.test(word)) return 1
  const bare = word.replace(/['’]s?$/, '').replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 1)
}
