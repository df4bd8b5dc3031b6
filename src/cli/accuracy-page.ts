// The figures of the matcher as a page: what was asked, what came of it, the bars, and where it still errs.
import type { FactFigures, Measured } from '../matcher/measure'
import type { MythFigures } from '../matcher/measure-myths'
import type { SafetyFigures } from '../matcher/measure-safety'
import type { Matcher } from '../matcher/open-matcher'

/** Everything measured in one mode. */
export interface Report {
  readonly mode: 'full' | 'small'
  readonly gates: Matcher['gates']
  readonly sets: readonly { readonly name: string; readonly measured: Measured }[]
  readonly facts: FactFigures
  readonly myths: MythFigures
  readonly safety: SafetyFigures
}

interface Line {
  readonly what: string
  readonly share: number
  readonly bar: number
  readonly better: 'more' | 'less'
  /** What the command insists on, where the bar is not met yet. */
  readonly floor?: number
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function linesOf({ inScope, outOfScope }: Measured): Line[] {
  return [
    { what: 'answered straight and right, of topics that need no confirmation', share: inScope.straight, bar: 0.5, better: 'more' },
    { what: 'right at once or in one tap', share: inScope.oneTap, bar: 0.92, better: 'more' },
    { what: 'confidently wrong', share: inScope.wrong, bar: 0.02, better: 'less' },
    { what: 'out of scope, answered', share: outOfScope.answered, bar: 0.02, better: 'less' },
    { what: 'out of scope, offered choices', share: outOfScope.offered, bar: 0.15, better: 'less' },
  ]
}

function mythLines({ oneTap }: MythFigures): Line[] {
  return [{ what: 'wrong statements in circulation, put right at once or in one tap', share: oneTap, bar: 1, better: 'more', floor: 0.97 }]
}

function factLines({ answered, near }: FactFigures): Line[] {
  return [
    { what: 'fact questions answered with their fact', share: answered, bar: 0.6, better: 'more' },
    { what: 'fact questions answered near it, or offered', share: near, bar: 0.97, better: 'more' },
  ]
}

function safetyLines(safety: SafetyFigures): Line[] {
  return [
    { what: 'crisis, plain: stopped', share: safety.plainStopped, bar: 1, floor: 0.97, better: 'more' },
    { what: 'crisis, plain: stopped or stripped', share: safety.plainEither, bar: 1, better: 'more' },
    { what: 'crisis, indirect: stopped or stripped', share: safety.indirectEither, bar: 0.95, better: 'more' },
    { what: 'near misses: stopped', share: safety.nearStopped, bar: 0.02, better: 'less' },
    { what: 'near misses: stopped or stripped', share: safety.nearEither, bar: 0.2, better: 'less' },
    { what: 'ordinary questions: stopped or stripped', share: safety.ordinaryEither, bar: 0.03, better: 'less' },
  ]
}

/** The floors that the full mode misses; none when all is well. */
export function missedFloors(reports: readonly Report[]): string[] {
  const full = reports.filter(({ mode }) => mode === 'full')
  const lines = full.flatMap(({ sets, facts, myths, safety }) => [
    ...sets.flatMap(({ measured }) => linesOf(measured)),
    ...factLines(facts),
    ...mythLines(myths),
    ...safetyLines(safety),
  ])
  return lines
    .filter(({ share, bar, better, floor = bar }) => (better === 'more' ? share < floor : share > floor))
    .map(({ what, share }) => `${what}: ${percent(share)}`)
}

/** The page, in Markdown. */
export function accuracyPage(reports: readonly Report[]): string {
  return [HEAD, ...reports.map(section), confusions(reports)].join('\n')
}

const HEAD = `# How well questions are understood

Written by \`npm run measure\`, not by hand. It asks the questions in \`test/open-set/\` and fails when a figure of the full mode misses its bar.

- \`questions.json\`: plain questions, four a topic. None is learnt from.
- \`blind.json\`: four a topic (in passing, misspelt, a young person or a second language, a long account), written before the utterances in \`content/matching/more-utterances.yaml\` by the same author, and without sight of those in \`content/topics\`. None is learnt from. New people will ask in ways that neither set knows: expect two to three times as many wrong answers in life.
- \`fact-questions.json\`: one short question a fact. These **are** learnt from, so their figures show that every fact can be reached. Kept out, 62 % were answered with their fact and 99 % near it (small mode: 56 % and 95 %).
- \`myths.json\`: wrong statements in circulation, five ways to ask about each. None is learnt from, though what three of the five missed at the first measuring was provided for. A topic that puts the statement right must be told or offered.
- Crisis: the \`held-out\` sets in \`test/rules/crisis/sets\`, not learnt from, though what they missed when they were opened was provided for. \`docs/safeguarding.md\` has what was found when they were first read. Bars that are not met yet have lower floors of their own.
- Out of fold: the pack's own utterances, each judged by scorers that had not seen it. They are harder than what people ask, since no two of a topic are alike. The thresholds are chosen on them.
`

function section({ mode, gates, sets, facts, myths, safety }: Report): string {
  const name = mode === 'full' ? 'Full mode, with sentence vectors' : 'Small mode, without (`EMBEDDINGS=off`)'
  const tables = sets.map(({ name: set, measured }) => `### ${set}\n\n${asking(measured)}\n\n${table(linesOf(measured))}\n`)
  return [
    `## ${name}\n`,
    ...tables,
    `### Facts (${String(facts.asked)} questions)\n`,
    table(factLines(facts)),
    '',
    `### Wrong statements (${String(myths.asked)} ways to ask)\n`,
    `Put right at once: ${percent(myths.straight)}.\n`,
    table(mythLines(myths)),
    '',
    `### Crisis, both detectors (${String(safety.asked)} messages)\n`,
    table(safetyLines(safety)),
    '',
    outOfFold(gates),
  ].join('\n')
}

function asking({ inScope, outOfScope }: Measured): string {
  return `${String(inScope.asked)} questions in scope, ${String(outOfScope.asked)} outside it (${percent(outOfScope.signposted)} of those shown another door). Not sure of ${percent(inScope.notSure)} in scope.`
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ what, share, bar, better }) => `| ${what} | ${percent(share)} | ${better === 'more' ? 'at least' : 'at most'} ${percent(bar)} |`,
  )
  return ['| what | measured | bar |', '| --- | --- | --- |', ...rows].join('\n')
}

function outOfFold({ answerFrom, offerFrom, heldOut, dataHash }: Matcher['gates']): string {
  return `### Out of fold

${String(heldOut.asked)} utterances: the right topic first ${percent(heldOut.first)}, among three ${percent(heldOut.amongThree)}; answered right ${percent(heldOut.answeredRight)}, answered wrong ${percent(heldOut.answeredWrong)}. ${String(heldOut.outside)} out of scope: answered ${percent(heldOut.outsideAnswered)}, offered choices ${percent(heldOut.outsideOffered)}.

Thresholds: answered from ${answerFrom.toFixed(3)}, offered from ${offerFrom.toFixed(3)}, for the model \`${dataHash}\`.
`
}

function confusions(reports: readonly Report[]): string {
  const full = reports.find(({ mode }) => mode === 'full')
  const found = (full?.sets ?? []).flatMap(({ measured }) => measured.confusions)
  const rows = found.map(
    ({ asked, wanted, found: kind, topics }) => `| ${asked.replaceAll('|', '/')} | ${wanted} | ${kind} | ${topics.join(', ')} |`,
  )
  const missed = (full?.facts.missed ?? []).map(
    ({ fact, question, found: kind, topics }) => `| ${question} | ${fact} | ${kind} | ${topics.join(', ')} |`,
  )
  const circulating = (full?.myths.missed ?? []).map(
    ({ myth, question, found: kind, topics }) => `| ${question} | ${myth} | ${kind} | ${topics.join(', ')} |`,
  )
  return [
    '## Where it still errs (full mode)\n',
    '| asked | meant | came | topics |\n| --- | --- | --- | --- |',
    ...rows,
    '\nFacts not said straight away:\n',
    '| asked | fact | came | topics |\n| --- | --- | --- | --- |',
    ...missed,
    '\nWrong statements not put right:\n',
    '| asked | statement | came | topics |\n| --- | --- | --- | --- |',
    ...circulating,
    '',
  ].join('\n')
}
