// Cuts a message into clauses, so that a crisis in one of them is not drowned by the question in another.

const BREAK = /[.?!;,\n]+|\s(?=(?:and|but|because|so|also|since|cos)\s)/i
/** A shorter piece says too little by itself. */
const FEWEST_WORDS = 3

/** The clauses of a text, without those of fewer than three words. */
export function splitClauses(text: string): string[] {
  return text
    .split(BREAK)
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(/\s+/).length >= FEWEST_WORDS)
}
