// The log, kept instead of printed.
export const logged: string[] = []

export function quietLog(): typeof import('../../src/log') {
  const actual = jest.requireActual<typeof import('../../src/log')>('../../src/log')
  return { ...actual, createLog: () => actual.createLog({ write: (line) => logged.push(line) }) }
}
