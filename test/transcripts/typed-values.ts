// What a person typed to be passed on, in the form in which it may be shown to them: only that, and only after they were asked for it.
import { redact } from '../../src/rules/redact/redact'

/** By the question that asks for it; null for what is no answer to it. */
const SHOWN_AS: Readonly<Record<string, (typed: string) => string | null>> = {
  'handoff.ask-name': (typed) => typed,
  'handoff.ask-email': (typed) => (typed.includes('@') ? typed : null),
  'handoff.ask-phone': phone,
  'handoff.ask-phone-instead': phone,
  'handoff.ask-own-words': (typed) => redact(typed).text,
}

/** The value that `typed` gives in answer to the message `asked`; null where that asked for none. */
export function typedValue(asked: string | undefined, typed: string): string | null {
  const showing = SHOWN_AS[asked?.replace(/-again$/, '') ?? '']
  return showing?.(typed) ?? null
}

function phone(typed: string): string | null {
  return /^0[\d ]+$/.test(typed) ? inGroups(typed.replaceAll(' ', '')) : null
}

function inGroups(digits: string): string {
  return `${digits.slice(0, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`
}
