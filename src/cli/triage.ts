// `triage`: from facts or an account to the row of the table of routes, with its route, certificate, who may act and what next.
import { z } from 'zod'
import { loadTriage } from '../content/load-parts'
import { decisionWords, inVoice, sourceLines, whoMayAct } from '../content/wording'
import { DECISIONS } from '../rules/decisions'
import { recogniseProblem } from '../rules/triage/recognise'
import { isProblem, rowOf, type Problem } from '../rules/triage/rows'
import { AGAINST, NATIONS, PLACEMENTS, SECTIONS, triage, type TriageFacts } from '../rules/triage/triage'
import { contentDir } from '../project-root'
import type { Command } from './command'
import { readCase } from './read-case'

const factsSchema = z.object({
  decision: z.enum(DECISIONS).nullish(),
  problem: z.custom<Problem>((value) => typeof value === 'string' && isProblem(value), 'must be the name of a problem').nullish(),
  sections: z.array(z.enum(SECTIONS)).nullish(),
  sectionsDisputed: z.array(z.enum(SECTIONS)).nullish(),
  placement: z.enum(PLACEMENTS).nullish(),
  against: z.enum(AGAINST).nullish(),
  nation: z.enum(NATIONS).nullish(),
})

const caseSchema = z.union([z.object({ text: z.string().max(20_000) }), z.object({ facts: factsSchema })], 'give either text or facts')

export function createTriageCommand(): Command {
  const pack = loadTriage(contentDir)
  const tell = (problem: Problem) => {
    const row = rowOf(problem)
    const said = decisionWords(pack, problem)
    return {
      row: row.row,
      decision: row.decision,
      route: row.route,
      certificate: row.certificate,
      who: whoMayAct(pack, problem, 'parent'),
      next: said.next.map((step) => inVoice(step, 'parent')),
      sources: sourceLines(pack, said.sources),
    }
  }
  return {
    usage:
      'triage --text "what happened" | triage --decision NAME [--section B --section I] [--placement named|type|none] [--against school|college|council] [--nation england] | --jsonl',
    options: {
      text: { type: 'string' },
      decision: { type: 'string' },
      problem: { type: 'string' },
      section: { type: 'string', multiple: true },
      placement: { type: 'string' },
      against: { type: 'string' },
      nation: { type: 'string' },
    },
    fromFlags: ({ text, decision, problem, section, placement, against, nation }, positionals) => {
      const said = text ?? (positionals.length > 0 ? positionals.join(' ') : undefined)
      if (said !== undefined) return { text: said }
      const facts = { decision, problem, sections: section, placement, against, nation }
      return { facts: Object.values(facts).every((value) => value === undefined) ? undefined : facts }
    },
    answer: async (input) => {
      const asked = readCase(caseSchema, input)
      if ('facts' in asked) return { ...tell(triage(factsOf(asked.facts)).problem as Problem), candidates: [] }
      const found = recogniseProblem(asked.text, pack.phrases)
      const candidates = found
        .slice(0, 4)
        .map(({ problem, score }) => ({ row: rowOf(problem).row, decision: rowOf(problem).decision, problem, score }))
      return { ...tell(found[0]?.problem ?? 'unsure'), candidates }
    },
    inWords: (answer) => JSON.stringify(answer, null, 2),
  }
}

function factsOf(facts: z.infer<typeof factsSchema>): TriageFacts {
  return {
    decision: facts.decision ?? undefined,
    problem: facts.problem ?? undefined,
    sections: facts.sections ?? facts.sectionsDisputed ?? undefined,
    placement: facts.placement ?? undefined,
    against: facts.against ?? undefined,
    nation: facts.nation ?? undefined,
  }
}
