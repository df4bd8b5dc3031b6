// Each page on adding something is followed, in a copy of the project, exactly as it is written; then the thing is there.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Activity } from 'botframework-schema'
import { loadPack } from '../../src/content/load'
import { projectRoot } from '../../src/project-root'

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'adding-'))
  for (const name of ['src', 'dialogs', 'content', 'test/rules/deadlines', 'package.json', 'package-lock.json']) {
    cpSync(join(projectRoot, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'), 'junction')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Does what the page says; gives the files that it touched. */
function follow(page: string): readonly string[] {
  const text = readFileSync(join(projectRoot, 'docs', page), 'utf8')
  const touched: string[] = []
  for (const [, head = '', body = ''] of text.matchAll(/^````(\w+ (?:file=\S+|apply))\n([\s\S]*?)^````$/gm)) {
    const file = /file=(\S+)/.exec(head)?.[1]
    if (file) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), body)
      touched.push(file)
    } else {
      const applied = spawnSync('patch', ['-p1', '--forward', '--no-backup-if-mismatch'], { cwd: copy, input: body, encoding: 'utf8' })
      expect([applied.status, applied.stdout]).toEqual([0, expect.any(String)])
      touched.push(...[...body.matchAll(/^\+\+\+ b\/(\S+)$/gm)].map(([, path]) => path ?? ''))
    }
  }
  return touched
}

/** The copy, built as a start would build it; gives what a module of it holds. */
async function built<T>(module: string): Promise<T> {
  const made = spawnSync(process.execPath, ['src/start.mjs', 'build'], { cwd: copy, encoding: 'utf8' })
  expect([made.status, made.stdout]).toEqual([0, expect.any(String)])
  return (await import(join(copy, 'dist', module))) as T
}

test('a topic: one file, and its transcript', () => {
  expect(follow('adding-a-topic.md')).toEqual(['content/topics/example-assistance-dog.md'])
  expect(loadPack(join(copy, 'content')).topics.get('example-assistance-dog')?.title).toBe('Can I bring my assistance dog?')
})

test('a council: one file', () => {
  expect(follow('adding-a-council.md')).toEqual(['content/councils/example-shire.yaml'])
  expect(loadPack(join(copy, 'content')).councils.get('example-shire')?.name).toBe('Exampleshire County Council')
})

test('a language: its folder', () => {
  expect(follow('adding-a-language.md')).toEqual(['content/translations/cy/translation.yaml'])
  expect(loadPack(join(copy, 'content')).translations.get('cy')?.name).toBe('Cymraeg')
})

test('a deadline: three files, and the date counted by hand', () => {
  expect(follow('adding-a-deadline.md')).toHaveLength(3)
  const asked = JSON.stringify({ id: 1, decision: 'none-yet', today: '2026-01-10', events: [{ row: 'l99', on: '2026-01-05' }] })
  const answered = spawnSync(process.execPath, ['src/start.mjs', 'cg', 'deadlines', '--jsonl'], {
    cwd: copy,
    input: asked,
    encoding: 'utf8',
  })
  expect(JSON.parse(answered.stdout)).toMatchObject({ clocks: [{ clock: 'l99', safeDate: null, lastDate: '2026-01-26', daysLeft: 16 }] })
  expect(readFileSync(join(copy, 'test/rules/deadlines/deadlines.test.ts'), 'utf8')).toContain("['l99', '2026-01-05'")
})

test('a conversation: three files', async () => {
  expect(follow('adding-a-conversation.md')).toHaveLength(3)
  const { exampleSteps } = await built<{ exampleSteps: readonly unknown[] }>('dialogs/example-dialog.js')
  expect(exampleSteps).toHaveLength(2)
  expect(readFileSync(join(copy, 'dist/dialogs/talk.js'), 'utf8')).toContain('exampleSteps')
})

test('a channel: two files', async () => {
  expect(follow('adding-a-channel-or-receiver.md')).toHaveLength(2)
  const { shapedFor } = await built<{ shapedFor: (channel: string, activity: Partial<Activity>) => Partial<Activity> }>(
    'src/channels/shape-outgoing.js',
  )
  const suggestedActions = { to: [], actions: ['Yes', 'No'].map((title) => ({ type: 'imBack', title, value: title })) }
  expect(shapedFor('whatsapp', { type: 'message', text: 'Is that right?', suggestedActions }).text).toBe('Is that right?\n\n1  Yes\n2  No')
})
