// `npm run canary`: thirty marked things through every journey, talks, desk, Teams and faults, then looked for everywhere. --share 0.1 (of the journeys).
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Adviser } from '../demo/adviser'
import { Patience } from '../demo/patience'
import { Service } from '../demo/service'
import { CanaryFamily } from './canary-family'
import { MarkedWords } from './canary-figures'
import { CRASH, crashed, heldDatabase, killedInTurns, refusedRequests } from './canary-harm'
import { everyJourney } from './canary-journeys'
import { openOutside, type Outside } from './canary-outside'
import { searchEverywhere } from './canary-search'
import { talkWithTheDesk, type TalkScene } from './canary-talk'
import { announceInTeams } from './canary-teams'
import { CANARIES } from './canary-tokens'

const MANY = { MESSAGES_PER_MINUTE: '100000', CHATS_PER_MINUTE: '100000', COUNCIL_MESSAGES_PER_MINUTE: '1000000' }

interface Run extends TalkScene {
  readonly outside: Outside
  /** Places and marked things that stood in them. */
  readonly found: string[]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { share: { type: 'string', default: '1' } } })
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const outside = await openOutside()
  const crash = { NODE_OPTIONS: CRASH, CRASH_WORDS: Object.values(CANARIES).join(' ') }
  const service = new Service(folder, { ...outside.settings(join(folder, 'receivers.json')), ...MANY, ...crash })
  const patience = new Patience(new AbortController().signal)
  const adviser = new Adviser(service, 'demo-sendiass', patience)
  const run: Run = { service, patience, adviser, words: new MarkedWords(), outside, found: [] }
  const began = Date.now()
  try {
    await service.start()
    await everything(run, Number(values.share))
    process.exitCode = tell(run) ? 0 : 1
    console.log(`${seconds(began)} s in all.`)
  } finally {
    adviser.leave()
    await service.end()
    await outside.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function everything(run: Run, share: number): Promise<void> {
  const { service, words, adviser } = run
  await part(run, 'Questions, accounts, summaries and a crisis', async () => {
    const family = await CanaryFamily.open(service.url)
    await family.typeWhereverWordsCanBeTyped()
    await family.toTheLastSummary()
    for (const text of family.typed) words.note(text)
  })
  await part(run, 'Every journey', () => everyJourney(service.url, words, share))
  await part(run, 'A talk with the desk', async () => {
    await adviser.signIn()
    await talkWithTheDesk(run)
    adviser.leave()
  })
  await part(run, 'Teams', () => announceInTeams(run))
  await part(run, 'Requests that are refused', () => refusedRequests(run))
  await part(run, 'A database that is held', () => heldDatabase(run))
  await part(run, 'A kill in the middle of turns', () => killedInTurns(run))
  await part(run, 'A crash', () => crashed(run))
}

function seconds(began: number): number {
  return Math.round((Date.now() - began) / 1000)
}

/** `work` may give text that went elsewhere; it is searched with the rest. */
async function part({ service, outside, words, found, patience }: Run, name: string, work: () => Promise<string | void>): Promise<void> {
  const began = Date.now()
  const text = await work()
  const here = await searchEverywhere(service, outside, text === undefined ? [] : [[name, text]])
  found.push(...here)
  console.log(
    `${name}: ${words.figures.typed} typed so far, ${words.figures.marked} marked things among them, ${here.length} found; ${seconds(began)} s.`,
  )
  for (const one of here) console.log(`  ${one}`)
  // The search stands in the way of everything else: connections that were closed meanwhile are noticed now.
  await patience.pause(500)
}

/** Whether nothing was found although everything was typed. */
function tell({ service: { folder }, outside, words, found }: Run): boolean {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const kilobytes = Math.round(files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1000)
  const searched = { files: files.length, kilobytes, mails: outside.mails.length, webhooks: outside.posts.length }
  console.log(JSON.stringify({ different: words.different, ...words.figures, ...searched, found: found.length }, null, 2))
  return found.length === 0 && words.different === Object.keys(CANARIES).length
}

void main()
