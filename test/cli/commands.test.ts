// The commands as they are called from outside: lines in, lines out, exit codes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const START = join(ROOT, 'src/start.mjs')
const cg = (args: string[], input = '') => {
  const run = spawnSync(process.execPath, [join(ROOT, 'src/start.mjs'), 'cg', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return {
    ...run,
    lines: run.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}
const jsonl = (command: string, cases: readonly unknown[]) =>
  cg([command, '--jsonl'], cases.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'))

describe('deadlines --jsonl', () => {
  it('answers in order with the same ids, and goes on after bad lines', () => {
    const { lines, status } = jsonl('deadlines', [
      { id: 'a', decision: 'refuse-assess', letterDate: '2026-10-09', today: '2026-11-20' },
      'no json',
      { id: 2, decision: 'refuse-everything', letterDate: '2026-10-09' },
      { id: 3, decision: 'cease' },
      { id: 4, decision: 'cease', letterDate: '2026-02-30' },
      { id: 5, decision: 'cease', letterDate: '2028-12-01' },
      { id: 6, decision: 'discrimination' },
      [1],
      { id: 7, decision: 'plan-content', events: [{ row: 'L1', on: '2026-01-05' }], today: '2026-01-06' },
      {
        id: 8,
        decision: 'plan-placement-only',
        letterDate: '2026-03-30',
        certificateDate: '2026-05-20',
        today: '2026-05-21',
        time: '10:00',
      },
    ])
    expect(status).toBe(0)
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 2, 3, 4, 5, 6, null, 7, 8])
    expect(lines.map(({ error }) => (error as { code: string } | undefined)?.code)).toEqual([
      undefined,
      'bad-json',
      'bad-input',
      'missing-letter-date',
      'bad-input',
      'beyond-bank-holidays',
      'missing-conduct-date',
      'bad-json',
      undefined,
      undefined,
    ])
    expect(lines[0]).toEqual({
      id: 'a',
      certificate: 'needed',
      clocks: [
        {
          clock: 'appeal',
          safeDate: '2026-12-09',
          lastDate: '2026-12-09',
          outerDate: null,
          status: 'open',
          daysLeft: 19,
          working: expect.stringContaining('Wednesday 9 December 2026') as string,
          sources: expect.arrayContaining([expect.stringContaining('r.20')]) as string[],
        },
        {
          clock: 'mediation-adviser',
          safeDate: '2026-12-09',
          lastDate: '2026-12-09',
          outerDate: null,
          status: 'open',
          daysLeft: 19,
          working: expect.any(String) as string,
          sources: expect.arrayContaining([expect.stringContaining('reg 33')]) as string[],
        },
      ],
      warnings: [],
    })
    expect(lines[8]).toMatchObject({ clocks: [{ clock: 'l1', safeDate: null, lastDate: '2026-02-16' }] })
    expect(lines[9]).toMatchObject({
      certificate: 'not-needed',
      clocks: [{ clock: 'appeal', lastDate: '2026-05-30' }],
      warnings: [{ code: 'U2', message: expect.any(String) as string }, { code: 'U8' }],
    })
  })

  it('counts 20,000 lines in seconds', () => {
    const cases = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      decision: 'plan-content',
      letterDate: `2026-${String((id % 12) + 1).padStart(2, '0')}-${String((id % 28) + 1).padStart(2, '0')}`,
      today: '2026-01-01',
    }))
    const began = Date.now()
    const { lines } = jsonl('deadlines', cases)
    expect(lines).toHaveLength(20_000)
    expect(lines.every(({ id }, index) => id === index)).toBe(true)
    expect(Date.now() - began).toBeLessThan(15_000) // three seconds on a quiet machine; the machines of tests are shared
  })
})

describe('date --jsonl', () => {
  it('reads day first, asks when it must, and says the date', () => {
    const { lines } = jsonl('date', [
      { id: 1, text: '3/11', today: '2026-11-22' },
      { id: 2, text: '11/22/2026', today: '2026-11-22' },
      { id: 3, text: 'section 9', today: '2026-11-22' },
      { id: 4, text: 5 },
    ])
    expect(lines).toEqual([
      { id: 1, date: '2026-11-03', certainty: 'exact', alternatives: [], said: 'Tuesday 3 November 2026' },
      { id: 2, date: null, certainty: 'ambiguous', alternatives: ['2026-11-22'], said: '' },
      { id: 3, date: null, certainty: 'none', alternatives: [], said: '' },
      { id: 4, error: { code: 'bad-input', message: expect.any(String) as string } },
    ])
  })
})

describe('triage --jsonl', () => {
  it('takes facts or words', () => {
    const { lines } = jsonl('triage', [
      { id: 1, facts: { decision: 'refuse-assess' } },
      { id: 2, text: 'they said no to testing my lad' },
      { id: 3, facts: { sections: ['I', 'F'] } },
      { id: 4, text: 'what is the weather' },
      { id: 5 },
      { id: 6, facts: { decision: 'nonsense' } },
      { id: 7, facts: { nation: 'wales' } },
    ])
    expect(lines.map(({ row, decision, route, certificate }) => [row, decision, route, certificate])).toEqual([
      [1, 'refuse-assess', 'appeal', 'needed'],
      [1, 'refuse-assess', 'appeal', 'needed'],
      [7, 'plan-content', 'appeal', 'needed'],
      [null, 'unsure', 'none-yet', 'check'],
      [undefined, undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined],
      [34, null, 'elsewhere', 'not-needed'],
    ])
    expect(lines[0]?.['who']).toMatch(/parent.*young person/is)
    expect((lines[0]?.['next'] as string[]).length).toBeGreaterThan(0)
  })
})

describe('single cases and wrong usage', () => {
  it('says one case in words a person can read', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'src/start.mjs'),
        'cg',
        'deadlines',
        '--decision',
        'refuse-assess',
        '--letter-date',
        '2026-10-09',
        '--today',
        '2026-11-20',
      ],
      { cwd: ROOT, encoding: 'utf8' },
    )
    expect([status, stdout.includes('Wednesday 9 December 2026')]).toEqual([0, true])
  })

  it.each([
    [[]],
    [['nonsense']],
    [['deadlines']],
    [['deadlines', '--what']],
    [['date']],
    [['triage']],
    [['content']],
    [['chat', '--council', 'atlantis']],
    [['chat', '--today', 'soon']],
  ])('%j is wrong usage: exit 2', (args) => {
    const run = spawnSync(process.execPath, [join(ROOT, 'src/start.mjs'), 'cg', ...args], { cwd: ROOT, encoding: 'utf8', input: '' })
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr.length).toBeGreaterThan(0)
  })

  it('talks in the terminal and writes the conversation down', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'))
    const file = join(folder, 'said.chat')
    const run = spawnSync(process.execPath, [START, 'cg', 'chat', '--today', '2026-11-20', '--council', 'demo', '--save', file], {
      cwd: ROOT,
      encoding: 'utf8',
      input: 'letter about my child\n1\n9 Oct\nyes\n',
    })
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('contact the mediation adviser by Wednesday 9 December 2026')
    expect(readFileSync(file, 'utf8')).toContain('user: 9 Oct\nbot: **Friday 9 October 2026**. Is that right?\n[Suggestions=Yes|No]')
    rmSync(folder, { recursive: true })
  })
})
