// Runs the tests of one file one after the other, with their hooks, and tells how each ended.
import { isBlock, type Block, type HookName, type TestCase } from './gather-tests'

export interface Outcome {
  readonly id: string
  readonly timeSpentMs: number
  /** What the first thing that went wrong said; null when all went well. */
  readonly failure: string | null
}

export interface Run {
  readonly wants: (id: string) => boolean
  readonly starts: (id: string) => void
  /** Returns whether to go on. */
  readonly ended: (outcome: Outcome) => boolean
}

export const messageOf = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))

async function firstFailure(steps: readonly (() => unknown)[]): Promise<string | null> {
  for (const step of steps) {
    try {
      await step()
    } catch (fault) {
      return messageOf(fault)
    }
  }
  return null
}

function hooksAround(block: Block | null, name: HookName): readonly (() => unknown)[] {
  if (block === null) return []
  const outer = hooksAround(block.parent, name)
  return name === 'beforeEach' ? [...outer, ...block.hooks[name]] : [...block.hooks[name], ...outer]
}

async function runTest(test: TestCase, block: Block, broken: string | null, run: Run): Promise<boolean> {
  run.starts(test.id)
  const start = performance.now()
  const before = broken ?? (await firstFailure([...hooksAround(block, 'beforeEach'), test.body]))
  const after = await firstFailure(hooksAround(block, 'afterEach'))
  return run.ended({ id: test.id, timeSpentMs: performance.now() - start, failure: before ?? after })
}

const wantsAny = (block: Block, run: Run): boolean =>
  block.children.some((child) => (isBlock(child) ? wantsAny(child, run) : run.wants(child.id)))

/** Runs the wanted tests of a block in the order of the file; returns false once `run.ended` has said to stop. */
export async function runBlock(block: Block, run: Run, outerFailure: string | null = null): Promise<boolean> {
  if (!wantsAny(block, run)) return true
  const broken = outerFailure ?? (await firstFailure(block.hooks.beforeAll))
  let goesOn = true
  for (const child of block.children) {
    if (!goesOn) break
    if (isBlock(child)) goesOn = await runBlock(child, run, broken)
    else if (run.wants(child.id)) goesOn = await runTest(child, block, broken, run)
  }
  await firstFailure(block.hooks.afterAll)
  return goesOn
}
