// Every fact of the source documents is said by a topic or left out for a reason, and every wrong statement is put right.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { factCoverage, factCoverageDocument, type FactSources } from '../../src/content/fact-coverage'
import { loadFactSources } from '../../src/content/load-fact-sources'
import { FaultList } from '../../src/content/read-file'
import { readPackFiles } from '../../src/content/read-pack'
import { contentDir, projectRoot } from '../../src/project-root'

const sources = loadFactSources(contentDir)
const { topics, myths } = readPackFiles({ dir: contentDir, faults: new FaultList() })
const numbered = (letter: string, last: number): readonly string[] => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`)

const small = (changes: Partial<FactSources>): FactSources => ({
  facts: new Map([
    ['S0-1', 'It is free'],
    ['S1-2', 'It is old'],
  ]),
  leftOut: new Map([['S1-2', 'Out of date.']]),
  topics: [{ id: 'cost', facts: ['S0-1'] }],
  titles: new Map([
    ['S0', 'A page'],
    ['S1', 'Another page'],
  ]),
  ...changes,
})

describe('the facts of this pack', () => {
  it('holds every fact of the five documents', () => {
    const count = (key: string): number => [...sources.facts.keys()].filter((id) => id.startsWith(`${key}-`)).length
    expect(['S0', 'S1', 'S2', 'S3', 'S4'].map(count)).toEqual([48, 56, 72, 34, 77])
  })

  it('says each fact, or says why not', () => {
    expect(factCoverage(sources).faults).toEqual([])
  })

  it('has its table up to date (run the command fact-coverage)', () => {
    expect(readFileSync(join(projectRoot, 'docs/fact-coverage.md'), 'utf8')).toBe(factCoverageDocument(sources))
  })
})

describe('wrong and conflicting statements', () => {
  const corrected = new Set([...topics.good.values()].flatMap(({ corrects }) => corrects))

  it.each([...numbered('C', 27), ...numbered('W', 12)])('puts %s right in a topic', (id) => {
    expect(corrected).toContain(id)
  })

  it.each([...myths.good])('answers %s in the topic that its entry names', (id, { topic }) => {
    expect(topic === null ? [id] : topics.good.get(topic)?.corrects).toContain(id)
  })
})

describe('the topics', () => {
  const all = [...topics.good.values()]

  it('reads every one', () => {
    expect([...(topics.known ?? [])].filter((id) => !topics.good.has(id))).toEqual([])
  })

  it('holds the 76 main topics', () => {
    const main = z.array(z.string()).parse(JSON.parse(readFileSync(join(__dirname, 'main-topics.json'), 'utf8')))
    expect(
      all
        .filter(({ partOf }) => partOf === undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...main].sort())
  })

  it.each(all.map((topic) => [topic.id, topic] as const))(
    '%s is short, ends with the next step, and is asked for in many ways',
    (_id, topic) => {
      const words = (said: string): number => said.split(/\s+/).filter((word) => /\w/.test(word)).length
      for (const said of [topic.answer, ...(topic.youngPerson === null ? [] : [topic.youngPerson])]) {
        expect(words(said)).toBeLessThanOrEqual(150)
        expect(said.trim().split('\n').at(-1)).toMatch(/^Next step: /)
      }
      expect(topic.utterances.length).toBeGreaterThanOrEqual(10)
      expect(topic.keyPhrases.length).toBeGreaterThanOrEqual(8)
    },
  )

  it('lets no two topics claim the same question', () => {
    const asked = all.flatMap(({ utterances }) => utterances.map((said) => said.toLowerCase().replace(/\W+/g, ' ').trim()))
    expect(asked.filter((said, index) => asked.indexOf(said) !== index)).toEqual([])
  })
})

describe('factCoverage', () => {
  it('gives each fact its topics or its reason', () => {
    expect(factCoverage(small({}))).toEqual({
      rows: [
        { id: 'S0-1', says: 'It is free', topics: ['cost'], reason: null },
        { id: 'S1-2', says: 'It is old', topics: [], reason: 'Out of date.' },
      ],
      faults: [],
    })
  })

  it('names what is unsaid, what is said and left out, and what does not exist', () => {
    expect(factCoverage(small({ leftOut: new Map() })).faults).toEqual(['S1-2 is said by no topic'])
    expect(factCoverage(small({ topics: [{ id: 'cost', facts: ['S0-1', 'S1-2'] }] })).faults).toEqual(['S1-2 is said and left out'])
    expect(factCoverage(small({ topics: [{ id: 'cost', facts: ['S0-1', 'S9-9'] }] })).faults).toEqual(['there is no fact S9-9'])
  })

  it('writes a table for each document', () => {
    expect(factCoverageDocument(small({}))).toContain(
      [
        '1 of 2 facts are said by a topic; 1 are left out for a reason.',
        '',
        '## S0: A page',
        '',
        '| Fact | What the source says | Said by |',
        '| --- | --- | --- |',
        '| S0-1 | It is free | cost |',
        '',
        '## S1: Another page',
        '',
        '| Fact | What the source says | Said by |',
        '| --- | --- | --- |',
        '| S1-2 | It is old | Left out: Out of date. |',
      ].join('\n'),
    )
  })
})
