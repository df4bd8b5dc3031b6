// The command line: picks the command, runs it once from flags or once a line from standard input.
import { parseArgs } from 'node:util'
import type { Command, Flags } from './command'
import { runLines } from './run-lines'

/** A command that is not about single cases: it runs, and gives its exit code. */
type Run = (args: readonly string[]) => Promise<number>

/* Each command loads only what it needs, when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  deadlines: async () => (await import('./deadlines.js')).createDeadlinesCommand(),
  date: async () => (await import('./date.js')).createDateCommand(),
  ask: async () => (await import('./ask.js')).createAskCommand(),
  triage: async () => (await import('./triage.js')).createTriageCommand(),
}

const RUNS: Readonly<Record<string, () => Promise<Run>>> = {
  chat: async () => (await import('./chat.js')).chat,
  content: async () => (await import('./content.js')).content,
  'bank-holidays': async () => (await import('./refresh-bank-holidays.js')).refreshBankHolidays,
  measure: async () => (await import('./measure.js')).measure,
  'fact-coverage': async () => (await import('./fact-coverage.js')).writeFactCoverage,
  'handoff-schema': async () => (await import('./handoff-schema.js')).writeHandoffSchema,
  backup: async () => (await import('./backup.js')).backup,
  doctor: async () => (await import('./doctor.js')).doctor,
  keys: async () => (await import('./keys.js')).keys,
  retention: async () => (await import('./retention.js')).retention,
  sbom: async () => (await import('./sbom.js')).sbom,
  requirements: async () => (await import('./requirements.js')).writeRequirements,
  receiver: async () => (await import('./receiver.js')).receiver,
  desk: async () => (await import('./desk.js')).desk,
  'teams-package': async () => (await import('./teams-package.js')).teamsPackage,
}

/** Runs one command and sets the exit code: 0 when everything was answered, 1 when a check found faults, 2 on wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const run = Object.hasOwn(RUNS, name) ? RUNS[name] : undefined
  if (command) process.exitCode = await runAndClose(await command(), rest)
  else if (run) process.exitCode = await (await run())(rest)
  else process.exitCode = wrongUsage(`Commands: ${[...Object.keys(COMMANDS), ...Object.keys(RUNS)].join(', ')}`)
}

async function runAndClose(command: Command, args: readonly string[]): Promise<number> {
  try {
    return await runCommand(command, args)
  } finally {
    await command.close?.()
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const read = readFlags(command, args)
  if (read === null) return wrongUsage(command.usage)
  const { values, positionals } = read
  if (values['jsonl'] === true) {
    await runLines(command.answer, process.stdin, process.stdout)
    return 0
  }
  const input = command.fromFlags(values, positionals)
  if (Object.values(input).every((value) => value === undefined)) return wrongUsage(command.usage)
  try {
    console.log(command.inWords(await command.answer({ id: 1, ...input })))
    return 0
  } catch (fault) {
    return wrongUsage(fault instanceof Error ? fault.message : command.usage)
  }
}

function readFlags(command: Command, args: readonly string[]): { values: Flags; positionals: readonly string[] } | null {
  try {
    return parseArgs({ args: [...args], options: { ...command.options, jsonl: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    return null
  }
}

function wrongUsage(text: string): number {
  console.error(text)
  return 2
}

/* Where only what was built is there, in the image: node dist/src/cli/main.js COMMAND */
if (require.main === module) void main(process.argv.slice(2))
