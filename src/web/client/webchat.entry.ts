// Starts Microsoft's own Web Chat, unchanged, on our Direct Line: for trying and comparing, not for families.

interface WebChatGlobal {
  createDirectLine(options: { token: string; domain: string }): unknown
  renderWebChat(options: Record<string, unknown>, element: HTMLElement): void
}

async function start(): Promise<void> {
  const { WebChat } = window as unknown as { WebChat: WebChatGlobal }
  const root = document.getElementById('webchat')
  if (!root) return
  const { council, token: tokenUrl = '', directLine = '', nonce } = root.dataset
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(council ? { council } : {}),
  })
  const { token } = (await response.json()) as { token: string }
  const options = {
    directLine: WebChat.createDirectLine({ token, domain: new URL(directLine, location.href).href }),
    locale: document.documentElement.lang,
    nonce,
    styleOptions: { suggestedActionLayout: 'stacked', hideUploadButton: true, autoScrollSnapOnActivity: true },
  }
  WebChat.renderWebChat(options, root)
}

void start()
