// How long what is kept, as a page: docs/assurance/retention.md.
import { PERIODS } from '../rules/retention'
import { periodLines } from './period-lines'

/** The page, in Markdown. */
export function retentionPage(): string {
  const rows = periodLines(PERIODS).map(({ what, howLong, from }) => `| ${what} | ${howLong} | ${from} |`)
  return `# How long it is kept

Written by \`npm run --silent cg -- retention page\` from the periods in the code (\`src/rules/retention.ts\`), not by hand. What has been kept so long is deleted every ten minutes while the server runs, and by \`cg retention run\`. \`test/handoff/retention.test.ts\` moves a clock to the last moment and past it for each line.

| what | how long at most | counted |
| --- | --- | --- |
${rows.join('\n')}

The words of a message about danger are not kept at all. Backups, logs and what Microsoft Teams keeps are not in this table: they are the operator's to limit.

A council may keep things for a shorter time, in the file that \`RETENTION_FILE\` names. Longer is refused at the start unless the file says who decided so and why:

\`\`\`yaml
southend:
  conversationHours: 12
  unopenedDays: 7
hackney:
  endedDays: 60
  longerBecause: Decided by the data protection officer on 1 March 2026, because ...
\`\`\`

The names: \`conversationHours\`, \`linesHours\`, \`unopenedDays\`, \`endedDays\`, \`contactDays\`, \`questionsDays\`, \`eventsDays\`.
`
}
