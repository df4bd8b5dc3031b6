// The plugin that Stryker loads: teaches require to read TypeScript as jest does, and offers the runner under its name.
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin'
import { transformSync } from '@swc/core'

const packageFile = new URL('../../package.json', import.meta.url)
const [, asJestDoes] = JSON.parse(readFileSync(packageFile, 'utf8')).jest.transform['^.+\\.ts$']
const compiled = new Map()

/** What reaches which mutant is known once a mutant is on; counting it again would cost a third of the time. */
const countOnlyWithoutMutant = (code) => code.replace('function cover() {', 'function cover() { if (ns.activeMutant !== undefined) return;')

function compile(file) {
  const { code: plain } = transformSync(readFileSync(file, 'utf8'), { ...asJestDoes, filename: file, sourceMaps: false, swcrc: false })
  const code = countOnlyWithoutMutant(plain)
  compiled.set(file, code)
  return code
}

Module._extensions['.ts'] = (module, file) => module._compile(compiled.get(file) ?? compile(file), file)

const { InProcessRunner } = createRequire(import.meta.url)('./in-process-runner.ts')

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]

export const strykerValidationSchema = {
  properties: {
    inProcess: {
      type: 'object',
      description: 'What the in-process runner runs.',
      required: ['testFiles'],
      additionalProperties: false,
      properties: {
        testFiles: { type: 'array', items: { type: 'string' }, description: 'Globs of test files, from the root of the project.' },
        keepLoaded: {
          type: 'boolean',
          default: false,
          description: 'Load each test file once for all mutants. Only for rules and tests that remember nothing between two calls.',
        },
      },
    },
  },
}
