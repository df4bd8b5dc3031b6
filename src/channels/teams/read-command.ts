// What a member of staff typed to the bot, as a command: mentions and markup taken away first.

/** `end`, `put-back` and `code` are about the case that this member of staff holds. */
type BareCommand = 'queue' | 'hours' | 'on-duty' | 'off-duty' | 'help' | 'end' | 'put-back' | 'code'

type WordyCommand = 'find' | 'deadline' | 'ask' | 'link' | 'wrong'

export type StaffCommand =
  { readonly kind: BareCommand | 'unknown' } | { [Kind in WordyCommand]: { readonly kind: Kind; readonly rest: string } }[WordyCommand]

const BARE: Readonly<Record<string, BareCommand>> = {
  queue: 'queue',
  hours: 'hours',
  'on duty': 'on-duty',
  'off duty': 'off-duty',
  help: 'help',
  '/end': 'end',
  '/putback': 'put-back',
  '/code': 'code',
}

const WITH_REST: Readonly<Record<string, WordyCommand>> = {
  find: 'find',
  deadline: 'deadline',
  deadlines: 'deadline',
  ask: 'ask',
  link: 'link',
  'this is wrong': 'wrong',
}

/** Never throws; reads the first 2,000 characters. */
export function readCommand(typed: string): StaffCommand {
  const text = plainText(typed)
  const lower = text.toLowerCase()
  const bare = lower.replace(/[.!?]+$/, '')
  const kind = Object.hasOwn(BARE, bare) ? BARE[bare] : undefined
  if (kind) return { kind }
  for (const [word, name] of Object.entries(WITH_REST)) {
    if (lower !== word && !new RegExp(`^${word}[\\s:,]`).test(lower)) continue
    return { kind: name, rest: text.slice(word.length).replace(/^[\s:,]+/, '') }
  }
  return { kind: 'unknown' }
}

const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of a message of Teams, without `<at>…</at>` and other markup, line by line. */
export function readLines(typed: string): string {
  return typed
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<br\b[^<>]*>|<\/(p|div|li)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function plainText(typed: string): string {
  return readLines(typed.slice(0, 2000)).replace(/\s+/g, ' ')
}
