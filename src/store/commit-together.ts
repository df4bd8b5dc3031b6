// Writes that are asked for in the same turn of the event loop share one transaction: each is told when all are in, and what fails is taken back alone.

/** What a database must do for this; `SAVEPOINT` and its kin are run as they stand. */
export interface Transactions {
  /** All or nothing: throws what `work` threw, and what the commit did. */
  transaction(work: () => void): void
  exec(sql: 'SAVEPOINT one' | 'RELEASE one' | 'ROLLBACK TO one'): void
}

interface Job {
  readonly work: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (fault: unknown) => void
}

/**
 * Runs each `work` soon, in the order in which they came, and once more where another fails beside it. Rejects with what it threw, or with what
 * befell the whole transaction.
 */
export function commitTogether(database: Transactions): <T>(work: () => T) => Promise<T> {
  let waiting: Job[] = []
  const commit = (): void => {
    const jobs = waiting
    waiting = []
    try {
      const told = runAll(database, jobs)
      for (const tell of told) tell()
    } catch (fault) {
      for (const { reject } of jobs) reject(fault)
    }
  }
  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      if (waiting.push({ work, resolve: resolve as (value: unknown) => void, reject }) === 1) setImmediate(commit)
    })
}

/** What the askers are to be told once everything is in. Where anything fails all run once more, so that what fails is taken back alone. */
function runAll(database: Transactions, jobs: readonly Job[]): readonly (() => void)[] {
  const run = (one: (job: Job) => () => void): readonly (() => void)[] => {
    const told: (() => void)[] = []
    database.transaction(() => {
      for (const job of jobs) told.push(one(job))
    })
    return told
  }
  try {
    return run((job) => tellOf(job, job.work()))
  } catch (fault) {
    if (jobs.length === 1) throw fault
    return run((job) => runAlone(database, job))
  }
}

/** What its asker is to be told once everything is in. Throws when the database has given up on the whole transaction. */
function runAlone(database: Transactions, job: Job): () => void {
  database.exec('SAVEPOINT one')
  try {
    const value = job.work()
    database.exec('RELEASE one')
    return tellOf(job, value)
  } catch (fault) {
    database.exec('ROLLBACK TO one')
    database.exec('RELEASE one')
    return () => job.reject(fault)
  }
}

function tellOf({ resolve }: Job, value: unknown): () => void {
  return () => resolve(value)
}
