// The lines of a summary in the words of the pack.
import { summaryLines, type SummaryLine } from '../rules/handoff/summary-lines'
import type { SaidLine } from '../rules/handoff/summary-text'
import type { Summary } from '../rules/handoff/summary'
import type { Pack } from './pack'
import { words, type Voice } from './wording'

/** The summary line by line, as it is shown before it is shared. Exactly this, through `textOf`, is stored and delivered. */
export function saySummary(pack: Pack, summary: Summary, voice: Voice): readonly SaidLine[] {
  const provider = summary.adviserContact?.provider ?? ''
  const names = {
    council: pack.councils.get(summary.localAuthority)?.name ?? summary.localAuthority,
    provider: pack.organisations.get(provider)?.name ?? provider,
  }
  return summaryLines(summary, names).map((line) => sayLine(pack, line, voice))
}

function sayLine(pack: Pack, { id, message, picks, vars, isRemovable }: SummaryLine, voice: Voice): SaidLine {
  const { text, choices } = words(pack, message, { voice, vars })
  const value = picks.map((picked) => {
    const found = choices.find((choice) => choice.id === picked)
    if (found === undefined) throw new Error(`The message ${message} has no words for ${picked}`)
    return found.label
  })
  return { id, label: text, value: value.join(', '), isRemovable }
}
