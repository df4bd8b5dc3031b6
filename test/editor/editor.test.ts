// The editor's page by its forms: who may do what, what is refused and how it is said, and what ends in the files.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readVersions } from '../../src/content/overlay/read-overlay'
import { contentDir } from '../../src/project-root'
import { Visitor } from '../desk/visitor'
import { day } from '../holidays'
import { EditorSite } from './editor-site'

const NUMBER = '01702 555 111'
const WITH_EVIDENCE = {
  'mediation.contacts.0.value': NUMBER,
  'mediation.contacts.0.evidence.url': 'https://www.southend.gov.uk/send',
  'mediation.contacts.0.evidence.title': 'SEND in Southend',
  'mediation.contacts.0.evidence.sentence': `Ring mediation on ${NUMBER}, Mon to Fri 9am-5pm.`,
  'mediation.contacts.0.hours': 'Monday to Friday, 9am to 5pm',
  reason: 'The number changed',
}

let site: EditorSite
beforeEach(async () => {
  site = await new EditorSite().start()
})
afterEach(() => site.stop())

async function save(visitor: Visitor, changed: Record<string, string>, council = 'southend'): Promise<void> {
  await visitor.get(`/editor/council/${council}`)
  await visitor.post(`/editor/council/${council}`, { ...site.fields(visitor), ...changed })
}

const numberNow = () => site.editions.live.councils.get('southend')?.mediation.contacts[0]?.value

test('nobody is let in without signing in, and a link is good once', async () => {
  const visitor = new Visitor(site.url)
  expect((await visitor.get('/editor')).path).toBe('/editor/sign-in')
  expect((await visitor.get('/editor/council/southend')).path).toBe('/editor/sign-in')
  const link = site.links.make(site.url).slice(site.url.length)
  await visitor.get(link)
  await visitor.press('/editor/sign-in', { who: 'first', scope: 'southend' })
  expect(visitor.page.text).toContain('First editor, for Southend-on-Sea City Council')
  expect((await new Visitor(site.url).get(link)).status).toBe(410)
  await visitor.press('/editor/sign-out')
  expect((await visitor.get('/editor')).path).toBe('/editor/sign-in')
})

test('the first page says what is live, what waits, what expires, what was asked and what is off: of this council only', async () => {
  site.today = day('2027-02-16')
  const visitor = await site.editor('first')
  const { text } = visitor.page
  expect(text).toContain(`Version ${site.editions.live.version} is what families are told now.`)
  expect(text).toContain('Within 7 days')
  expect(text).toContain('Monday 22 February 2027: councils/southend.yaml, 03330 062 835')
  expect(text).toContain('In the last 90 days: 3.')
  expect(text).toContain('Friday 20 November 2026: can the school read my letter')
  expect(text).not.toContain('crèche')
  expect(text).not.toContain('Withdraw it now')
  site.today = day('2027-02-23')
  expect((await visitor.get('/editor')).text).toContain('Past its day')
})

test('another council is not found, and neither may one council withdraw an answer', async () => {
  const visitor = await site.editor('first')
  expect((await visitor.get('/editor/council/hackney')).status).toBe(404)
  await visitor.get('/editor')
  expect((await visitor.post('/editor/withdraw', { csrf: visitor.csrf, topic: 'appeal-deadline', reason: 'x' })).status).toBe(404)
  expect(site.editions.live.withdrawn.size).toBe(0)
})

test('a form without its token, or from another site, changes nothing', async () => {
  const visitor = await site.editor('first')
  await visitor.get('/editor/council/southend')
  const fields = { ...site.fields(visitor), ...WITH_EVIDENCE }
  expect((await visitor.post('/editor/council/southend', { ...fields, csrf: 'x' })).status).toBe(403)
  expect((await visitor.post('/editor/council/southend', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await visitor.get('/editor')).text).toContain('Nothing is waiting.')
})

test('what is wrong is told in plain words at its field, all at once, and nothing is saved', async () => {
  const visitor = await site.editor('first')
  await save(visitor, {
    'mediation.contacts.0.value': 'ring us',
    'mediation.contacts.1.reviewBy': '2026-02-30',
    'sendiass.contacts.0.checkedOn': '2026-12-24',
    reason: '',
  })
  expect(visitor.page.status).toBe(422)
  expect(visitor.page.text).toContain('Mediation, Contact 1, Number or address: must be a number in digits and spaces')
  expect(visitor.page.text).toContain('Mediation, Contact 2, To be checked again by: must be a day that exists, written YYYY-MM-DD')
  expect(visitor.page.text).toContain('What changed and why: must not be empty')
  expect(visitor.page.html).toContain('href="#mediation.contacts.0.value"')
  await save(visitor, { 'sendiass.contacts.0.checkedOn': '2026-12-24', 'mediation.contacts.0.reviewBy': '2029-01-01', reason: 'x' })
  expect(visitor.page.text).toContain('SENDIASS, Contact 1, Checked on: must not be after today')
  expect(visitor.page.text).toContain('Mediation, Contact 1, To be checked again by: must be within a year')
  expect((await visitor.get('/editor')).text).toContain('Nothing is waiting.')
})

test('a number or hours that the page does not give, and a provider whom no page names, are not taken', async () => {
  const visitor = await site.editor('first')
  await save(visitor, { 'mediation.contacts.0.value': NUMBER, reason: 'x' })
  expect(visitor.page.text).toContain('Mediation, Contact 1, Number or address: must have a source or evidence')
  await save(visitor, { ...WITH_EVIDENCE, 'mediation.contacts.0.evidence.sentence': 'Ring us.' })
  expect(visitor.page.text).toContain('does not stand in its evidence')
  await save(visitor, { ...WITH_EVIDENCE, 'mediation.contacts.0.hours': 'Monday to Friday, 9am to 6pm' })
  expect(visitor.page.text).toContain('Mediation, Contact 1, Opening hours: hours: "18:00" does not stand in its evidence')
  await save(visitor, { 'mediation.provider': 'global-mediation', reason: 'x' })
  expect(visitor.page.text).toContain('Mediation, Who mediates for the council: no page names it')
})

test('words of one’s own neither promise nor push, name no number of no list, and lean on no page that nobody knows', async () => {
  const visitor = await site.editor('first')
  const page = 'mediation.contacts.0.evidence'
  await save(visitor, {
    ...WITH_EVIDENCE,
    notes: 'You must mediate before you appeal.\nRing 01702 999 000 instead.',
    'sendiass.say': 'We will call you.',
    [`${page}.url`]: 'https://made-up-pages.example/send',
  })
  expect(visitor.page.status).toBe(422)
  for (const words of [
    'Notes, one a line: ',
    '01702 999 000 stands in no list of contacts',
    'SENDIASS, What to do: ',
    'made-up-pages.example is not on the list of hosts',
  ])
    expect(visitor.page.text).toContain(words)
  expect(visitor.page.text).toMatch(/Notes, one a line: .*must mediate/i)
})

test('a second person publishes, never the one who wrote it; one press takes it back; who and when stand in the record', async () => {
  const writer = await site.editor('first')
  await save(writer, WITH_EVIDENCE)
  expect(writer.page.path).toBe('/editor/council/southend/preview')
  expect(writer.page.text).toContain('It is saved. Nobody is told it yet.')
  for (const words of [
    'Now, to a parent',
    'Then, to a young person',
    NUMBER,
    '03330 062 835',
    'What is the number of the mediation adviser?',
  ])
    expect(writer.page.text).toContain(words)
  expect(writer.page.text).not.toContain('How do I reach SENDIASS?')
  expect(writer.page.html).not.toContain('action="/editor/council/southend/publish"')
  const seal =
    (await site.editor('second').then((one) => one.get('/editor/council/southend/preview'))).html.match(/name="seal" value="(\w+)"/)?.[1] ??
    ''
  await writer.post('/editor/council/southend/publish', { csrf: writer.csrf, seal })
  expect(writer.page.text).toContain('Nothing was published, because you wrote it yourself.')
  const second = await site.editor('second')
  expect(second.page.text).toContain('Southend-on-Sea City Council, written by First editor')
  await second.get('/editor/council/southend/preview')
  await second.press('/editor/council/southend/publish')
  expect(second.page.text).toContain(`It is live: version ${site.editions.live.version}.`)
  expect(numberNow()).toBe(NUMBER)
  await second.get('/editor/record')
  expect(second.page.text).toContain('Version 1, Sunday 22 November 2026, 12:00: local facts of Southend-on-Sea City Council')
  expect(second.page.text).toContain('Written by First editor, published by Second editor. The number changed')
  await second.press('/editor/take-back')
  expect(numberNow()).toBe('03330 062 835')
  expect((await second.get('/editor/record')).html).not.toContain('action="/editor/take-back"')
  expect(readVersions(site.dir).map(({ manifest: { what, recall } }) => [what, recall])).toEqual([
    ['facts', false],
    ['taken-back', true],
  ])
})

test('what is published is what was looked at: a change in between is refused, and whoever changed it is a writer too', async () => {
  const [writer, second] = [await site.editor('first'), await site.editor('second')]
  await save(writer, WITH_EVIDENCE)
  await second.get('/editor/council/southend/preview')
  await save(writer, { ...WITH_EVIDENCE, reason: 'Another reason' })
  await second.press('/editor/council/southend/publish')
  expect(second.page.text).toContain('something has changed since you looked')
  await save(second, { reason: 'A third reason' })
  expect(second.page.text).toContain('Written by First editor, Second editor')
  expect(second.page.text).toContain('You wrote this')
  await second.press('/editor/council/southend/drop')
  expect((await writer.get('/editor/council/southend/preview')).text).toContain('Nothing is waiting for this council.')
  expect(readVersions(site.dir)).toEqual([])
})

test('what stands in the file and is not on the form stays: names, places and the document behind a number that did not change', async () => {
  const [writer, second] = [await site.editor('first'), await site.editor('second')]
  await save(writer, { notes: 'A first note.\nA second note.', reason: 'Notes' })
  await second.get('/editor/council/southend/preview')
  await second.press('/editor/council/southend/publish')
  const [before, after] = [site.editions.of(undefined).councils, site.editions.live.councils].map((all) => all.get('southend'))
  expect(after).toEqual({ ...before, notes: ['A first note.', 'A second note.'] })
  expect(after?.mediation.contacts[0]?.source).toBe('S1')
  expect(after?.places.length).toBeGreaterThan(3)
})

test('the service’s own editor withdraws a topic with a reason and says it again', async () => {
  const visitor = await site.editor('first', 'everything')
  await visitor.press('/editor/withdraw', { topic: 'mediation-cost', reason: '' })
  expect(site.editions.live.withdrawn.size).toBe(0)
  await visitor.press('/editor/withdraw', { topic: 'mediation-cost', reason: 'The regulations changed' })
  expect(visitor.page.text).toContain('It is withdrawn.')
  expect(visitor.page.text).toContain('withdrawn on Sunday 22 November 2026 by First editor. Reason: The regulations changed')
  expect([...site.editions.live.withdrawn.keys()]).toEqual(['mediation-cost'])
  await visitor.press('/editor/restore')
  expect(site.editions.live.withdrawn.size).toBe(0)
})

test('what was published is a patch that git takes, onto the same files', async () => {
  const [writer, second] = [await site.editor('first'), await site.editor('second')]
  await save(writer, WITH_EVIDENCE)
  await second.get('/editor/council/southend/preview')
  await second.press('/editor/council/southend/publish')
  const { text, html } = await second.get('/editor/export')
  const folder = mkdtempSync(join(tmpdir(), 'patch-'))
  cpSync(join(contentDir, 'councils/southend.yaml'), join(folder, 'content/councils/southend.yaml'))
  writeFileSync(join(folder, 'facts.patch'), html)
  execFileSync('git', ['apply', 'facts.patch'], { cwd: folder })
  const published = readVersions(site.dir).at(-1)?.files.get('councils/southend.yaml')
  expect(readFileSync(join(folder, 'content/councils/southend.yaml'), 'utf8')).toBe(published)
  expect(text).toBeDefined()
  rmSync(folder, { recursive: true })
})
