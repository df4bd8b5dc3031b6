// Loads test files from Stryker's copy of the project, each with modules of its own, as jest does.
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { gatherTests, type Block } from './gather-tests'

function forgetModules(root: string): void {
  const packages = join(root, 'node_modules') + sep
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(root + sep) && !file.startsWith(packages)) delete require.cache[file]
  }
}

export class TestFiles {
  readonly names: readonly string[]
  private readonly loaded = new Map<string, Block>()

  /** `globs` from the root, an absolute path. Throws when one of them finds nothing. */
  constructor(
    private readonly root: string,
    globs: readonly string[],
  ) {
    for (const glob of globs) if (globSync(glob, { cwd: root }).length === 0) throw new Error(`No test file is named ${glob}`)
    this.names = globSync([...globs], { cwd: root }).sort()
  }

  /** The tests of a file, loaded unless they are. Throws what the file throws. */
  open(name: string): Block {
    const before = this.loaded.get(name)
    if (before) return before
    forgetModules(this.root)
    const file = join(this.root, name)
    const block = gatherTests(name, () => createRequire(file)(file))
    this.loaded.set(name, block)
    return block
  }

  forget(): void {
    this.loaded.clear()
  }
}
