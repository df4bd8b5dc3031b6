// `measure`: asks the open questions, prints the figures beside their bars, writes docs/accuracy.md; exit code 1 when a floor is missed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../content/load'
import { measureFacts, measureSet, type FactQuestion, type OpenSet } from '../matcher/measure'
import { measureMyths, type MythQuestions } from '../matcher/measure-myths'
import { measureSafety, type SafetySets } from '../matcher/measure-safety'
import { openMatcher } from '../matcher/open-matcher'
import { contentDir, projectRoot } from '../project-root'
import { buildPackModel } from '../topic-finder'
import { accuracyPage, missedFloors, type Report } from './accuracy-page'

const SETS = { 'Given questions (questions.json)': 'questions.json', 'Second set (blind.json)': 'blind.json' }

/** `--check` writes nothing. */
export async function measure(args: readonly string[]): Promise<number> {
  const pack = loadPack(contentDir)
  const model = await buildPackModel()
  const reports: Report[] = []
  for (const mode of ['full', 'small'] as const) {
    const matcher = await openMatcher(pack, model, mode)
    await matcher.findTopic('Is this warm?')
    const sets = []
    for (const [name, file] of Object.entries(SETS)) sets.push({ name, measured: await measureSet(open<OpenSet>(file), matcher, pack) })
    const facts = await measureFacts(open<{ questions: readonly FactQuestion[] }>('fact-questions.json').questions, matcher, pack)
    const myths = await measureMyths(open<{ myths: readonly MythQuestions[] }>('myths.json').myths, matcher, pack)
    const safety = await measureSafety(heldOutMessages(), matcher, pack)
    reports.push({ mode, gates: matcher.gates, sets, facts, myths, safety })
    console.error(
      timesOf(
        mode,
        sets.flatMap(({ measured }) => measured.milliseconds),
      ),
    )
    await matcher.close()
  }
  const page = accuracyPage(reports)
  console.log(page)
  if (!args.includes('--check')) writeFileSync(join(projectRoot, 'docs/accuracy.md'), page)
  const missed = missedFloors(reports)
  for (const line of missed) console.error(`Below the floor: ${line}`)
  return missed.length === 0 ? 0 : 1
}

function open<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(join(projectRoot, 'test/open-set', file), 'utf8')) as Shape
}

/** The crisis sets that nothing is chosen on. */
function heldOutMessages(): SafetySets {
  const read = (name: string): string[] =>
    readFileSync(join(projectRoot, 'test/rules/crisis/sets', `${name}.held-out.txt`), 'utf8')
      .split('\n')
      .filter(Boolean)
  return { plain: read('plain'), indirect: read('indirect'), 'near-miss': read('near-miss'), ordinary: read('ordinary') }
}

function timesOf(mode: string, milliseconds: readonly number[]): string {
  const rising = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number): string => (rising[Math.floor(rising.length * share)] ?? 0).toFixed(1)
  return `${mode}: ${at(0.5)} ms a question at the median, ${at(0.99)} ms at the 99th percentile, ${Math.round(process.memoryUsage().rss / 1e6).toString()} MB`
}
