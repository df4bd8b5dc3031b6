// Pages that run Microsoft's own clients, unmodified, as any site would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from 'restify'

const PACKAGES = join(__dirname, '../../node_modules')

const WEB_CHAT = `<!doctype html><title>Web Chat</title><div id="chat" style="height:600px"></div><script src="/webchat.js"></script>
<script>
  function openChat(options) {
    const directLine = WebChat.createDirectLine({ domain: location.origin + '/v3/directline', ...options })
    const styleOptions = { suggestedActionLayout: 'stacked' }
    WebChat.renderWebChat({ directLine, locale: 'en-GB', styleOptions }, document.getElementById('chat'))
  }
</script>`

/** `talk` says each text, waits for `expected` activities, and gives their texts. */
const DIRECT_LINE = `<!doctype html><title>Direct Line</title><script src="/directline.js"></script>
<script>
  async function talk({ say, expected, ...options }) {
    const client = new DirectLine.DirectLine({ domain: location.origin + '/v3/directline', pollingInterval: 200, ...options })
    const heard = []
    client.activity$.subscribe((activity) => heard.push(activity.text))
    for (const text of say) {
      const activity = { type: 'message', text, from: { id: 'ignored' } }
      await new Promise((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject))
    }
    for (let tries = 0; tries < 200 && heard.length < expected; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    return heard
  }
</script>`

const script = (path: string) => readFileSync(join(PACKAGES, path), 'utf8')

/** Adds `/stock` and `/dljs`. */
export function mountStockPages(server: Server): void {
  const files: readonly (readonly [string, string, string])[] = [
    ['/stock', 'text/html', WEB_CHAT],
    ['/dljs', 'text/html', DIRECT_LINE],
    ['/webchat.js', 'text/javascript', script('botframework-webchat/dist/webchat.js')],
    ['/directline.js', 'text/javascript', script('botframework-directlinejs/dist/directline.js')],
  ]
  for (const [path, type, text] of files) {
    server.get(path, (_request, response, next) => {
      response.sendRaw(200, text, { 'content-type': `${type}; charset=utf-8` })
      next()
    })
  }
}
