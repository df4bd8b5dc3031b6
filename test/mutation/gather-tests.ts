// Gathers what a test file declares: `describe`, `test`, `it`, their `each`, and the hooks, under the names jest gives them.
import { expect } from 'expect'
import { bind } from 'jest-each'
import { fn, spyOn } from 'jest-mock'

export type Body = () => unknown
const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'] as const
export type HookName = (typeof HOOKS)[number]

export interface TestCase {
  readonly id: string
  readonly body: Body
}

export interface Block {
  readonly title: string
  readonly parent: Block | null
  readonly children: (TestCase | Block)[]
  readonly hooks: Readonly<Record<HookName, Body[]>>
}

export const isBlock = (child: TestCase | Block): child is Block => 'children' in child

function newBlock(title: string, parent: Block | null): Block {
  return { title, parent, children: [], hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } }
}

/** Runs `declare` with jest's globals in place and returns what it declared; ids begin with `file` and are unique. Throws what `declare` throws. */
export function gatherTests(file: string, declare: () => void): Block {
  const root = newBlock(file, null)
  const ids = new Map<string, number>()
  let current = root
  const test = (title: string, body: Body): void => {
    const name = `${current.title} ${title}`
    const times = (ids.get(name) ?? 0) + 1
    ids.set(name, times)
    current.children.push({ id: times === 1 ? name : `${name} (${times})`, body })
  }
  const describe = (title: string, body: Body): void => {
    const outer = current
    current = newBlock(`${outer.title} ${title}`, outer)
    outer.children.push(current)
    body()
    current = outer
  }
  const hooks = HOOKS.map((name) => [name, (body: Body) => void current.hooks[name].push(body)] as const)
  const testEach = Object.assign(test, { each: bind(test, false) })
  const globals = {
    expect,
    jest: { fn, spyOn },
    test: testEach,
    it: testEach,
    describe: Object.assign(describe, { each: bind(describe, false) }),
  }
  Object.assign(globalThis, globals, Object.fromEntries(hooks))
  declare()
  return root
}
