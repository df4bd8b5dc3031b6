// The page scripts as they are now, built into a folder of their own; once in a test file.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/project-root'

let builtInto: string | null = null

/** The folder in which `dist` lies. */
export function builtClient(): string {
  if (builtInto !== null) return builtInto
  const root = mkdtempSync(join(tmpdir(), 'pages-'))
  const script = `import(process.argv[1]).then(({ buildClient }) => buildClient(process.argv[2], process.argv[3]))`
  execFileSync(process.execPath, ['-e', script, join(projectRoot, 'src', 'build.mjs'), projectRoot, join(root, 'dist')])
  builtInto = root
  return root
}
