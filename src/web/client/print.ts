// What is folded away on the screen is printed, and folded away again afterwards.

export function unfoldForPrint(log: HTMLElement): void {
  let unfolded: HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    unfolded = Array.from(log.querySelectorAll<HTMLDetailsElement>('details:not([open])'))
    for (const details of unfolded) details.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const details of unfolded.splice(0)) details.open = false
  })
}
