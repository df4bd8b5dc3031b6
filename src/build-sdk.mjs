// Puts Microsoft's SDK beside our own code in dist/, awaiting by itself.
// It is delivered for engines without async functions: whatever awaits there is a generator, made anew with every call. V8 gives each of them a
// hidden class, and that keeps all that the call held until the whole heap is collected (docs/decisions/0805-the-sdk-awaits.md).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** All that await, so that none of them is there twice. */
const PACKAGES = [
  'botbuilder',
  'botbuilder-core',
  'botbuilder-dialogs',
  'botbuilder-stdlib',
  'botframework-connector',
  'botframework-streaming',
]

/** What tells one release of them from another. */
export function sdkManifests(root) {
  return PACKAGES.map((name) => join(root, 'node_modules', name, 'package.json'))
}

/** To `<outdir>/node_modules`, where Node looks before it looks further up. Only scripts are copied: what a package has beside them is linked to. */
export async function buildSdk(root, outdir) {
  const { default: typescript } = await import('typescript')
  for (const name of PACKAGES) {
    const [from, to] = [join(root, 'node_modules', name), join(outdir, 'node_modules', name)]
    for (const file of scripts(join(from, 'lib'))) {
      const copy = join(to, relative(from, file))
      mkdirSync(dirname(copy), { recursive: true })
      writeFileSync(copy, awaiting(typescript, readFileSync(file, 'utf8')))
    }
    copyFileSync(join(from, 'package.json'), join(to, 'package.json'))
    const beside = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'lib')
    for (const { name: folder } of beside) symlinkSync(relative(to, join(from, folder)), join(to, folder), 'junction')
  }
}

/** Without what is bundled for browsers. */
function scripts(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && !/(^|-)browser\.js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** `__awaiter(this, void 0, void 0, function* () { … yield x … })` as `(async () => { … await x … })()`. Throws for any other generator. */
export function awaiting(typescript, text) {
  if (!/\byield\b|function ?\*/.test(text)) return text
  const edits = []
  const visit = (node, isAwaiter) => {
    const body = generatorOf(typescript, node)
    if (body) edits.push([node.getStart(), body.getStart(), '(async () => '], [body.end, node.end, ')()'])
    if (typescript.isYieldExpression(node)) edits.push([node.getStart(), node.getStart() + 'yield'.length, 'await'])
    if (node.asteriskToken && !isAwaiter) throw new Error(`a generator that does not only await: ${node.getText().slice(0, 200)}`)
    typescript.forEachChild(node, (child) => visit(child, body !== null && child === body.parent))
  }
  visit(typescript.createSourceFile('sdk.js', text, typescript.ScriptTarget.Latest, true, typescript.ScriptKind.JS), false)
  const lastFirst = edits.toSorted(([a], [b]) => b - a)
  return lastFirst.reduce((changed, [from, to, by]) => changed.slice(0, from) + by + changed.slice(to), text)
}

/** The body of what is handed to `__awaiter`, which knows no arguments and no `this` but its surroundings'; null for any other node. */
function generatorOf(typescript, node) {
  if (!typescript.isCallExpression(node) || node.expression.getText() !== '__awaiter') return null
  const [self, args, promise, generator] = node.arguments
  const isPlain = ['this', 'void 0'].includes(self.getText()) && args.getText() === 'void 0' && promise.getText() === 'void 0'
  if (!isPlain || generator.parameters.length > 0) throw new Error(`not awaiting as expected: ${node.getText().slice(0, 200)}`)
  return generator.body
}
