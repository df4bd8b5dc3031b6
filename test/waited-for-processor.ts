// How long another process was ready to work and had no processor, because the machine was busy with others.
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Milliseconds since it began, of its first thread; 0 where the system does not count them. */
export function waitedForProcessor({ pid }: ChildProcess): number {
  const counted = `/proc/${pid}/schedstat`
  return existsSync(counted) ? Number(readFileSync(counted, 'utf8').split(' ')[1]) / 1e6 : 0
}
