// Loads only what one command needs, so that it answers at once; the whole pack is checked by `content check` and at every start.
import type { BankHolidays } from '../rules/working-days'
import type { Problem } from '../rules/triage/rows'
import { PackFaults } from './faults'
import type { DeadlineWords, DecisionTable } from './pack'
import { parsedTextsFor } from './parsed-texts'
import { deadlineWordsOf, readDeadlines } from './read-deadlines'
import { decisionTableOf, phrasesOf, readDecisions } from './read-decisions'
import { FaultList, readFile, type Reading } from './read-file'
import { readRecord } from './read-record'
import { bankHolidaysFile, holidaysOf } from './schema/bank-holidays'
import { problemPhrases } from './schema/reference-lists'
import { source, type Source } from './schema/source'

/** What counting needs. @throws PackFaults */
export function loadDeadlines(dir: string): { readonly deadlines: DeadlineWords; readonly holidays: BankHolidays } {
  return load(dir, (reading) => {
    const deadlines = deadlineWordsOf(readDeadlines(reading))
    const holidays = readFile(reading, 'bank-holidays.json', bankHolidaysFile)
    return deadlines && holidays ? { deadlines, holidays: holidaysOf(holidays) } : null
  })
}

export interface TriageWords extends DecisionTable {
  readonly phrases: ReadonlyMap<Problem, readonly string[]>
  readonly sources: ReadonlyMap<string, Source>
}

/** What triage needs. @throws PackFaults */
export function loadTriage(dir: string): TriageWords {
  return load(dir, (reading) => {
    const table = decisionTableOf(readDecisions(reading))
    const phrases = readFile(reading, 'recognise.yaml', problemPhrases)
    const sources = readRecord(reading, 'sources.yaml', source).good
    return table && phrases ? { ...table, phrases: phrasesOf(phrases), sources } : null
  })
}

function load<Part>(dir: string, read: (reading: Reading) => Part | null): Part {
  const faults = new FaultList()
  const part = read({ dir, faults, texts: parsedTextsFor(dir) })
  if (part === null || faults.faults.length > 0) throw new PackFaults(faults.faults)
  return part
}
