// Loads the facts of the source documents, the reasons for those left out, and the topics that say the others.
import { z } from 'zod'
import type { FactSources } from './fact-coverage'
import { PackFaults } from './faults'
import { parsedTextsFor } from './parsed-texts'
import { FaultList, listFiles, readFile, type Reading } from './read-file'
import { readRecord } from './read-record'
import { readTopic } from './read-topic'
import { text } from './schema/primitives'
import { source } from './schema/source'

const lines = z.record(z.string(), text)

/** Everything that a table of facts needs, from the folder of a pack. @throws PackFaults */
export function loadFactSources(dir: string): FactSources {
  const faults = new FaultList()
  const reading: Reading = { dir, faults, texts: parsedTextsFor(dir) }
  const facts = readFile(reading, 'source-facts.yaml', lines) ?? {}
  const leftOut = readFile(reading, 'left-out-facts.yaml', lines) ?? {}
  const topics = listFiles(reading, 'topics', '.md').flatMap((file) => readTopic(reading, file) ?? [])
  const sources = readRecord(reading, 'sources.yaml', source)
  if (faults.faults.length > 0) throw new PackFaults(faults.faults)
  return {
    facts: new Map(Object.entries(facts)),
    leftOut: new Map(Object.entries(leftOut)),
    topics,
    titles: new Map([...sources.good].map(([key, { title }]) => [key, title])),
  }
}
