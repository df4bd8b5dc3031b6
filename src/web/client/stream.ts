// Listens on the WebSocket of a conversation until it closes.
import type { ActivitySet } from '../view/activity'

/** `refused`: it never opened. `lost`: it was open and closed. */
export type StreamEnd = 'refused' | 'lost'

const OPENING_LIMIT_MS = 8_000

export interface Stream {
  readonly ended: Promise<StreamEnd>
  close(): void
}

export function listen(url: string, onOpen: () => void, onFrame: (frame: ActivitySet) => void): Stream {
  let socket: WebSocket
  try {
    socket = new WebSocket(absolute(url))
  } catch {
    return { ended: Promise.resolve('refused'), close: () => undefined }
  }
  let opened = false
  const ended = new Promise<StreamEnd>((resolve) => {
    const tooSlow = setTimeout(() => socket.close(), OPENING_LIMIT_MS)
    socket.onopen = () => {
      opened = true
      clearTimeout(tooSlow)
      onOpen()
    }
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string' && data !== '') onFrame(JSON.parse(data) as ActivitySet)
    }
    socket.onclose = () => {
      clearTimeout(tooSlow)
      resolve(opened ? 'lost' : 'refused')
    }
  })
  return { ended, close: () => socket.close() }
}

/** Older browsers want ws: or wss: spelled out. */
function absolute(url: string): string {
  return new URL(url, location.href).href.replace(/^http/, 'ws')
}
