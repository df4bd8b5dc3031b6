// Tells a question put calmly from a bare statement: what the lists find in a question is more often a figure of speech or a matter of record.
import { splitClauses } from './split-clauses'

const HELPS = 'can|could|do|does|did|should|would|will|is|are|am|was|were|has|have|may'
const WHO = 'i|we|us|he|she|they|it|there|this|that|these|those|the|a|an|my|our|his|her|their|your|you|u|any|anyone|anybody|someone'
/** How a question begins. 'Am very low', 'has said he will' and 'when he hits me' leave out who, or tell, and do not count. */
const BEGINS = new RegExp(
  `^(?:(?:and|but|so|also|cos|because|since) )?(?:(?:${HELPS}) (?:${WHO})|(?:what|who|when|where|which|why|how|wat) (?:${HELPS}|if|about|happens|counts|long|much|many|soon|section|school|sections)|whats|whos)\\b`,
  'i',
)
const HAPPENING = /\b(?:tonight|today|yesterday|this morning|last night|right now|just now)\b/i
/** Who is in danger asks in fewer words. */
const FEWEST_WORDS = 9

/** Whether a text asks something at leisure: in nine words or more, and with none for a danger that is happening now. */
export function asksCalmly(text: string): boolean {
  if (HAPPENING.test(text) || text.trim().split(/\s+/).length < FEWEST_WORDS) return false
  return text.includes('?') || splitClauses(text).some((clause) => BEGINS.test(clause))
}
