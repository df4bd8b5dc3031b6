// Reads what stands on one line of plain YAML: a scalar, or a flow list or map.

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** Thrown when a text uses more of YAML than the plain form. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain'
}

const INDICATOR = /^[&*!|>%@`"{}[\],#?:-]/

/** The value written on one line. @throws NotPlain */
export function readInline(text: string): Plain {
  if (!text.startsWith('[') && !text.startsWith('{')) return readScalar(text)
  const flow = { text, at: 0 }
  const value = readFlow(flow)
  if (!/^\s*(?: #.*)?$/.test(text.slice(flow.at))) throw new NotPlain()
  return value
}

interface Flow {
  readonly text: string
  at: number
}

const FLOW_SCALAR = /\s*('(?:[^']|'')*'|"[^"\\]*"|[^\s,[\]{}:#'"&*!|>%@`?-][^,[\]{}:#"]*)\s*/y
const FLOW_KEY = /\s*([A-Za-z0-9][\w.-]*): +/y

function readFlow(flow: Flow): Plain {
  skip(flow)
  const open = flow.text[flow.at]
  if (open === '[' || open === '{') return readFlowItems(flow, open)
  const scalar = take(flow, FLOW_SCALAR) ?? throwNotPlain()
  return readScalar(scalar.trim())
}

function readFlowItems(flow: Flow, open: '[' | '{'): Plain {
  const close = open === '[' ? ']' : '}'
  const items: (readonly [string, Plain])[] = []
  flow.at += 1
  for (skip(flow); flow.text[flow.at] !== close; skip(flow)) {
    const key = open === '{' ? (take(flow, FLOW_KEY) ?? throwNotPlain()) : String(items.length)
    if (open === '{' && items.some(([name]) => name === key)) throw new NotPlain()
    items.push([key, readFlow(flow)])
    skip(flow)
    if (flow.text[flow.at] === ',') flow.at += 1
    else if (flow.text[flow.at] !== close) throw new NotPlain()
  }
  flow.at += 1
  return open === '[' ? items.map(([, value]) => value) : Object.fromEntries(items)
}

function throwNotPlain(): never {
  throw new NotPlain()
}

function skip(flow: Flow): void {
  while (flow.text[flow.at] === ' ') flow.at += 1
}

function take(flow: Flow, pattern: RegExp): string | null {
  pattern.lastIndex = flow.at
  const match = pattern.exec(flow.text)
  if (match) flow.at = pattern.lastIndex
  return match?.[1] ?? null
}

function readScalar(text: string): Plain {
  if (text.startsWith("'")) {
    if (!/^'(?:[^']|'')*'$/.test(text)) throw new NotPlain()
    return unquote(text)
  }
  if (text.startsWith('"')) {
    if (!/^"[^"\\]*"$/.test(text)) throw new NotPlain()
    return text.slice(1, -1)
  }
  const plain = text.replace(/ +#.*$/, '')
  if (INDICATOR.test(plain) || /: |:$/.test(plain)) throw new NotPlain()
  switch (plain) {
    case 'null':
    case '~':
      return null
    case 'true':
      return true
    case 'false':
      return false
  }
  if (/^[-+.]|^(?:Null|NULL|True|TRUE|False|FALSE)$|^\d[\d_xoeE.+-]*$/.test(plain) && !/^\d{4}-\d\d-\d\d$/.test(plain))
    return readNumber(plain)
  return plain
}

function readNumber(text: string): Plain {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) throw new NotPlain()
  return Number(text)
}

function unquote(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text
}
