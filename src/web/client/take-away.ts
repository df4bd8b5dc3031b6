// What a family takes away: the chat's token goes along with the form that asks for a file; printing; and the link back, copied.
import type { Strings } from '../view/strings'
import { byId } from './dom'

export function offerTakeaways(log: HTMLElement, strings: Strings, token: () => string | null): void {
  byId('say').addEventListener('submit', (event) => {
    const { submitter, currentTarget } = event as SubmitEvent & { currentTarget: HTMLFormElement }
    if (submitter?.getAttribute('name') !== 'take') return
    event.stopImmediatePropagation()
    const field = currentTarget.elements.namedItem('chat') as HTMLInputElement
    field.value = token() ?? field.value
    setTimeout(() => (field.value = ''), 0)
  })
  log.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('button[name=print], a.back') : null
    if (!pressed) return
    if (pressed instanceof HTMLAnchorElement) {
      event.preventDefault()
      void copy(pressed, strings['take-copied'])
    } else window.print()
  })
}

async function copy(link: HTMLAnchorElement, copied: string): Promise<void> {
  const address = `${location.origin}${location.pathname}${location.search.replace(/&?embed=1/, '')}${link.getAttribute('href') ?? ''}`
  const told = document.createElement('span')
  told.setAttribute('role', 'status')
  link.nextElementSibling?.remove()
  link.after(told)
  try {
    await navigator.clipboard.writeText(address)
    told.textContent = ` ${copied}`
  } catch {
    told.textContent = ` ${address}`
  }
}
