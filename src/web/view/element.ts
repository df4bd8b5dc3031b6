// A piece of a page as a plain value: the server writes it as HTML, the browser builds it; text can never become markup.

export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
}

export type Markup = string | Element

/** An element; an attribute that is `undefined` is left out, an empty one is written bare. */
export function element(tag: string, attributes: Record<string, string | undefined>, ...children: readonly Markup[]): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { tag, attributes: Object.fromEntries(given), children }
}
