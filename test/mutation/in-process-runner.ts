// A test runner for Stryker that keeps one process for all mutants: our rules are pure, so a mutant is switched on, tested and switched off.
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type StrykerOptions } from '@stryker-mutator/api/core'
import { commonTokens, tokens } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner'
import { HitLimit } from './hit-limit'
import { messageOf, runBlock, type Outcome } from './run-tests'
import { TestFiles } from './test-files'

interface Settings {
  readonly testFiles: readonly string[]
  readonly keepLoaded?: boolean
}

interface Plan {
  readonly disableBail: boolean
  /** Ids of tests; null for all of them. */
  readonly wanted: readonly string[] | null
  readonly leftOut?: readonly string[]
  /** The mutant that is on while files load, and while tests run. */
  readonly loading?: string | undefined
  readonly testing?: string
}

/** What the instrumented code reads and counts in. It holds on to this one object, so only its fields change; none is deleted, which would slow it. */
const CONTEXT = ((globalThis as Record<string, unknown>)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}) as {
  -readonly [K in keyof InstrumenterContext]: InstrumenterContext[K] | undefined
}
const HIT_LIMIT = new HitLimit(CONTEXT)

const LIKELY = 6
/** A slow test that noticed a mutant is no quick way to the next: properties search long for their smallest example. */
const QUICK_MS = 250

const failed = (test: TestResult): boolean => test.status === TestStatus.Failed

function asResult(fileName: string, { id, timeSpentMs, failure }: Outcome): TestResult {
  const base = { id, name: id, timeSpentMs, fileName }
  return failure === null ? { ...base, status: TestStatus.Success } : { ...base, status: TestStatus.Failed, failureMessage: failure }
}

export class InProcessRunner implements TestRunner {
  static inject = tokens(commonTokens.options)
  private readonly settings: Settings
  private readonly files: TestFiles
  /** Ids of the tests that noticed a mutant, the last one first. */
  private killers: readonly string[] = []

  constructor(options: StrykerOptions) {
    this.settings = options['inProcess'] as Settings
    this.files = new TestFiles(process.cwd(), this.settings.testFiles)
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    this.files.forget()
    CONTEXT.mutantCoverage = { static: {}, perTest: {} }
    const result = await this.run({ disableBail, wanted: null })
    return result.status === DryRunStatus.Complete ? { ...result, mutantCoverage: CONTEXT.mutantCoverage } : result
  }

  async mutantRun({ activeMutant, disableBail, hitLimit, ...options }: MutantRunOptions): Promise<MutantRunResult> {
    if (options.reloadEnvironment || this.settings.keepLoaded !== true) this.files.forget()
    const loading = options.mutantActivation === 'static' ? activeMutant.id : undefined
    HIT_LIMIT.begin(hitLimit)
    const plan = { disableBail, wanted: options.testFilter ?? null, loading, testing: activeMutant.id }
    const result = disableBail ? await this.run(plan) : await this.runLikeliestFirst(plan)
    return toMutantRunResult(determineHitLimitReached(CONTEXT.hitCount, CONTEXT.hitLimit) ?? result, disableBail)
  }

  /** Neighbours among mutants mostly fall to the same tests. */
  private async runLikeliestFirst(plan: Plan): Promise<DryRunResult> {
    const likely = this.killers.slice(0, LIKELY).filter((id) => plan.wanted?.includes(id) ?? true)
    const first = await this.run({ ...plan, wanted: likely })
    if (first.status !== DryRunStatus.Complete || first.tests.some(failed)) return this.remember(first)
    const rest = await this.run({ ...plan, leftOut: likely })
    return this.remember(rest.status === DryRunStatus.Complete ? { ...rest, tests: [...first.tests, ...rest.tests] } : rest)
  }

  private remember(result: DryRunResult): DryRunResult {
    const killer = result.status === DryRunStatus.Complete ? result.tests.find(failed) : undefined
    if (killer && killer.timeSpentMs < QUICK_MS) this.killers = [killer.id, ...this.killers.filter((id) => id !== killer.id)]
    return result
  }

  private async run(plan: Plan): Promise<DryRunResult> {
    const tests: TestResult[] = []
    try {
      for (const file of this.files.names) if (!(await this.runFile(file, plan, tests))) break
      return { status: DryRunStatus.Complete, tests }
    } catch (fault) {
      return { status: DryRunStatus.Error, errorMessage: messageOf(fault) }
    } finally {
      CONTEXT.activeMutant = undefined
      CONTEXT.currentTestId = undefined
    }
  }

  /** Returns whether to go on with the next file. */
  private async runFile(file: string, { disableBail, wanted, leftOut, loading, testing }: Plan, tests: TestResult[]): Promise<boolean> {
    const here = wanted && new Set(wanted.filter((id) => id.startsWith(`${file} `) && !leftOut?.includes(id)))
    if (here?.size === 0) return true
    CONTEXT.activeMutant = loading
    const block = this.files.open(file)
    CONTEXT.activeMutant = testing
    return runBlock(block, {
      wants: (id) => here?.has(id) ?? leftOut?.includes(id) !== true,
      starts: (id) => {
        CONTEXT.currentTestId = id
        HIT_LIMIT.beginTest()
      },
      ended: (outcome) => {
        CONTEXT.currentTestId = undefined
        tests.push(asResult(file, outcome))
        return disableBail || outcome.failure === null
      },
    })
  }
}
