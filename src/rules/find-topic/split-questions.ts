// Cuts a message into the questions that it asks, so that several are answered one by one.

/** A part must have this many words to count as a question of its own. */
const FEWEST_WORDS = 3
const MOST_PARTS = 3

/** The questions of a message in their order, at most three; empty where it asks one or none. */
export function splitQuestions(text: string): string[] {
  const sentences = text
    .split(/(?<=[.?!])\s+|\n+|(?<=\?)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
  const questions = sentences.filter((sentence) => sentence.endsWith('?') && sentence.split(/\s+/).length >= FEWEST_WORDS)
  return questions.length < 2 ? [] : questions.slice(0, MOST_PARTS)
}
