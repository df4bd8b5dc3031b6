// A handoff carries the edition of the pack that its family was told, also where a newer one is live; what was called back is not shared any more.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../src/content/load'
import { openEditions } from '../../src/content/overlay/editions'
import { publish } from '../../src/content/overlay/publish'
import { contentDir } from '../../src/project-root'
import { talkTo, type Conversation } from '../talk-to'
import { recordPeople, type Recording } from './recording-people'

const base = loadPack(contentDir)
const NOON = Date.parse('2026-11-22T12:00:00Z')
const WAY = ['talk to a person', 'Calm Water', 'ring them with a reference']
const ABOUT = ['parent', 'no', 'They are ending the plan', '9 November 2026', 'yes', 'advice first', 'no', 'skip', 'nothing']
const BY_PHONE = [...WAY, ...ABOUT]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinned-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function publishSouthend(recall: boolean): void {
  const southend = readFileSync(join(contentDir, 'councils/southend.yaml'), 'utf8').replaceAll('03330 062 835', '01702 000 111')
  const person = { id: 'p', name: 'Pat' }
  const said = { what: 'facts', about: 'southend', reason: 'New', writtenBy: [person], publishedBy: person, recall } as const
  publish(base, folder, { ...said, change: (files) => new Map([...files, ['councils/southend.yaml', southend]]) }, NOON)
}

const begin = (editions: ReturnType<typeof openEditions>, { people }: Recording): Conversation =>
  talkTo({
    pack: base,
    editions,
    people,
    council: 'demo',
    findTopic: async () => ({ kind: 'not-sure', topics: [], others: [], words: '' }),
  })

async function typeAll(talk: Conversation, typed: readonly string[]): Promise<readonly string[]> {
  const said: string[] = []
  for (const text of typed) said.push(...(await talk.type(text)).map(({ id }) => id))
  return said
}

test('a family who began before a change is handed over with what it began with, one who comes after with the new', async () => {
  const editions = openEditions(base, folder, () => NOON)
  const [early, late] = [recordPeople(), recordPeople()]
  const talk = begin(editions, early)
  await talk.type(null)
  publishSouthend(false)
  editions.refresh()
  await typeAll(talk, BY_PHONE)
  await typeAll(begin(editions, late), BY_PHONE)
  expect([early.begun, late.begun].map((all) => all.map(({ packVersion }) => packVersion))).toEqual([[base.version], [`${base.version}+1`]])
})

test('what was shown before a call-back is not shared: it is offered anew with what holds now', async () => {
  const editions = openEditions(base, folder, () => NOON)
  const recording = recordPeople()
  const talk = begin(editions, recording)
  expect(await typeAll(talk, BY_PHONE)).toContain('handoff.summary')
  publishSouthend(true)
  editions.refresh()
  expect((await talk.type('yes'))[0]?.id).toBe('greeting.advice-changed')
  expect([recording.shared, recording.declined]).toEqual([[], ['handoff-1']])
  await typeAll(talk, [...WAY, 'skip'])
  expect(recording.begun.map(({ packVersion }) => packVersion)).toEqual([base.version, `${base.version}+1`])
})
