// The review pack: what is said with its sources and addresses, what changed, the open questions, and a place to sign.
import { loadPack } from '../../src/content/load'
import { loadFactSources } from '../../src/content/load-fact-sources'
import { loadOpenQuestions } from '../../src/content/open-questions'
import { contentDir } from '../../src/project-root'
import { changedLines } from '../../src/review-pack/changed-lines'
import { reviewDocument, type ReviewParts } from '../../src/review-pack/review-document'
import { day } from '../holidays'

const pack = loadPack(contentDir)
const topic = pack.topics.get('appeal-deadline')
const council = pack.councils.get('southend')
if (!topic || !council) throw new Error('The pack has neither the topic nor the council of this test')

const parts: ReviewParts = {
  pack,
  today: day('2026-11-22'),
  topics: [topic],
  councils: [council],
  facts: loadFactSources(contentDir).facts,
  questions: loadOpenQuestions(contentDir, pack),
  textOf: (_file, when) => (when === 'now' ? 'one\nthree' : 'one\ntwo'),
  since: '2026.10.1',
}

test('a topic and a council stand with their words, sources, addresses, days and a place to sign', () => {
  const html = reviewDocument(parts)
  for (const words of [
    'What is the deadline to appeal?',
    'In force from',
    pack.sources.get(topic.sources[0] ?? '')?.title ?? '?',
    'Southend-on-Sea City Council',
    '03330 062 835',
    'https://www.sendiasssouthend.co.uk',
    'Read in: ',
    'Right as it stands: yes / no',
    'Day and signature:',
  ])
    expect(html).toContain(words)
  for (const fact of topic.facts) expect(html).toContain(`${fact}: `)
})

test('the open questions of law that touch what is reviewed stand first, and no others', () => {
  const html = reviewDocument(parts)
  expect(html.indexOf('Open questions of law')).toBeLessThan(html.indexOf('What it says to a parent'))
  expect(html).toContain('Has rule 20 of the Tribunal Procedure (HESC) Rules 2008 been amended')
  expect(html).not.toContain('May a family choose another mediation provider')
  expect(reviewDocument({ ...parts, topics: [], since: null })).not.toContain('Open questions of law')
})

test('what changed since a version is shown line by line; a new file is called new', () => {
  expect(reviewDocument(parts)).toContain('<del>− two\n</del><ins>+ three\n</ins>')
  expect(reviewDocument({ ...parts, textOf: (_file, when) => (when === 'now' ? 'one' : null) })).toContain('It is new.')
  expect(reviewDocument({ ...parts, textOf: () => 'same' })).toContain('Nothing.')
  expect(reviewDocument({ ...parts, since: null })).toContain('It is not compared with an earlier version.')
})

test('lines keep their order, and what both have is left out', () => {
  expect(changedLines('a\nb\nc\nd', 'a\nc\nx\nd\ny')).toEqual([
    { kind: 'out', line: 'b' },
    { kind: 'in', line: 'x' },
    { kind: 'in', line: 'y' },
  ])
  expect(changedLines('a\nb', 'a\nb')).toEqual([])
})
