// Whether a pack has words for everything that the rules can say, and no gap that nobody fills.
import { EVENT_ROWS } from '../rules/deadlines/event-rows'
import { TRIAGE_ROWS } from '../rules/triage/rows'
import { hasBrokenPlaceholder, placeholdersOf } from './placeholders'
import type { FaultList } from './read-file'
import type { DeadlineFiles } from './read-deadlines'
import type { DecisionFiles } from './read-decisions'
import type { Files } from './read-pack'
import { STEP_PLACEHOLDERS } from './schema/deadline'
import { ROUTE_POINTS } from './schema/guides'
import type { Message } from './schema/message'

const CLOCKS = ['appeal', 'mediation-adviser', 'discrimination-claim', ...Object.keys(EVENT_ROWS)]
const PROBLEMS: readonly string[] = TRIAGE_ROWS.map(({ problem }) => problem)
const WARNINGS = Array.from({ length: 20 }, (_, index) => `U${index + 1}`)

/** Notes every row, clock, warning, step and route point without words, words for none of them, and gaps that do not fit. */
export function checkCompleteness(files: Files, faults: FaultList): void {
  for (const [id, message] of files.messages.good) checkMessage(faults, id, message)
  checkDecisions(files.decisions, faults)
  checkDeadlines(files.deadlines, faults)
  checkPhrases(files.problemPhrases, faults)
  checkNames(faults, 'two-routes.yaml', 'points', files.twoRoutes && files.twoRoutes.points.map(({ id }) => id), ROUTE_POINTS, 'all')
}

/** Notes clocks, warnings and lines of a sum without words, and words for none of them. */
function checkDeadlines({ clocks, warnings, steps }: DeadlineFiles, faults: FaultList): void {
  const file = 'deadlines.yaml'
  checkNames(faults, file, 'clocks', clocks.known && [...clocks.known], CLOCKS, 'all')
  checkNames(faults, file, 'warnings', warnings && Object.keys(warnings), WARNINGS, 'all')
  checkNames(faults, file, 'steps', steps && Object.keys(steps), Object.keys(STEP_PLACEHOLDERS), 'all')
  for (const [name, template] of Object.entries(steps ?? {})) checkStep(faults, name, template)
  for (const [name, { sources, mark }] of clocks.good)
    if (sources.length === 0 && mark !== 'M') faults.add(file, `clocks.${name}.sources`, 'must name at least one source')
}

/** Notes fragments for a row that does not exist. */
function checkPhrases(phrases: Files['problemPhrases'], faults: FaultList): void {
  checkNames(faults, 'recognise.yaml', '', phrases && Object.keys(phrases), PROBLEMS, 'optional')
}

/** Notes rows of routes without words, words for none of them, and words that contradict the table of routes. */
function checkDecisions({ decisions, who: people }: DecisionFiles, faults: FaultList): void {
  const file = 'decisions.yaml'
  checkNames(faults, file, 'decisions', decisions.known && [...decisions.known], PROBLEMS, 'all')
  checkNames(faults, file, 'who', people && Object.keys(people), [...new Set(TRIAGE_ROWS.map(({ who }) => who))], 'all')
  for (const { problem, row, decision, who } of TRIAGE_ROWS) {
    const words = decisions.good.get(problem)
    if (!words) continue
    const differs = (name: 'row' | 'decision' | 'who', right: string | number | null): void => {
      if (words[name] !== right) faults.add(file, `decisions.${problem}.${name}`, `must be ${right ?? 'null'}, as in the table of routes`)
    }
    differs('row', row)
    differs('decision', decision)
    differs('who', who)
    for (const { with: other } of words.settles ?? [])
      if (!PROBLEMS.some((name) => name === other)) faults.add(file, `decisions.${problem}.settles`, `there is no row ${other}`)
  }
}

function checkNames(
  faults: FaultList,
  file: string,
  path: string,
  written: readonly string[] | null,
  known: readonly string[],
  wanted: 'all' | 'optional',
): void {
  if (written === null) return
  for (const name of written) if (!known.includes(name)) faults.add(file, path, `there is no ${name}`)
  if (new Set(written).size < written.length) faults.add(file, path, 'has the same name twice')
  if (wanted === 'all') for (const name of known) if (!written.includes(name)) faults.add(file, path, `has no words for ${name}`)
}

function checkMessage(faults: FaultList, id: string, { text, youngPerson, choices = [], vars = [] }: Message): void {
  const texts = [text, youngPerson ?? '', ...choices.flatMap(({ label, youngPerson: other }) => [label, other ?? ''])]
  const used = new Set(texts.flatMap(placeholdersOf))
  for (const name of used) if (!vars.includes(name)) faults.add('messages', id, `{{${name}}} is not listed in vars`)
  for (const name of vars) if (!used.has(name)) faults.add('messages', id, `${name} is listed in vars and stands nowhere`)
  if (texts.some(hasBrokenPlaceholder)) faults.add('messages', id, 'has a gap that is not written {{name}}')
  const ids = choices.map((choice) => choice.id)
  const labels = choices.map(({ label }) => label.toLowerCase())
  if (new Set(ids).size < ids.length) faults.add('messages', id, 'has two choices of the same id')
  if (new Set(labels).size < labels.length) faults.add('messages', id, 'has two choices of the same label')
}

function checkStep(faults: FaultList, name: string, template: string): void {
  const allowed: readonly string[] = Object.hasOwn(STEP_PLACEHOLDERS, name) ? STEP_PLACEHOLDERS[name as keyof typeof STEP_PLACEHOLDERS] : []
  for (const gap of placeholdersOf(template))
    if (!allowed.includes(gap)) faults.add('deadlines.yaml', `steps.${name}`, `nothing fills {{${gap}}}`)
  if (hasBrokenPlaceholder(template)) faults.add('deadlines.yaml', `steps.${name}`, 'has a gap that is not written {{name}}')
}
