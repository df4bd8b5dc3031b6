// Leaving quickly: nothing stays on the page or in the tab, and Back does not lead here.

export function leave(link: HTMLAnchorElement, forget: () => void): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    forget()
    document.title = ' '
    document.body.replaceChildren()
    const top = window.top ?? window
    try {
      top.location.replace(link.href)
    } catch {
      window.location.replace(link.href)
    }
  })
}
