// Loads the content pack, or lists everything that is wrong with it.
import { checkCompleteness } from './completeness'
import { PackFaults, type PackFault } from './faults'
import { holidaysOf } from './schema/bank-holidays'
import type { Pack } from './pack'
import { parsedTextsFor, type ParsedTexts } from './parsed-texts'
import { deadlineWordsOf } from './read-deadlines'
import { decisionTableOf, phrasesOf } from './read-decisions'
import { FaultList } from './read-file'
import type { Nation } from '../rules/find-topic/elsewhere'
import { councilNames } from '../rules/find-council/council-names'
import type { PlaceNamesFile } from './schema/place-names'
import { readPackFiles, type Files } from './read-pack'
import { checkReferences } from './references'
import { currentTranslations } from './translations/current-translations'

/** What a pack holds and what is wrong with it; the pack is null when anything is. */
export interface Inspection {
  readonly pack: Pack | null
  readonly faults: readonly PackFault[]
}

/** The pack in a folder, from kept texts where they are unchanged. @throws PackFaults with every fault at once. */
export function loadPack(dir: string, texts: ParsedTexts = parsedTextsFor(dir)): Pack {
  const { pack, faults } = inspectPack(dir, texts)
  if (pack === null) throw new PackFaults(faults)
  return pack
}

/** The pack in a folder and its faults, without throwing. */
export function inspectPack(dir: string, texts: ParsedTexts = parsedTextsFor(dir)): Inspection {
  const faults = new FaultList()
  const files = readPackFiles({ dir, faults, texts })
  texts.keep()
  checkReferences(files, faults)
  checkCompleteness(files, faults)
  const translations = currentTranslations(files, faults)
  return { pack: faults.faults.length === 0 ? assemble(files, translations) : null, faults: faults.faults }
}

/** The towns of other nations and the words by which messages name them, by door. */
function otherNations({ elsewhere }: PlaceNamesFile, nations: readonly Nation[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(nations.map(({ door, words }) => [door, [...words, ...(elsewhere[door] ?? [])]]))
}

/** Every name was checked against the rules before, so the keys are what their types say. */
function assemble(files: Files, translations: Pack['translations']): Pack | null {
  const { pack, letterChecklist, afterAgreement, twoRoutes, bankHolidays, problemPhrases, wordTables, nations, safeguarding, placeNames } =
    files
  const table = decisionTableOf(files.decisions)
  const deadlines = deadlineWordsOf(files.deadlines)
  if (!pack || !table || !deadlines || !letterChecklist || !afterAgreement || !twoRoutes) return null
  if (!bankHolidays || !problemPhrases || !wordTables || !nations || !safeguarding || !placeNames) return null
  return {
    ...pack,
    ...table,
    deadlines,
    sources: files.sources.good,
    messages: files.messages.good,
    topics: files.topics.good,
    withdrawn: new Map(),
    councils: files.councils.good,
    councilNames: councilNames(files.councils.good.values(), { ...placeNames, elsewhere: otherNations(placeNames, nations) }),
    organisations: files.organisations.good,
    desks: files.desks.good,
    glossary: files.glossary.good,
    myths: files.myths.good,
    letterChecklist,
    afterAgreement,
    twoRoutes,
    bankHolidays: holidaysOf(bankHolidays),
    problemPhrases: phrasesOf(problemPhrases),
    wordTables,
    doors: files.doors.good,
    smallTalk: files.smallTalk.good,
    nations,
    safeguarding,
    translations,
  }
}
