// What editors publish: immutable versions over content/, swapped under open conversations, called back, withdrawn.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onlyEdition, openEditions, type Editions } from '../../src/content/overlay/editions'
import { councilText, councilValues } from '../../src/content/overlay/council-text'
import { publish } from '../../src/content/overlay/publish'
import { readVersions } from '../../src/content/overlay/read-overlay'
import { restoreTopic, withdrawTopic } from '../../src/content/overlay/withdraw'
import { loadPack } from '../../src/content/load'
import { openOverlay } from '../../src/open-overlay'
import { contentDir } from '../../src/project-root'
import { day } from '../holidays'
import { talkTo } from '../talk-to'

const base = loadPack(contentDir)
const writer = { id: 'w', name: 'Wren' }
const publisher = { id: 'p', name: 'Pat' }
const NOON = Date.parse('2026-11-22T12:00:00Z')
const HOUR = 3_600_000
const southend = readFileSync(join(contentDir, 'councils/southend.yaml'), 'utf8')
const changed = southend.replaceAll('03330 062 835', '01702 000 111')

let dir: string
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'overlay-')), 'content-overlay')
})
afterEach(() => rmSync(dirname(dir), { recursive: true }))

function publishCouncil(text: string, at: number, recall = false): number {
  const change = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...files, ['councils/southend.yaml', text]])
  const said = {
    what: 'facts',
    about: 'southend',
    reason: 'The number changed',
    writtenBy: [writer],
    publishedBy: publisher,
    recall,
  } as const
  return publish(base, dir, { ...said, change }, at)
}

const numberIn = (editions: Pick<Editions, 'live'>): string | undefined =>
  editions.live.councils.get('southend')?.mediation.contacts[0]?.value
const switching = (topic: string, at = NOON) => ({ topic, reason: 'It may be wrong', by: writer, on: day('2026-11-22'), at })

function talk(editions: Editions) {
  const findTopic = async (text: string) => ({
    kind: 'answer' as const,
    topics: [text.includes('cost') ? 'mediation-cost' : 'appeal-deadline'],
    others: [],
    words: '',
  })
  return talkTo({ pack: base, editions, findTopic })
}

test('without an overlay the pack is content/, under its own version', () => {
  const editions = openEditions(base, dir)
  expect(editions.live.version).toBe(base.version)
  expect(numberIn(editions)).toBe('03330 062 835')
})

test('a published council is live at once where it is read again, without loading anything else anew', () => {
  const editions = openEditions(base, dir)
  const { live } = editions
  expect(publishCouncil(changed, NOON)).toBe(1)
  expect(numberIn({ live })).toBe('03330 062 835')
  expect(editions.refresh()).toBe(true)
  expect(editions.refresh()).toBe(false)
  expect(numberIn({ live })).toBe('01702 000 111')
  expect(live.version).toBe(`${base.version}+1`)
  expect(live.topics).toBe(base.topics)
  expect(numberIn(openEditions(base, dir))).toBe('01702 000 111')
})

test('what is locked stays the repository’s: who a council is, and every file that is not a council or the withdrawn topics', () => {
  const editions = openEditions(base, dir)
  publishCouncil(
    changed.replace('name: Southend-on-Sea City Council', 'name: Somewhere else').replace('also: [', 'also: [elsewhere, '),
    NOON,
  )
  editions.refresh()
  const [before, now] = [base, editions.live].map(({ councils }) => councils.get('southend'))
  expect([now?.name, now?.also, now?.places]).toEqual([before?.name, before?.also, before?.places])
  expect(numberIn(editions)).toBe('01702 000 111')
  expect(() => publishCouncil(changed.replace('provider: kids', 'provider: nobody'), NOON)).toThrow(/there is no organisation nobody/)
  const change = (): ReadonlyMap<string, string> => new Map([['topics/appeal-deadline.md', 'There is no appeal.']])
  const said = { what: 'facts', about: 'southend', reason: 'x', writtenBy: [writer], publishedBy: publisher, recall: false } as const
  expect(() => publish(base, dir, { ...said, change }, NOON)).toThrow()
  expect(readVersions(dir)).toHaveLength(1)
})

test('a release that changed a council’s places does not stop over what was published before it, and the file is read with its names', () => {
  publishCouncil(changed.replace(/places: >-\n.*\n/, 'places: Old Town\n'), NOON)
  expect(openEditions(base, dir).live.councils.get('southend')?.places).toEqual(base.councils.get('southend')?.places)
  const text = councilText(contentDir, dir, 'southend')
  expect(councilValues(text)['places']).toBe(councilValues(southend)['places'])
  expect(text).toContain('01702 000 111')
})

test('of two who publish in the same moment, one gets the next number, and nothing is lost', () => {
  let isFirst = true
  const change = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
    if (isFirst) {
      isFirst = false
      withdrawTopic(base, dir, switching('mediation-cost'))
    }
    return new Map([...files, ['councils/southend.yaml', changed]])
  }
  const said = { what: 'facts', about: 'southend', reason: 'x', writtenBy: [writer], publishedBy: publisher, recall: false } as const
  expect(publish(base, dir, { ...said, change }, NOON)).toBe(2)
  const { live } = openEditions(base, dir)
  expect([[...live.withdrawn.keys()], numberIn({ live })]).toEqual([['mediation-cost'], '01702 000 111'])
})

test('every instance on the same folder has a change within 30 seconds', () => {
  jest.useFakeTimers()
  try {
    const failures: unknown[] = []
    const log = { failure: (_place: string, fault: unknown) => String(failures.push(fault)) }
    const [one, other] = [openOverlay({ DATA_DIR: dirname(dir) }, base, log), openOverlay({ DATA_DIR: dirname(dir) }, base, log)]
    publishCouncil(changed, NOON)
    one.editions.refresh()
    expect([numberIn(one.editions), numberIn(other.editions)]).toEqual(['01702 000 111', '03330 062 835'])
    jest.advanceTimersByTime(30_000)
    expect(numberIn(other.editions)).toBe('01702 000 111')
    void one.stop()
    void other.stop()
    expect(failures).toEqual([])
  } finally {
    jest.useRealTimers()
  }
})

test('a version is kept as it was published, and what was changed on disk is refused by name', () => {
  publishCouncil(changed, NOON)
  publishCouncil(southend, NOON + HOUR)
  expect(readdirSync(dir)).toEqual(['000001', '000002'])
  const file = join(dir, '000001/councils/southend.yaml')
  chmodSync(file, 0o600)
  writeFileSync(file, southend)
  expect(() => openEditions(base, dir)).toThrow('content-overlay/000001/councils/southend.yaml: is not what was published')
})

test('what is published while it is broken stays away, and what is live stays live', () => {
  const editions = openEditions(base, dir)
  publishCouncil(changed, NOON)
  const file = join(dir, '000001/manifest.json')
  chmodSync(file, 0o600)
  writeFileSync(file, '{}')
  expect(() => editions.refresh()).toThrow('checksum differs')
  expect(editions.live.version).toBe(base.version)
})

test('an open conversation keeps the edition that it began with, until a day after its last turn; a new one has the new edition', async () => {
  let now = NOON
  const editions = openEditions(base, dir, () => now)
  const [early, late] = [talk(editions), talk(editions)]
  await early.type(null)
  publishCouncil(changed, NOON)
  editions.refresh()
  await late.type(null)
  const contacts = async (conversation: ReturnType<typeof talk>) =>
    (await conversation.type('talk to a person')).map(({ text }) => text).join()
  expect(await contacts(early)).toContain('03330 062 835')
  expect(await contacts(late)).toContain('01702 000 111')
  now += 25 * HOUR
  editions.refresh()
  expect(editions.of(base.version).version).toBe(`${base.version}+1`)
})

test('after a restart too, and no longer than a day after it was replaced', () => {
  publishCouncil(changed, NOON)
  expect(openEditions(base, dir, () => NOON + 23 * HOUR).of(base.version).version).toBe(base.version)
  expect(openEditions(base, dir, () => NOON + 25 * HOUR).of(base.version).version).toBe(`${base.version}+1`)
})

test('a conversation whose advice was called back is told so and begins again with the new one; a crisis card comes first', async () => {
  const editions = openEditions(base, dir, () => NOON)
  const conversation = talk(editions)
  await conversation.type(null)
  await conversation.type('I have a letter about my child')
  publishCouncil(changed, NOON, true)
  editions.refresh()
  const crisis = await conversation.type('I am going to kill myself')
  expect(crisis.map(({ id }) => id)).not.toContain('greeting.advice-changed')
  const said = await conversation.type('they refused to assess')
  expect(said[0]?.id).toBe('greeting.advice-changed')
  expect(said.length).toBeGreaterThan(1)
  expect((await conversation.type('I have a letter about my child')).map(({ id }) => id)).not.toContain('greeting.advice-changed')
  expect(conversation.memory()?.pack).toBe(`${base.version}+1`)
})

test('a withdrawn topic is said to nobody, in open conversations neither, and is said again when it is restored', async () => {
  const editions = openEditions(base, dir, () => NOON)
  const conversation = talk(editions)
  await conversation.type(null)
  expect(withdrawTopic(base, dir, switching('mediation-cost'))).toBe('done')
  expect(withdrawTopic(base, dir, switching('mediation-cost'))).toBe('already')
  expect(withdrawTopic(base, dir, switching('no-such-topic'))).toBe('unknown')
  editions.refresh()
  const [note, next] = await conversation.type('what does it cost?')
  expect(note?.id).toBe('question.withdrawn')
  expect(note?.topic).toBeUndefined()
  expect([...(note?.choices ?? []), ...(next?.choices ?? [])].length).toBeGreaterThan(0)
  expect((await conversation.type('when must I appeal?'))[0]?.id).toBe('question.answer')
  expect(restoreTopic(base, dir, switching('mediation-cost', NOON + HOUR))).toBe('done')
  editions.refresh()
  expect((await conversation.type('what does it cost?'))[0]?.id).toBe('question.answer')
  expect(readVersions(dir).map(({ manifest: { what, about, publishedBy } }) => [what, about, publishedBy.name])).toEqual([
    ['withdrawn', 'mediation-cost', 'Wren'],
    ['restored', 'mediation-cost', 'Wren'],
  ])
})

test('one edition only, where there is no overlay to read', () => {
  const editions = onlyEdition(base)
  expect([editions.of('2020.1.1'), editions.live]).toEqual([base, base])
  expect([editions.isRecalled(base.version), editions.refresh()]).toEqual([false, false])
})
