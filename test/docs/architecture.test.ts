// The pictures of docs/architecture.md are those that the code draws now. `npm run draw` draws them again.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { drawConversations, drawHandoff, drawModules } from './draw'

const page = join(projectRoot, 'docs/architecture.md')
const PICTURES = { modules: drawModules, conversations: drawConversations, handoff: drawHandoff }

function withPictures(text: string): string {
  return Object.entries(PICTURES).reduce(
    (drawn, [name, draw]) =>
      drawn.replace(
        new RegExp(`(<!-- drawn: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`),
        (_all, from: string, to: string) => `${from}\n${draw()}\n\n${to}`,
      ),
    text,
  )
}

test('the pictures are the code’s', () => {
  const text = readFileSync(page, 'utf8')
  if (process.env['DRAW'] === '1') writeFileSync(page, withPictures(text))
  else expect(withPictures(text)).toBe(text)
  for (const name of Object.keys(PICTURES)) expect(text).toContain(`<!-- drawn: ${name} -->`)
})

test('they show what is known to be there', () => {
  expect(drawModules()).toContain('  dialogs --> rules\n')
  expect(drawModules()).not.toMatch(/ rules --> /)
  expect(drawConversations()).toContain('  triage --> deadline\n')
  expect(drawHandoff()).toMatch(/ queued --> accepted: accepted$/m)
})
