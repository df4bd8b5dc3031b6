// The gaps in the words: `{{name}}`, filled by code.

const PLACEHOLDER = /\{\{([a-zA-Z][\w-]*)\}\}/g

/** The names of the gaps in a text, each once. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))]
}

/** Whether a text has braces that are no proper gap. */
export function hasBrokenPlaceholder(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))
}

/** The text with every gap filled. A gap without a value is our own failure. @throws Error */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (_gap, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`No value for {{${name}}}`)
    return value
  })
}
