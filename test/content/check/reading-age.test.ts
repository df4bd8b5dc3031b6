// The Flesch-Kincaid grade and five years, worked out by hand.
import { readingAge, termsOf } from '../../../src/content/check/reading-age'
import { glossaryEntry } from '../../../src/content/schema/reference-lists'

describe('readingAge', () => {
  it('counts words, sentences and syllables', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45, and 5 is the least
    expect(readingAge('The cat sat on the mat.', [])).toBe(5)
    // 7 words in 1 sentence; The(1) council(2) decided(3) not(1) to(1) assess(2) today(2) = 12: 0.39 * 7 + 11.8 * 12 / 7 - 15.59 + 5 = 12.4
    expect(readingAge('The council decided not to assess today.', [])).toBe(12.4)
  })

  it('takes list items for sentences and leaves out marks and links', () => {
    expect(readingAge('- one\n- two\n- **three**', [])).toBe(5)
    expect(readingAge('', [])).toBe(5)
  })

  it('counts a term of the glossary as one word of two syllables', () => {
    const glossary = new Map([
      ['a', glossaryEntry.parse({ term: 'EHC needs assessment', says: 'x', understood: [], sources: ['S0'] })],
      ['b', glossaryEntry.parse({ term: 'EHC plan', says: 'x', understood: [], sources: ['S0'] })],
    ])
    expect(termsOf(glossary)).toEqual(['ehc needs assessment', 'ehc plan'])
    const plain = readingAge('They said no to a paper.', [])
    expect(readingAge('They said no to an EHC needs assessment.', termsOf(glossary))).toBe(plain)
  })
})
