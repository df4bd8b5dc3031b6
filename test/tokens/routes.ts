// Every address of the service and what it asks for. A new one without a row here fails the test.

/** What must be shown; `open`: nothing, everybody may ask. */
export type Guard =
  | 'open'
  | 'chat'
  | 'this-chat'
  | 'form-chat'
  | 'channel'
  | 'receiver'
  | 'metrics'
  | 'erase-link'
  | 'desk'
  | 'desk-case'
  | 'desk-link'
  | 'editor'
  | 'editor-council'
  | 'editor-link'
  | 'provider'

const ROWS: Readonly<Record<Guard, string>> = {
  open: `GET / HEAD / GET /chat/leave HEAD /chat GET /privacy HEAD /privacy GET /accessibility HEAD /accessibility GET /embed.js HEAD /embed.js
    GET /assets/* HEAD /assets/* GET /.well-known/security.txt POST /api/directline/token OPTIONS /api/directline/token
    POST /v3/directline/tokens/generate OPTIONS /v3/directline/* GET /v3/directline/session/getsessionid
    GET /healthz/live GET /healthz/ready GET /version
    GET /desk/assets/* GET /desk/sign-in POST /desk/sign-in/print GET /desk/sign-in/start
    GET /editor/sign-in POST /editor/sign-in/print GET /editor/sign-in/start`,
  chat: 'POST /v3/directline/tokens/refresh POST /v3/directline/conversations',
  'this-chat': `GET /v3/directline/conversations/:id GET /v3/directline/conversations/:id/activities
    POST /v3/directline/conversations/:id/activities POST /v3/directline/conversations/:id/upload`,
  'form-chat': 'GET /chat POST /chat',
  channel: 'POST /api/messages',
  receiver: 'GET /api/handoffs/:id POST /api/handoffs/:id/status',
  metrics: 'GET /metrics',
  'erase-link': 'GET /my-information/:token POST /my-information/:token',
  desk: `GET /desk GET /desk/callbacks GET /desk/find POST /desk/find GET /desk/undelivered POST /desk/undelivered GET /desk/asked
    POST /desk/hours POST /desk/stay POST /desk/sign-out GET /desk/events`,
  'desk-case': `GET /desk/case/:id POST /desk/case/:id/accept POST /desk/case/:id/put-back POST /desk/case/:id/not-for-us
    POST /desk/case/:id/outcome POST /desk/case/:id/contact POST /desk/case/:id/tell POST /desk/case/:id/close POST /desk/case/:id/asked
    POST /desk/case/:id/copy POST /desk/case/:id/erase`,
  'desk-link': 'POST /desk/sign-in',
  editor: `GET /editor GET /editor/council GET /editor/record GET /editor/export POST /editor/take-back POST /editor/withdraw
    POST /editor/restore POST /editor/sign-out`,
  'editor-council': `GET /editor/council/:id POST /editor/council/:id GET /editor/council/:id/preview POST /editor/council/:id/publish
    POST /editor/council/:id/drop`,
  'editor-link': 'POST /editor/sign-in',
  provider: 'GET /desk/sign-in/back GET /editor/sign-in/back',
}

/** `GET /desk` by what guards it. */
const GUARDS: ReadonlyMap<string, Guard> = new Map(
  (Object.entries(ROWS) as [Guard, string][]).flatMap(([guard, rows]) =>
    [...rows.matchAll(/([A-Z]+) (\S+)/g)].map(([row]): [string, Guard] => [row, guard]),
  ),
)

export function routesOf(guard: Guard): readonly string[] {
  return [...GUARDS].filter(([, one]) => one === guard).map(([route]) => route)
}

const ONLY: Readonly<Record<'local' | 'production', RegExp>> = {
  local: /^POST \/(?:desk|editor)\/sign-in(?:\/print)?$/,
  production: /^GET \/(?:desk|editor)\/sign-in\/(?:start|back)$/,
}

/** Those that there are in this profile, in order. */
export function rowsOf(profile: 'local' | 'production'): readonly string[] {
  const elsewhere = ONLY[profile === 'local' ? 'production' : 'local']
  return [...GUARDS.keys()].filter((row) => !elsewhere.test(row)).sort()
}
