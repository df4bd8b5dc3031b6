// What a council pastes: turns its plain link into a chat that opens in the page. Nothing is fetched or kept before the press.

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-top-navigation-by-user-activation'
/** Set through the style object, which a council's content security policy lets pass. The colour is that of the words around the link. */
const FRAME = 'display:block;width:100%;height:min(44rem,100vh - 5rem);border:2px solid;box-sizing:border-box;background:#fff'
const BUTTON =
  'font:inherit;min-height:44px;padding:.5rem 1rem;margin:1rem 0 .5rem;border:2px solid;background:none;color:inherit;cursor:pointer'

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-send-chat]')) upgrade(link)

function upgrade(link: HTMLAnchorElement): void {
  let panel: HTMLElement | null = null
  link.setAttribute('role', 'button')
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') {
      event.preventDefault()
      link.click()
    }
  })
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (panel) greet(panel)
    else panel = place(link)
    show(link, panel)
  })
}

function show(link: HTMLAnchorElement, panel: HTMLElement): void {
  link.setAttribute('aria-expanded', 'true')
  panel.hidden = false
  panel.scrollIntoView({ block: 'start' })
  frameOf(panel)?.focus()
}

function place(link: HTMLAnchorElement): HTMLElement {
  const panel = document.createElement('div')
  const root = panel.attachShadow({ mode: 'open' })
  const close = document.createElement('button')
  close.type = 'button'
  close.style.cssText = BUTTON
  // What stands in braces is put in by the server, from the file of its language.
  close.lang = '{language}'
  close.dir = '{direction}'
  close.textContent = '{embed-close}'
  const frame = document.createElement('iframe')
  frame.style.cssText = FRAME
  frame.title = link.textContent ?? ''
  frame.setAttribute('sandbox', SANDBOX)
  frame.referrerPolicy = 'no-referrer'
  const address = new URL(link.href)
  address.searchParams.set('embed', '1')
  frame.src = address.href
  frame.addEventListener('load', () => greet(panel))
  root.append(close, frame)
  const shut = () => {
    panel.hidden = true
    link.setAttribute('aria-expanded', 'false')
    link.focus()
  }
  close.addEventListener('click', shut)
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && shut())
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source === frame.contentWindow && origin === address.origin && data === 'send-chat:close') shut()
  })
  link.after(panel)
  return panel
}

/** The first word to the frame, so that it learns our exact origin; it can ask to be closed, and nothing else is said. */
function greet(panel: HTMLElement): void {
  const frame = frameOf(panel)
  frame?.contentWindow?.postMessage('send-chat:shown', new URL(frame.src).origin)
}

function frameOf(panel: HTMLElement): HTMLIFrameElement | null {
  return panel.shadowRoot?.querySelector('iframe') ?? null
}
