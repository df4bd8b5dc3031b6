// Reads every file of a pack into its shape. Says nothing yet of whether the files fit together.
import type { z } from 'zod'
import { readDeadlines } from './read-deadlines'
import { readDecisions } from './read-decisions'
import { listFiles, readFile, readValue, validate, type Reading } from './read-file'
import { readRecord, readRecords, type Entries } from './read-record'
import { readTopic } from './read-topic'
import { bankHolidaysFile } from './schema/bank-holidays'
import { council, organisation } from './schema/contact'
import { desk } from './schema/desk'
import { afterAgreement, letterChecklist, twoRoutes } from './schema/guides'
import { door, nations, smallTalk } from './schema/matching'
import { message } from './schema/message'
import { packFile } from './schema/pack-file'
import { placeNames } from './schema/place-names'
import { glossaryEntry, myth, problemPhrases } from './schema/reference-lists'
import { source } from './schema/source'
import { wordTables } from './schema/word-tables'
import { safeguardingSchema, type Safeguarding } from './safeguarding-schema'
import type { Topic } from './schema/topic'
import { readTranslations } from './translations/read-translations'

export type Files = ReturnType<typeof readPackFiles>

/** Everything that could be read; null where a whole file could not. */
export function readPackFiles(reading: Reading) {
  return {
    pack: readFile(reading, 'pack.yaml', packFile),
    sources: readRecord(reading, 'sources.yaml', source),
    messages: readRecords(reading, listFiles(reading, 'messages', '.yaml'), message),
    decisions: readDecisions(reading),
    deadlines: readDeadlines(reading),
    topics: readTopics(reading),
    councils: readNamedFiles(reading, 'councils', council),
    placeNames: readFile(reading, 'place-names.yaml', placeNames),
    organisations: readRecord(reading, 'organisations.yaml', organisation),
    desks: readNamedFiles(reading, 'desks', desk),
    glossary: readRecord(reading, 'glossary.yaml', glossaryEntry),
    myths: readRecord(reading, 'myths.yaml', myth),
    letterChecklist: readFile(reading, 'letter-checklist.yaml', letterChecklist),
    afterAgreement: readFile(reading, 'after-agreement.yaml', afterAgreement),
    twoRoutes: readFile(reading, 'two-routes.yaml', twoRoutes),
    bankHolidays: readFile(reading, 'bank-holidays.json', bankHolidaysFile),
    problemPhrases: readFile(reading, 'recognise.yaml', problemPhrases),
    wordTables: readFile(reading, 'matching/words.yaml', wordTables),
    doors: readRecord(reading, 'matching/doors.yaml', door),
    smallTalk: readRecord(reading, 'matching/small-talk.yaml', smallTalk),
    nations: readFile(reading, 'matching/nations.yaml', nations),
    safeguarding: readSafeguarding(reading),
    translations: readTranslations(reading),
  }
}

function readTopics(reading: Reading): Entries<Topic> {
  const files = listFiles(reading, 'topics', '.md')
  const good = new Map<string, Topic>()
  for (const file of files) {
    const topic = readTopic(reading, file)
    if (topic) good.set(topic.id, topic)
  }
  return { good, known: new Set(files.map((file) => file.slice('topics/'.length, -'.md'.length))) }
}

/** A folder of files, one entry each, whose ids are the names of their files. */
function readNamedFiles<Entry extends { readonly id: string }>(reading: Reading, folder: string, shape: z.ZodType<Entry>): Entries<Entry> {
  const files = listFiles(reading, folder, '.yaml')
  const good = new Map<string, Entry>()
  for (const file of files) {
    const read = readFile(reading, file, shape)
    if (read && `${folder}/${read.id}.yaml` !== file) reading.faults.add(file, 'id', `must be the name of the file, not ${read.id}`)
    if (read) good.set(read.id, read)
  }
  return { good, known: new Set(files.map((file) => file.slice(`${folder}/`.length, -'.yaml'.length))) }
}

/** The folder as one object whose keys are the names of its files. */
function readSafeguarding(reading: Reading): Safeguarding | null {
  const files = listFiles(reading, 'safeguarding', '.yaml')
  const values = files.map((file) => [file.slice('safeguarding/'.length, -'.yaml'.length), readValue(reading, file)] as const)
  if (values.some(([, value]) => value === undefined)) return null
  return validate(reading.faults, 'safeguarding', [], safeguardingSchema, Object.fromEntries(values))
}
