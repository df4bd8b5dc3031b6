// Puts a piece of a desk page in the place of the one before it, without taking away what somebody types or where they are.

export interface Renewed {
  /** `kept`: it changed, but somebody is typing in it. */
  readonly kind: 'same' | 'changed' | 'kept'
  /** What to announce; null where nothing is to be said. */
  readonly say: string | null
}

const SAME: Renewed = { kind: 'same', say: null }

export function renew(id: string, fresh: HTMLElement): Renewed {
  const old = document.getElementById(id)
  if (!old || old.isEqualNode(fresh)) return SAME
  if (fresh.dataset['part'] === 'lines') return addLines(old, fresh)
  if (isUsed(old)) return { kind: 'kept', say: null }
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined
  const opened = [...old.querySelectorAll('details[open]')].map(({ id: name }) => name)
  const text = fresh.dataset['say'] === old.dataset['say'] ? null : (fresh.dataset['say'] ?? null)
  old.replaceWith(fresh)
  for (const name of opened) if (name) document.getElementById(name)?.setAttribute('open', '')
  if (focused !== undefined) stayNear(fresh, focused)
  return { kind: 'changed', say: text }
}

/** A list that only grows: a screen reader is told of the new lines by the list itself. */
function addLines(old: HTMLElement, fresh: HTMLElement): Renewed {
  const isAtEnd = old.scrollHeight - old.scrollTop - old.clientHeight < 40
  for (const line of [...fresh.children]) {
    const known = document.getElementById(line.id)
    if (!known) old.append(line)
    else if (!known.isEqualNode(line)) known.replaceWith(line)
  }
  if (isAtEnd) old.scrollTop = old.scrollHeight
  return { kind: 'changed', say: null }
}

/** Whether something in it was typed or ticked and not sent. */
function isUsed(part: HTMLElement): boolean {
  return [...part.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')].some(
    (field) =>
      field === document.activeElement ||
      (field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue),
  )
}

/** The focus was in here: on the same thing as before, or on the part itself where that is gone. Never anywhere else. */
function stayNear(fresh: HTMLElement, id: string): void {
  const again = id === '' ? null : document.getElementById(id)
  if (again) return again.focus({ preventScroll: true })
  fresh.tabIndex = -1
  fresh.focus({ preventScroll: true })
}
