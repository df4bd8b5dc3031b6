// Leaving quickly: nothing stays on the page or in the tab, and Back does not lead here.

/** Straight to `to`: it must work when our own server cannot be reached. */
export function leave(link: HTMLAnchorElement, to: string, forget: () => void): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    forget()
    document.title = ' '
    document.body.replaceChildren()
    const top = window.top ?? window
    try {
      top.location.replace(to)
    } catch {
      window.location.replace(to)
    }
  })
}
