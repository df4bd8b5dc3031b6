// What a command prints while a test runs, line by line, instead of the terminal.

/** Hears `console.log` and `console.error` into a list, empty again before each test. */
export function hearPrinted(): string[] {
  const printed: string[] = []
  beforeEach(() => {
    printed.length = 0
    for (const way of ['log', 'error'] as const)
      jest.spyOn(console, way).mockImplementation((...lines: unknown[]) => void printed.push(lines.join(' ')))
  })
  return printed
}
