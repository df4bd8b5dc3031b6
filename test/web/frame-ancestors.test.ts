// Whose pages may show which council's chat.
import { loadConfig } from '../../src/config'
import { day } from '../holidays'
import { loadPack } from '../../src/content/load'
import { PERIODS } from '../../src/rules/retention'
import { contentDir } from '../../src/project-root'
import { webDeps } from '../../src/web-deps'
import type { FormChats } from '../../src/web/form-chats'

const forms: FormChats = { say: async () => ({ kind: 'ended' }), read: async () => null }
const config = loadConfig({
  ALLOWED_ORIGINS: 'https://both.example',
  COUNCIL_ORIGINS: 'southend=https://www.southend.example, southend=https://livewell.example/,hackney=https://www.hackney.example',
})
const deps = webDeps({ config, pack: loadPack(contentDir), root: '.', forms, periods: () => PERIODS, today: () => day('2026-11-22') })

test.each([
  ['southend', ['https://both.example', 'https://www.southend.example', 'https://livewell.example']],
  ['hackney', ['https://both.example', 'https://www.hackney.example']],
  ['manchester', ['https://both.example']],
])('%s: %j', (id, expected) => {
  expect(deps.frameAncestors(deps.council(id))).toEqual(expected)
})

test('without a council only those that may show every chat', () => expect(deps.frameAncestors(null)).toEqual(['https://both.example']))
