// Draws the pictures of docs/architecture.md from the code: who imports whom, which conversation leads to which, and the life of a handoff.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { changeHandoff } from '../../src/rules/handoff/handoff-states'
import type { Handoff, HandoffEvent, HandoffState } from '../../src/rules/handoff/handoff-types'
import { aHandoff } from '../handoff/a-handoff'
import { day } from '../holidays'

type Arrow = readonly [from: string, to: string]

/** Mermaid text, which the pages of code hosts draw. */
function flowchart(arrows: readonly Arrow[], direction: 'TD' | 'LR'): string {
  const lines = [...new Set(arrows.map(([from, to]) => `  ${from} --> ${to}`))].sort()
  return ['```mermaid', `flowchart ${direction}`, ...lines, '```'].join('\n')
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file))
    .sort()
}

/** Folders and the files that join them: an arrow from who imports to what is imported. */
export function drawModules(): string {
  const files = [...sourcesIn('src'), ...sourcesIn('dialogs')].filter((file) => !file.startsWith('src/web/client'))
  const arrows = files.flatMap((file) => {
    const text = readFileSync(join(projectRoot, file), 'utf8')
    const imports = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(([, path = '']) => path)
    return imports.map((path): Arrow => [roomOf(file), roomOf(relative(projectRoot, resolve(projectRoot, dirname(file), path)))])
  })
  return flowchart(
    arrows.filter(([from, to]) => from !== to),
    'LR',
  )
}

/** The files beside the folders join them: they are one room. */
function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/')
  if (top !== 'src') return top
  return file.split('/').length > 2 ? room : 'joined-in-app'
}

/** Which dialog begins or becomes which; `ask` and `ask-date` are left out, since nearly all use them. */
export function drawConversations(): string {
  const names = namesOfDialogs()
  const arrows = sourcesIn('dialogs').flatMap((file) => {
    const text = readFileSync(join(projectRoot, file), 'utf8')
    const from = (/([a-z-]+)\.ts$/.exec(file)?.[1] ?? '').replace(/-dialog$/, '')
    return [...text.matchAll(/(?:beginDialog|replaceDialog)\(\s*([A-Z_]+)/g)].map(([, to = '']): Arrow => [from, names.get(to) ?? to])
  })
  return flowchart(
    arrows.filter(([from, to]) => from !== to && !['ask', 'ask-date'].includes(to)),
    'TD',
  )
}

function namesOfDialogs(): ReadonlyMap<string, string> {
  const text = readFileSync(join(projectRoot, 'dialogs/dialog-names.ts'), 'utf8')
  return new Map([...text.matchAll(/export const ([A-Z_]+) = '([^']+)'/g)].map(([, constant = '', name = '']) => [constant, name]))
}

const STATES: readonly HandoffState[] = ['offered', 'consented', 'queued', 'accepted', 'live', 'ended', 'expired', 'failed']
const NOW = 1_000_000
const ANN = { id: 'ann', name: 'Ann' }

/** Every kind of event, tried in every state. */
const EVENTS: readonly (readonly [name: string, event: HandoffEvent])[] = [
  ['yes to the text', { kind: 'consent', summaryHash: 'h', decision: null, flags: [], actBy: null, actByClocks: [] }],
  ['queued', { kind: 'queue', closesAt: null }],
  ['accepted', { kind: 'accept', staff: ANN, version: 3, staffHasLive: false }],
  ['first word', { kind: 'first-word', staff: ANN.id }],
  ['put back', { kind: 'put-back', staff: ANN.id, closesAt: null }],
  ['adviser silent', { kind: 'lease-lapsed', closesAt: null }],
  ['ended by adviser', { kind: 'end', reason: 'adviser-ended', staff: ANN.id }],
  ['family left', { kind: 'end', reason: 'family-left', staff: null }],
  ['taken back', { kind: 'withdraw' }],
  ['said no', { kind: 'decline' }],
  ['no answer on the phone', { kind: 'outcome', staff: ANN, outcome: 'no-answer', closesAt: null }],
  ['spoken to', { kind: 'outcome', staff: ANN, outcome: 'spoke', closesAt: null }],
  ['nobody took it', { kind: 'timer', timer: 'expire', isReached: true }],
  ['offer lapsed', { kind: 'timer', timer: 'offer-lapses', isReached: true }],
  ['chat quiet', { kind: 'timer', timer: 'idle-end', isReached: true }],
  ['no receiver could be reached', { kind: 'all-dead' }],
  ['contact recorded', { kind: 'contact-made', staff: ANN.id, on: day('2026-11-20') }],
]

/** The states and what leads from one to another. */
export function drawHandoff(): string {
  const moves = STATES.flatMap((from) =>
    EVENTS.flatMap(([name, event]) => {
      const result = changeHandoff(inState(from), event, NOW)
      return 'refused' in result || result.handoff.state === from ? [] : [{ from, to: result.handoff.state, name }]
    }),
  )
  const pairs = new Map<string, string[]>()
  for (const { from, to, name } of moves) pairs.set(`${from} --> ${to}`, [...(pairs.get(`${from} --> ${to}`) ?? []), name])
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> offered',
    ...[...pairs].map(([pair, names]) => `  ${pair}: ${names.join(', ')}`),
    '```',
  ].join('\n')
}

function inState(state: HandoffState): Handoff {
  const held = state === 'accepted' || state === 'live'
  const asked = state !== 'offered'
  return {
    ...aHandoff,
    state,
    route: 'callback',
    consentedAt: asked ? 0 : null,
    summaryHash: asked ? 'h' : null,
    acceptedBy: held ? ANN : null,
    leaseUntil: state === 'accepted' ? NOW - 1 : null,
    lastWordAt: state === 'live' ? NOW - 86_400_000 : null,
  }
}
