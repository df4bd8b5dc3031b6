// What a command of single cases is made of.
import type { ParseArgsConfig } from 'node:util'

/** One command: its flags, how it answers one case, and how it says it to a person. */
export interface Command {
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** From flags to the same case that a line of JSON would hold. */
  readonly fromFlags: (flags: Flags, words: readonly string[]) => Record<string, unknown>
  /** Answers one case. @throws BadLine when the case cannot be answered. */
  readonly answer: (input: unknown) => Promise<object>
  readonly inWords: (answer: object) => string
  /** Lets go of what it holds open. */
  readonly close?: () => Promise<void>
}

export type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
