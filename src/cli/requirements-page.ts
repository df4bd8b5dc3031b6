// The table of what a council may ask for, each line with the tests that show it: read from docs/assurance/requirements.yaml, checked, and written as a page.
import { z } from 'zod'

const ID = /^[PCLAIWXR]\d{1,2}$/
const TEST = z.strictObject({ file: z.string().regex(/^test\/.+\.test\.ts$/), name: z.string().min(3) })
const PAGE = z.string().regex(/^[\w./-]+\.(md|txt|yaml)$/)

const schema = z.strictObject({
  areas: z.array(
    z.strictObject({
      title: z.string().min(3),
      requirements: z.array(
        z.strictObject({
          id: z.string().regex(ID),
          says: z.string().min(10),
          /** Shown by a test, or by a paper that a person reads. */
          shown: z.enum(['code', 'paper']),
          tests: z.array(TEST).default([]),
          pages: z.array(PAGE).default([]),
        }),
      ),
    }),
  ),
})

export type Requirements = z.output<typeof schema>
type Requirement = Requirements['areas'][number]['requirements'][number]

/** The data of the file. @throws ZodError for one that is not of this form */
export function readRequirements(data: unknown): Requirements {
  return schema.parse(data)
}

/** What a file holds; null where it is not there. */
export type ReadFile = (path: string) => string | null

/** Everything that is wrong: an id twice, a requirement that nothing shows, a test or a page that is not there. None when all is well. */
export function requirementFaults({ areas }: Requirements, read: ReadFile): readonly string[] {
  const all = areas.flatMap(({ requirements }) => requirements)
  const ids = all.map(({ id }) => id)
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...doubled.map((id) => `${id} stands there twice`), ...all.flatMap((one) => faultsOf(one, read))]
}

function faultsOf({ id, shown, tests, pages }: Requirement, read: ReadFile): readonly string[] {
  return [
    ...(shown === 'code' && tests.length === 0 ? [`${id} has no test`] : []),
    ...(shown === 'paper' && tests.length + pages.length === 0 ? [`${id} has neither a test nor a page`] : []),
    ...tests
      .filter(({ file, name }) => !testTitles(read(file)).has(name))
      .map(({ file, name }) => `${id}: there is no "${name}" in ${file}`),
    ...pages.filter((page) => read(page) === null).map((page) => `${id}: there is no ${page}`),
  ]
}

/** The titles of the tests in a file: what stands in quotes as the first of several arguments. */
function testTitles(source: string | null): ReadonlySet<string> {
  const found = (source ?? '').matchAll(/\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\\n]|\\.)+)`)\s*,/g)
  return new Set([...found].map(([, single, double, tick]) => (single ?? double ?? tick ?? '').replace(/\\(.)/g, '$1')))
}

/** The page, in Markdown, under its own head. */
export function requirementsPage({ areas }: Requirements, head: string = HEAD): string {
  return [head, ...areas.map(({ title, requirements }) => `## ${title}\n\n${[TABLE_HEAD, ...requirements.map(row)].join('\n')}\n`)].join(
    '\n',
  )
}

const HEAD = `# What it must do, and what shows that it does

Written by \`npm run --silent cg -- requirements\` from \`docs/assurance/requirements.yaml\`, not by hand. \`test/assurance/requirements.test.ts\` fails when a line that is code has no test, when a test or page that is named here is not there, and when this page is not what the command writes.
`

/** The head of the page of promises. */
export const PROMISES_HEAD = `# What is promised, and the test of each promise

Written by \`npm run --silent cg -- requirements\` from \`docs/promises.yaml\`, not by hand. What README.md, docs/contracts.md and the pages beside them say stands here with what would fail if it were no longer so.
`

const TABLE_HEAD = '| id | what | shown by |\n| --- | --- | --- |'

function row({ id, says, tests, pages }: Requirement): string {
  const shown = [...tests.map(({ file, name }) => `${name} (\`${file}\`)`), ...pages.map((page) => `\`${page}\``)]
  return `| ${id} | ${cell(says)} | ${shown.map(cell).join('<br>')} |`
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ')
}
