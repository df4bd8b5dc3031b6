// Inside a council's page: talks only to the page that opened the frame, at exactly the origin that its first word came from.

/** The first word comes from the embedding page; nothing about the conversation is ever sent back. */
export function joinHost(onShown: () => void): void {
  if (window.parent === window) return
  let host: string | null = null
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || data !== 'send-chat:shown' || (host !== null && host !== origin)) return
    host = origin
    onShown()
  })
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && host !== null) window.parent.postMessage('send-chat:close', host)
  })
}
