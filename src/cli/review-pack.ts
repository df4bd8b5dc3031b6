// `content review-pack`: writes what a lawyer or adviser reads and signs, as one HTML document to print.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { londonNow } from '../clock'
import { loadFactSources } from '../content/load-fact-sources'
import { loadOpenQuestions } from '../content/open-questions'
import { councilText } from '../content/overlay/council-text'
import { FaultList, readFile } from '../content/read-file'
import { packFile } from '../content/schema/pack-file'
import { contentDir } from '../project-root'
import { reviewDocument, type ReviewParts } from '../review-pack/review-document'
import { dirOfOverlay, loadLivePack } from './live-pack'

export const REVIEW_USAGE = 'content review-pack --topic ID | --council ID | --all [--since FOLDER] [--out FILE]'

interface Flags {
  readonly topic?: string[]
  readonly council?: string[]
  readonly all?: boolean
  readonly since?: string
  readonly out: string
}

/** Gives 0 when written, 2 on wrong usage. `--since`: the content folder of an earlier version. */
export function reviewPack(args: readonly string[]): number {
  const flags = readFlags(args)
  const pack = loadLivePack()
  const all = flags?.all === true
  const topics = all ? [...pack.topics.values()] : (flags?.topic ?? []).flatMap((id) => pack.topics.get(id) ?? [])
  const councils = all ? [...pack.councils.values()] : (flags?.council ?? []).flatMap((id) => pack.councils.get(id) ?? [])
  const asked = (flags?.topic ?? []).length + (flags?.council ?? []).length
  const since = flags?.since === undefined ? null : versionIn(flags.since)
  const isWrong = all ? asked > 0 : asked === 0 || topics.length + councils.length < asked
  if (flags === null || isWrong || (flags.since !== undefined && since === null)) {
    console.error(REVIEW_USAGE)
    return 2
  }
  const textOf: ReviewParts['textOf'] = (file, when) => (when === 'now' ? textNow(file) : textIn(flags.since ?? '', file))
  const { facts } = loadFactSources(contentDir)
  const questions = loadOpenQuestions(contentDir, pack)
  writeFileSync(flags.out, reviewDocument({ pack, today: londonNow().today, topics, councils, facts, questions, textOf, since }))
  console.log(`${topics.length} topics and ${councils.length} councils are in ${flags.out}. Open it in a browser and print it.`)
  return 0
}

function textNow(file: string): string | null {
  const council = /^councils\/(.+)\.yaml$/.exec(file)?.[1]
  return council === undefined ? textIn(contentDir, file) : councilText(contentDir, dirOfOverlay(), council)
}

function textIn(folder: string, file: string): string | null {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function versionIn(folder: string): string | null {
  return readFile({ dir: folder, faults: new FaultList() }, 'pack.yaml', packFile)?.version ?? null
}

function readFlags(args: readonly string[]): Flags | null {
  try {
    const options = {
      topic: { type: 'string', multiple: true },
      council: { type: 'string', multiple: true },
      all: { type: 'boolean' },
      since: { type: 'string' },
      out: { type: 'string', default: 'review-pack.html' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch {
    return null
  }
}
